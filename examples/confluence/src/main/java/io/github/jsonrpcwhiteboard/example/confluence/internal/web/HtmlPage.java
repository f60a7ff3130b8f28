package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;

/** The HTML around contents. Links are relative, so that they hold behind any prefix. */
final class HtmlPage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <link rel="stylesheet" href="%sdisplay/.css">
            </head>
            <body>
            %s<main>
            <h1>%s</h1>
            %s</main>
            </body>
            </html>
            """;
    private static final String SPACE = "<header><a href=\"%s\">%s</a></header>\n";
    private static final String ABOUT = "<p class=\"about\">%s <time datetime=\"%s\">%s</time> by %s</p>\n";
    private static final String CONTENT = "<article>\n%s\n</article>\n";
    private static final String LINKS =
            "<nav aria-label=\"Pages below\">\n<h2>Pages below</h2>\n<ul>\n%s</ul>\n</nav>\n";
    private static final String LINK = "<li><a href=\"%s\">%s</a></li>\n";

    private final String root;
    private final String baseUrl;

    /**
     * @param root the way to the root
     * @param baseUrl what the URLs of the API begin with
     */
    HtmlPage(String root, String baseUrl) {
        this.root = root;
        this.baseUrl = baseUrl;
    }

    /** A page of a space. */
    String of(RemoteSpace space, String title, String body) {
        return FRAME.formatted(escape(title + " \u2013 " + space.getName()), root,
                SPACE.formatted(href(space.getUrl()), escape(space.getName())), escape(title), body);
    }

    /** A page that says only this. */
    static String message(String root, String title, String text) {
        return FRAME.formatted(escape(title), root, "", escape(title), text(text));
    }

    static String text(String text) {
        return "<p>" + escape(text) + "</p>\n";
    }

    static String changed(String user, Date when) {
        return about("Changed on", user, when);
    }

    static String posted(String user, Date when) {
        return about("Posted on", user, when);
    }

    private static String about(String what, String user, Date when) {
        ZonedDateTime moment = when.toInstant().atZone(ZoneOffset.UTC);
        return ABOUT.formatted(what, DateTimeFormatter.ISO_INSTANT.format(moment), DATE.format(moment),
                user == null ? "somebody" : escape(user));
    }

    /** The content of a page or blog entry, as safe HTML. */
    static String content(String safe) {
        return CONTENT.formatted(safe);
    }

    String links(List<RemotePageSummary> pages) {
        StringBuilder links = new StringBuilder();
        for (RemotePageSummary page : pages) {
            links.append(LINK.formatted(href(page.getUrl()), escape(page.getTitle())));
        }
        return pages.isEmpty() ? "" : LINKS.formatted(links);
    }

    private String href(String url) {
        return escape(root + url.substring(baseUrl.length() + 1));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
