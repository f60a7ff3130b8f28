package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.time.Instant;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param words as the user has written them: {@code "a phrase"}, {@code begin*}, {@code simlar~}, {@code -not},
 *     {@code this | that}
 * @param spaces the keys of the spaces to look in
 * @param users whether to look for users as well
 * @param type only this; null: all
 * @param since only what was modified then or later; null: whenever
 * @param contributor only what this user has written a version of; null: anybody
 */
public record Criteria(String words, Set<String> spaces, boolean users, String type, Instant since,
        String contributor) {
}
