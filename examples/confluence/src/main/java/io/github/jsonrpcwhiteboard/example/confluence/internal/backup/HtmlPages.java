package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The HTML of an export around what people wrote. It needs nothing from elsewhere, and runs nothing. */
final class HtmlPages {

    static final String INDEX = "index.html";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; base-uri 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private HtmlPages() {
    }

    static String frame(String title, String body) {
        return FRAME.formatted(escape(title), body);
    }

    /** A heading of level 1 to 6. */
    static String heading(int level, String text) {
        return "<h%1$d>%2$s</h%1$d>\n".formatted(level, escape(text));
    }

    static String text(String text) {
        return "<p>" + escape(text) + "</p>\n";
    }

    static String by(String user, Instant when) {
        return text(DATE.format(when) + " by " + (user == null ? "somebody" : user));
    }

    static String link(String file, String text) {
        return "<a href=\"" + escape(file) + "\">" + escape(text) + "</a>";
    }

    /** A list with a heading, if there is anything in it. */
    static String list(String heading, List<String> items) {
        StringBuilder list = new StringBuilder();
        items.forEach(item -> list.append("<li>").append(item).append("</li>\n"));
        return items.isEmpty() ? "" : heading(2, heading) + "<ul>\n" + list + "</ul>\n";
    }

    /** The pages below each page, from those below 0; as deep as you like. */
    static String tree(Map<Long, List<HtmlExport.Page>> below) {
        StringBuilder tree = new StringBuilder();
        Deque<Iterator<HtmlExport.Page>> lists = new ArrayDeque<>();
        open(tree, lists, below.get(0L));
        while (!lists.isEmpty()) {
            if (lists.peek().hasNext()) {
                HtmlExport.Page page = lists.peek().next();
                tree.append("<li>").append(link(page.file(), page.title()));
                open(tree, lists, below.get(page.id()));
            } else {
                lists.pop();
                tree.append("</ul>\n");
            }
        }
        return tree.toString();
    }

    /** HTML needs no end of an item. */
    private static void open(StringBuilder tree, Deque<Iterator<HtmlExport.Page>> lists, List<HtmlExport.Page> pages) {
        if (pages != null) {
            tree.append("\n<ul>\n");
            lists.push(pages.iterator());
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
