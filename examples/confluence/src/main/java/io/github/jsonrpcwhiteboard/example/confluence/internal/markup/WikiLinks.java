package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** Finds the links in wiki markup: {@code [text|SPACE:Title#anchor|tip]}, of which only the title has to be there. */
final class WikiLinks {

    private static final Pattern LINK =
            Pattern.compile("\\[(?:[^\\[\\]|\\n]*+\\|)?([^\\[\\]|\\n]++)(?:\\|[^\\[\\]\\n]*+)?\\]");

    private WikiLinks() {
    }

    static List<PageLinks.Found> in(String wiki, String space, Site site) {
        List<PageLinks.Found> all = new ArrayList<>();
        Matcher link = LINK.matcher(WikiText.withoutLiterals(wiki));
        while (link.find()) {
            String destination = wiki.substring(link.start(1), link.end(1)).strip();
            int start = wiki.indexOf(destination, link.start(1));
            boolean hasText = wiki.charAt(link.start(1) - 1) == '|';
            found(destination, start, hasText, space, site).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<PageLinks.Found> found(String text, int start, boolean hasText, String space, Site site) {
        Destination destination = Destination.parse(text);
        if (destination.url() != null) {
            return SiteUrl.parse(text, site).map(url -> new Address(start, start + text.length(), url));
        }
        return Optional.ofNullable(destination.title()).map(title -> new Titled(start, text, hasText, destination,
                new PageLink(destination.space() == null ? space : destination.space(), title), site));
    }

    /** A link by the URL of a page. */
    private record Address(int start, int end, SiteUrl url) implements PageLinks.Found {

        @Override
        public PageLink page() {
            return url.page();
        }

        @Override
        public String written(PageLink other, String home) {
            return url.to(other);
        }
    }

    /** A link by the title of a page. */
    private record Titled(int start, String text, boolean hasText, Destination destination, PageLink page, Site site)
            implements PageLinks.Found {

        @Override
        public int end() {
            return start + text.length();
        }

        /** With a title that a link cannot have, it has to be the URL. */
        @Override
        public String written(PageLink other, String home) {
            if (Destination.canHave(other.title())) {
                boolean clear = other.isIn(home) && !Destination.needsSpace(other.title());
                return destination.to(clear ? null : other.space(), other.title());
            }
            String anchor = destination.anchor() == null ? "" : "#" + destination.anchor();
            return (hasText ? "" : page.title() + "|") + site.url(other.space(), other.title()) + anchor;
        }
    }
}
