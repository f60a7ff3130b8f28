package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import org.jsoup.Jsoup;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** Makes storage format of wiki markup. */
final class WikiToStorage {

    private WikiToStorage() {
    }

    static String convert(String wiki) throws RemoteException {
        Document document = Safe.withAnyLinks(Jsoup.parseBodyFragment(WikiParser.html(wiki)));
        document.select("a").forEach(WikiToStorage::link);
        document.select("img").forEach(WikiToStorage::image);
        document.select("pre > code").forEach(WikiToStorage::code);
        document.select("div." + ContentsBlock.MARK).forEach(
                mark -> mark.replaceWith(Storage.empty(Storage.MACRO).attr(Storage.NAME, "toc")));
        document.outputSettings().syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml).prettyPrint(false);
        return document.body().html();
    }

    private static void link(Element a) {
        String href = a.attr("href");
        Destination destination = Destination.parse(href);
        if (destination.url() != null) {
            return;
        }
        if (destination.isNothing()) {
            a.unwrap();
            return;
        }
        Element link = new Element(Storage.LINK);
        put(link, Storage.ANCHOR, destination.anchor());
        put(link, Storage.TOOLTIP, a.hasAttr("title") ? a.attr("title") : null);
        resource(link, destination);
        if (a.childNodes().stream().allMatch(TextNode.class::isInstance)) {
            if (!a.wholeText().equals(href)) {
                text(link.appendElement(Storage.LINK_TEXT), a.wholeText());
            }
        } else {
            link.appendElement(Storage.LINK_BODY).insertChildren(0, a.childNodes());
        }
        a.replaceWith(link);
    }

    private static void resource(Element link, Destination destination) {
        Element within = link;
        if (destination.user() != null) {
            link.appendChild(Storage.empty(Storage.USER).attr(Storage.USER_NAME, destination.user()));
        }
        if (destination.file() != null) {
            within = Storage.empty(Storage.FILE).attr(Storage.FILE_NAME, destination.file());
            link.appendChild(within);
        }
        if (destination.title() != null) {
            Element page = Storage.empty(Storage.PAGE).attr(Storage.TITLE, destination.title());
            put(page, Storage.SPACE, destination.space());
            within.appendChild(page);
        }
    }

    private static void image(Element img) {
        String source = img.attr("src");
        Element image = new Element(Storage.IMAGE);
        img.attributes().forEach(attribute -> {
            if (!attribute.getKey().equals("src")) {
                image.attr("ac:" + attribute.getKey(), attribute.getValue());
            }
        });
        if (Destination.parse(source).url() == null) {
            image.appendChild(Storage.empty(Storage.FILE).attr(Storage.FILE_NAME, source));
        } else {
            image.appendChild(Storage.empty(Storage.URL).attr(Storage.URL_VALUE, source));
        }
        img.replaceWith(image);
    }

    /** The class of code is its language, as it was written, and more that is made of it. */
    private static void code(Element code) {
        Element macro = new Element(Storage.MACRO).attr(Storage.NAME, "code");
        String language = code.className().split(" ", 2)[0];
        if (!language.isEmpty()) {
            macro.appendElement(Storage.PARAMETER).attr(Storage.NAME, "language").text(language);
        }
        text(macro.appendElement(Storage.MACRO_TEXT), code.wholeText().replaceAll("^\\n|\\n{1,2}$", ""));
        code.parent().replaceWith(macro);
    }

    private static void put(Element element, String name, String value) {
        if (value != null) {
            element.attr(name, value);
        }
    }

    /** As it is, in as many sections as it takes: what ends a section must not be within one. */
    private static void text(Element element, String text) {
        for (String part : text.split("(?<=]])(?=>)")) {
            element.appendChild(new CDataNode(part));
        }
    }
}
