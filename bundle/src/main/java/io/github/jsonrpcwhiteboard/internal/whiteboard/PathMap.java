package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An immutable map by path. A changed copy shares all but the changed buckets, so that one of 10,000 endpoints can
 * change without 10,000 entries being copied.
 */
final class PathMap<V> {

    private static final int BUCKETS = 1024;

    private final Map<String, V>[] buckets;

    private PathMap(Map<String, V>[] buckets) {
        this.buckets = buckets;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <V> PathMap<V> empty() {
        Map[] buckets = new Map[BUCKETS];
        Arrays.fill(buckets, Map.of());
        return new PathMap<>(buckets);
    }

    V get(String path) {
        return buckets[bucket(path)].get(path);
    }

    /** A copy with changes: a value of null removes the path. */
    PathMap<V> with(Map<String, V> changes) {
        Map<String, V>[] changed = buckets.clone();
        changes.forEach((path, value) -> {
            Map<String, V> bucket = new HashMap<>(changed[bucket(path)]);
            if (value == null) {
                bucket.remove(path);
            } else {
                bucket.put(path, value);
            }
            changed[bucket(path)] = bucket.isEmpty() ? Map.of() : bucket;
        });
        return new PathMap<>(changed);
    }

    void forEach(Consumer<V> action) {
        for (Map<String, V> bucket : buckets) {
            bucket.values().forEach(action);
        }
    }

    private static int bucket(String path) {
        int hash = path.hashCode();
        return (hash ^ hash >>> 16) & BUCKETS - 1;
    }
}
