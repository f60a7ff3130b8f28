package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/**
 * The links to pages in the body of a content, whether that is storage format or wiki markup. All of the body that is
 * no such link stays as it is, to the letter.
 */
public final class PageLinks {

    private final String body;
    private final String space;
    private final List<Found> all;

    private PageLinks(String body, String space, List<Found> all) {
        this.body = body;
        this.space = space;
        this.all = all;
    }

    /** A link in a body. */
    interface Found {

        int start();

        int end();

        PageLink page();

        /** What stands for the link if it leads to that page, in a content of that space. */
        String written(PageLink other, String home);
    }

    /** Finds the links in the body of a content of that space. */
    public static PageLinks in(String body, String space, Site site) {
        return new PageLinks(body, space, WikiText.isStorage(body) ? StorageLinks.in(body, space, site)
                : WikiLinks.in(body, space, site));
    }

    /** What they lead to. */
    public SortedSet<PageLink> pages() {
        SortedSet<PageLink> pages = new TreeSet<>();
        all.forEach(link -> pages.add(link.page()));
        return pages;
    }

    /** The body with links that lead to one page instead of another. */
    public String redirected(PageLink from, PageLink to) {
        return written(link -> link.page().isSame(from), page -> to, space);
    }

    /** The body for the same content in another space: the links lead where they led. */
    public String seenFrom(String otherSpace) {
        return written(link -> link.page().isIn(space) || link.page().isIn(otherSpace), page -> page, otherSpace);
    }

    private String written(Predicate<Found> which, UnaryOperator<PageLink> to, String home) {
        StringBuilder written = new StringBuilder();
        int position = 0;
        for (Found link : all) {
            if (which.test(link)) {
                written.append(body, position, link.start()).append(link.written(to.apply(link.page()), home));
                position = link.end();
            }
        }
        return written.append(body, position, body.length()).toString();
    }
}
