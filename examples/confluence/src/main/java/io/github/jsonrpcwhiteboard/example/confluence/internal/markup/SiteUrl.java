package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/**
 * The URL of a page of this site.
 *
 * @param site this site
 * @param start what it begins with: the URL of this site, or only the path of that
 * @param page what it leads to
 * @param query the parameters that it has
 * @param fragment the place on the page, from the sign for it on
 */
record SiteUrl(Site site, String start, PageLink page, String query, String fragment) {

    private static final Pattern PAGE =
            Pattern.compile("/display/([^/?#]+)(?:/([^/?#]+)|(?=\\?name=))(?:\\?([^#]*))?(#.*)?", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("name=([^&]*)&?");

    /** Empty if it leads to anything else. */
    static Optional<SiteUrl> parse(String url, Site site) {
        return Stream.of(site.baseUrl(), path(site.baseUrl())).flatMap(start -> parse(url, site, start).stream())
                .findFirst();
    }

    private static Optional<SiteUrl> parse(String url, Site site, String start) {
        Matcher page = PAGE.matcher(url).region(Math.min(start.length(), url.length()), url.length());
        if (!url.startsWith(start) || !page.matches()) {
            return Optional.empty();
        }
        String query = orEmpty(page.group(3));
        Matcher named = NAMED.matcher(query);
        boolean inPath = page.group(2) != null || !named.lookingAt();
        try {
            PageLink link = new PageLink(decode(page.group(1)), decode(inPath ? page.group(2) : named.group(1)));
            return Optional.of(new SiteUrl(site, start, link, inPath ? query : query.substring(named.end()),
                    orEmpty(page.group(4))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The URL that leads to another page instead. */
    String to(PageLink other) {
        String url = start + site.url(other.space(), other.title()).substring(site.baseUrl().length());
        return url + (query.isEmpty() ? "" : (url.indexOf('?') < 0 ? "?" : "&") + query) + fragment;
    }

    private static String path(String url) {
        int host = url.indexOf("://") + "://".length();
        int path = url.indexOf('/', host);
        return path < 0 ? "" : url.substring(path);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
