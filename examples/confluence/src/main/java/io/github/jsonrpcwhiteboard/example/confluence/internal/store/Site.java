package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.osgi.framework.Version;

/**
 * What does not change while the plugin runs.
 *
 * @param baseUrl where people find the site, without a slash at the end
 * @param version of this plugin
 * @param attachmentLimit the most bytes that an attachment may have
 * @param darkFeatures the keys of the features that are on before they are official
 */
public record Site(String baseUrl, Version version, long attachmentLimit, Set<String> darkFeatures) {

    public String url(String spaceKey) {
        return baseUrl + "/display/" + encode(spaceKey);
    }

    public String url(String spaceKey, String title) {
        return url(spaceKey) + "/" + encode(title);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
