package io.github.jsonrpcwhiteboard.oauth.signed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The nonces of good requests whose timestamp is still good. Kept when the configuration changes, or a request could be
 * sent again after it. Bounded for each consumer, so that none can fill the place of another. Safe for several threads.
 */
public final class NonceMemory {

    /** What came of a nonce. */
    enum Answer {
        NEW, SEEN, FULL
    }

    private final Map<String, Seen> seen = new HashMap<>();

    /** Remembers a nonce; those with a timestamp before {@code oldest} are forgotten. */
    synchronized Answer add(String consumer, long timestamp, String nonce, long oldest, int max) {
        return seen.computeIfAbsent(consumer, key -> new Seen()).add(timestamp, nonce, oldest, max);
    }

    private static final class Seen {

        private final TreeMap<Long, Set<String>> nonces = new TreeMap<>();
        private int size;
        /** Older timestamps are never good again, also when the window becomes longer. */
        private long floor = Long.MIN_VALUE;

        Answer add(long timestamp, String nonce, long oldest, int max) {
            forget(oldest);
            Set<String> sameTime = nonces.getOrDefault(timestamp, Set.of());
            if (timestamp < floor || sameTime.contains(nonce)) {
                return Answer.SEEN;
            }
            if (size >= max) {
                return Answer.FULL;
            }
            nonces.computeIfAbsent(timestamp, key -> new HashSet<>()).add(nonce);
            size++;
            return Answer.NEW;
        }

        private void forget(long oldest) {
            while (!nonces.isEmpty() && nonces.firstKey() < oldest) {
                Map.Entry<Long, Set<String>> first = nonces.pollFirstEntry();
                size -= first.getValue().size();
                floor = first.getKey() + 1;
            }
        }
    }
}
