package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Comparator;

/**
 * What a link leads to: a page, whether or not there is one. Ordered, and so compared in sorted collections, without
 * regard to case, as the database compares keys and titles.
 *
 * @param space the key of the space
 * @param title the title of the page
 */
public record PageLink(String space, String title) implements Comparable<PageLink> {

    private static final Comparator<PageLink> ORDER =
            Comparator.comparing(PageLink::space, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(PageLink::title, String.CASE_INSENSITIVE_ORDER);

    @Override
    public int compareTo(PageLink other) {
        return ORDER.compare(this, other);
    }

    /** Whether both lead to the same page. */
    public boolean isSame(PageLink other) {
        return compareTo(other) == 0;
    }

    public boolean isIn(String spaceKey) {
        return space.equalsIgnoreCase(spaceKey);
    }
}
