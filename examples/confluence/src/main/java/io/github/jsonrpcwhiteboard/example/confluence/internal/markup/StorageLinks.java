package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** Finds the links in storage format: elements that name a page, and those with the URL of one. */
final class StorageLinks {

    private static final Document.OutputSettings XML = new Document.OutputSettings()
            .syntax(Document.OutputSettings.Syntax.xml).escapeMode(Entities.EscapeMode.xhtml);

    private StorageLinks() {
    }

    static List<PageLinks.Found> in(String storage, String space, Site site) {
        List<PageLinks.Found> all = new ArrayList<>();
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setTrackPosition(true);
        for (Element element : parser.parseInput(storage, "").getAllElements()) {
            switch (element.normalName()) {
                case Storage.PAGE -> page(element, storage, space).ifPresent(all::add);
                case "a" -> SiteUrl.parse(element.attr("href"), site)
                        .map(url -> new Address(Tag.of(element, storage), url)).ifPresent(all::add);
                default -> { }
            }
        }
        return all;
    }

    private static Optional<PageLinks.Found> page(Element element, String storage, String space) {
        return Storage.page(element, space).map(page -> new Titled(Tag.of(element, storage), page));
    }

    /** Where the tag is that begins an element, and what is in it. */
    private record Tag(int start, int end, String name, Attributes attributes, String last) {

        static Tag of(Element element, String storage) {
            int start = element.sourceRange().startPos();
            int end = element.sourceRange().endPos();
            boolean endsWithValue = element.attributes().asList().stream()
                    .anyMatch(attribute -> attribute.sourceRange().valueRange().endPos() == end - 1);
            return new Tag(start, end, element.tagName(), element.attributes(),
                    storage.startsWith("/>", end - 2) && !endsWithValue ? " />" : ">");
        }

        String with(UnaryOperator<Attributes> change) {
            StringBuilder tag = new StringBuilder("<").append(name);
            for (Attribute attribute : change.apply(attributes.clone())) {
                String key = Attribute.getValidKey(attribute.getKey(), XML.syntax());
                if (key != null) {
                    tag.append(' ').append(key).append("=\"")
                            .append(Entities.escape(attribute.getValue(), XML)).append('"');
                }
            }
            return tag.append(last).toString();
        }
    }

    /** A link by the URL of a page. */
    private record Address(Tag tag, SiteUrl url) implements PageLinks.Found {

        @Override
        public int start() {
            return tag.start();
        }

        @Override
        public int end() {
            return tag.end();
        }

        @Override
        public PageLink page() {
            return url.page();
        }

        @Override
        public String written(PageLink other, String home) {
            return tag.with(attributes -> attributes.put("href", url.to(other)));
        }
    }

    /** A link by the title of a page. */
    private record Titled(Tag tag, PageLink page) implements PageLinks.Found {

        @Override
        public int start() {
            return tag.start();
        }

        @Override
        public int end() {
            return tag.end();
        }

        @Override
        public String written(PageLink other, String home) {
            return tag.with(attributes -> {
                attributes.put(Storage.TITLE, other.title());
                attributes.remove(Storage.SPACE);
                return other.isIn(home) ? attributes : attributes.put(Storage.SPACE, other.space());
            });
        }
    }
}
