package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;

/** Makes HTML of storage format, which may be anything at all: what comes out is safe to show. */
final class StorageToHtml {

    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String HIDDEN = "ac|parameter, ac|task-id, ac|task-status, ac|placeholder";

    private final Surroundings surroundings;
    private final Document document;
    private final Map<PageLink, String> urls;

    private StorageToHtml(String storage, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.document = Parser.htmlParser().tagSet(tags()).parseInput(withoutSections(storage), surroundings.url());
        SortedSet<PageLink> pages = new TreeSet<>();
        document.select("ri|page").forEach(page -> Storage.page(page, surroundings.space()).ifPresent(pages::add));
        this.urls = pages.isEmpty() ? Map.of() : surroundings.urls(pages);
    }

    static String convert(String storage, Surroundings surroundings) {
        return new StorageToHtml(storage, surroundings).html();
    }

    private String html() {
        document.select(HIDDEN).remove();
        document.select("ac|link").forEach(this::link);
        document.select("ac|image").forEach(this::image);
        document.select("ac|plain-text-body").forEach(text -> text.tagName("pre"));
        document.select("ac|structured-macro > ac|rich-text-body").forEach(StorageToHtml::macro);
        return Safe.html(document);
    }

    private void link(Element link) {
        Element body = link.children().stream().filter(child -> child.normalName().equals(Storage.LINK_BODY)
                || child.normalName().equals(Storage.LINK_TEXT)).findFirst().orElse(null);
        Element target = link.children().stream().filter(child -> child.normalName().startsWith("ri:")).findFirst()
                .orElse(null);
        String anchor = link.hasAttr(Storage.ANCHOR) ? "#" + link.attr(Storage.ANCHOR) : "";
        Optional<String> url = target == null ? Optional.of(anchor).filter(text -> !text.isEmpty())
                : url(target).map(start -> start + anchor);
        Element shown = new Element(url.isPresent() ? "a" : "span");
        url.ifPresent(href -> shown.attr("href", href));
        if (url.isPresent() && link.hasAttr(Storage.TOOLTIP)) {
            shown.attr("title", link.attr(Storage.TOOLTIP));
        }
        if (body == null) {
            shown.text(target == null ? link.attr(Storage.ANCHOR) : name(target));
        } else {
            shown.insertChildren(0, body.childNodes());
        }
        link.replaceWith(shown);
    }

    private Optional<String> url(Element target) {
        return switch (target.normalName()) {
            case Storage.PAGE -> Storage.page(target, surroundings.space()).map(urls::get);
            case Storage.FILE -> target.childrenSize() > 0 ? Optional.empty()
                    : surroundings.attachment(target.attr(Storage.FILE_NAME));
            case Storage.URL -> Optional.of(target.attr(Storage.URL_VALUE));
            default -> Optional.empty();
        };
    }

    /** What is shown of a link without a text. */
    private static String name(Element target) {
        return switch (target.normalName()) {
            case Storage.FILE -> target.attr(Storage.FILE_NAME);
            case Storage.USER -> target.attr(Storage.USER_NAME);
            case Storage.URL -> target.attr(Storage.URL_VALUE);
            default -> target.attr(Storage.TITLE);
        };
    }

    private void image(Element image) {
        Element img = new Element("img");
        image.attributes().forEach(attribute -> {
            if (attribute.getKey().startsWith("ac:")) {
                img.attr(attribute.getKey().substring("ac:".length()), attribute.getValue());
            }
        });
        Optional<String> source = image.children().stream().filter(child -> child.normalName().startsWith("ri:"))
                .findFirst().flatMap(this::url);
        source.ifPresentOrElse(url -> image.replaceWith(img.attr("src", url)), image::remove);
    }

    private static void macro(Element body) {
        body.tagName("div").attr("class", body.parent().attr(Storage.NAME));
    }

    /** HTML knows no CDATA, and no tags that end themselves. */
    private static String withoutSections(String storage) {
        StringBuilder html = new StringBuilder();
        int position = 0;
        for (int start = storage.indexOf(CDATA); start >= 0; start = storage.indexOf(CDATA, position)) {
            int end = storage.indexOf(CDATA_END, start);
            int last = end < 0 ? storage.length() : end;
            html.append(storage, position, start)
                    .append(Entities.escape(storage.substring(start + CDATA.length(), last)));
            position = Math.min(storage.length(), last + CDATA_END.length());
        }
        return html.append(storage, position, storage.length()).toString();
    }

    private static TagSet tags() {
        return TagSet.Html().onNewTag(tag -> {
            if (tag.name().startsWith("ac:") || tag.name().startsWith("ri:")) {
                tag.set(Tag.SelfClose);
            }
        });
    }
}
