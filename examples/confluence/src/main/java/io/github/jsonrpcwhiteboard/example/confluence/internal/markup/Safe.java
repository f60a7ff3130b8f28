package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Leaves of HTML only what is on a list: no scripts, styles, frames or forms, and nothing that runs. */
final class Safe {

    private Safe() {
    }

    /**
     * Leaves links to the web and images from there; relative ones become absolute. What is left is read again, as
     * browsers will: without what is gone, it may be something else.
     */
    static String html(Document document) {
        String html = written(new Cleaner(list()).clean(document));
        return written(new Cleaner(list()).clean(Jsoup.parseBodyFragment(html, document.baseUri())));
    }

    /** Leaves links to anywhere: whoever calls this looks at them. */
    static Document withAnyLinks(Document html) {
        return new Cleaner(list().removeProtocols("a", "href", "ftp", "http", "https", "mailto")
                .removeProtocols("img", "src", "http", "https").preserveRelativeLinks(true)).clean(html);
    }

    private static String written(Document document) {
        document.outputSettings().prettyPrint(false);
        return document.body().html();
    }

    private static Safelist list() {
        return Safelist.relaxed()
                .addTags("abbr", "address", "big", "del", "hr", "ins", "kbd", "mark", "s", "samp", "tt", "var")
                .addAttributes(":all", "class", "title", "dir", "lang")
                .addAttributes("table", "border", "cellpadding", "cellspacing")
                .addAttributes("td", "align", "valign")
                .addAttributes("th", "align", "valign");
    }
}
