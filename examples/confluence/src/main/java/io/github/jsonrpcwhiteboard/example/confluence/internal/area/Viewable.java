package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Set;

/**
 * What the caller may view.
 *
 * @param spaces the keys of the spaces
 * @param hidden the pages and blog entries in these and other spaces that the caller is not let through to
 */
record Viewable(Set<String> spaces, Set<Long> hidden) {

    /** Whether that is so for a page, or what is on it; 0: for a space. */
    boolean contains(String space, long page) {
        return spaces.contains(space) && !hidden.contains(page);
    }
}
