package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;

import org.osgi.framework.Version;

/**
 * What is the same for all during a call.
 *
 * @param baseUrl where people find the site, without a slash at the end
 * @param version of this plugin
 * @param attachmentLimit the most bytes that an attachment may have
 * @param darkFeatures the keys of the features that are on before they are official
 */
public record Site(String baseUrl, Version version, long attachmentLimit, Set<String> darkFeatures) {

    /** The parameter of a URL that has a name which cannot be in the path. */
    public static final String NAME = "name";

    /** Servers refuse these in a path, encoded or not. */
    private static final Pattern NOT_IN_A_PATH = Pattern.compile("[/\\\\%\\p{Cc}]|^\\.{1,2}$");

    /** Where days begin and end. */
    public static final ZoneId ZONE = ZoneId.systemDefault();

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    public String url(String spaceKey) {
        return baseUrl + "/display/" + encode(spaceKey);
    }

    public String url(String spaceKey, String title) {
        return withName(url(spaceKey), title);
    }

    /** Of a version of an attachment. */
    public String attachmentUrl(long contentId, String fileName, int version) {
        String url = withName(baseUrl + "/download/attachments/" + contentId, fileName);
        return url + (url.contains("?") ? "&" : "?") + "version=" + version;
    }

    private static String withName(String url, String name) {
        return url + (NOT_IN_A_PATH.matcher(name).find() ? "?" + NAME + "=" : "/") + encode(name);
    }

    /** Where one sees a content that has no address of its own, such as an earlier version. */
    public String url(long id) {
        return baseUrl + "/pages/viewpage.action?pageId=" + id;
    }

    /** Of a blog entry. */
    public String url(String spaceKey, Instant published, String title) {
        return withName(url(spaceKey) + "/" + DAY.format(published.atZone(ZONE)), title);
    }

    /** Of a comment on the page of a url. */
    public String commentUrl(String pageUrl, long commentId) {
        return pageUrl + (pageUrl.contains("?") ? "&" : "?") + "focusedCommentId=" + commentId + "#comment-"
                + commentId;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
