package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An immutable map by path: a tree of three levels, in which the hash leads to a bucket. A changed copy shares all but
 * the way to the changed buckets, so that one of 10,000 endpoints can change without 10,000 entries being copied.
 */
final class PathMap<V> {

    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;

    private final Map<String, V>[][][] root;
    private final Map<String, V>[] emptyTwig;

    private PathMap(Map<String, V>[][][] root, Map<String, V>[] emptyTwig) {
        this.root = root;
        this.emptyTwig = emptyTwig;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <V> PathMap<V> empty() {
        Map[] twig = new Map[WIDTH];
        Arrays.fill(twig, Map.of());
        Map[][] branch = new Map[WIDTH][];
        Arrays.fill(branch, twig);
        Map[][][] root = new Map[WIDTH][][];
        Arrays.fill(root, branch);
        return new PathMap<>(root, twig);
    }

    V get(String path) {
        int hash = hash(path);
        return root[index(hash, 2)][index(hash, 1)][index(hash, 0)].get(path);
    }

    /** A copy with changes: a value of null removes the path. */
    PathMap<V> with(Map<String, V> changes) {
        Map<String, V>[][][] changed = root.clone();
        changes.forEach((path, value) -> {
            int hash = hash(path);
            Map<String, V>[][] branch = changed[index(hash, 2)].clone();
            Map<String, V>[] twig = branch[index(hash, 1)].clone();
            Map<String, V> bucket = new HashMap<>(twig[index(hash, 0)]);
            if (value == null) {
                bucket.remove(path);
            } else {
                bucket.put(path, value);
            }
            twig[index(hash, 0)] = Map.copyOf(bucket);
            branch[index(hash, 1)] = twig;
            changed[index(hash, 2)] = branch;
        });
        return new PathMap<>(changed, emptyTwig);
    }

    void forEach(Consumer<V> action) {
        for (Map<String, V>[][] branch : root) {
            for (Map<String, V>[] twig : branch) {
                if (twig != emptyTwig) {
                    for (Map<String, V> bucket : twig) {
                        bucket.values().forEach(action);
                    }
                }
            }
        }
    }

    private static int hash(String path) {
        int hash = path.hashCode();
        return hash ^ hash >>> 16;
    }

    private static int index(int hash, int level) {
        return hash >>> level * BITS & WIDTH - 1;
    }
}
