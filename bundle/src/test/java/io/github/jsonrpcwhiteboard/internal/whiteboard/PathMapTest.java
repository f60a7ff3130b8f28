package io.github.jsonrpcwhiteboard.internal.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** A changed copy has the changes, and what it was made from has not. */
class PathMapTest {

    private static final int MANY = 5000;

    @Test
    void manyComeAndGo() {
        PathMap<String> map = PathMap.empty();
        for (int i = 0; i < MANY; i++) {
            map = map.with(Map.of("many/" + i, "value " + i));
        }
        PathMap<String> full = map;
        for (int i = 0; i < MANY; i += 2) {
            map = map.with(remove("many/" + i));
        }
        for (int i = 0; i < MANY; i++) {
            assertEquals("value " + i, full.get("many/" + i));
            assertEquals(i % 2 == 0 ? null : "value " + i, map.get("many/" + i));
        }
        assertEquals(MANY, values(full).size());
        assertEquals(MANY / 2, values(map).size());
        assertNull(full.get("many/" + MANY));
    }

    @Test
    void twoChangesAtOnce() {
        PathMap<String> before = PathMap.<String>empty().with(Map.of("from", "x"));
        Map<String, String> move = remove("from");
        move.put("to", "x");
        PathMap<String> after = before.with(move);
        assertNull(after.get("from"));
        assertEquals("x", after.get("to"));
        assertEquals("x", before.get("from"));
        assertNull(before.get("to"));
    }

    /** "Aa" and "BB" have the same hash. */
    @Test
    void pathsThatCollide() {
        PathMap<String> map = PathMap.<String>empty().with(Map.of("Aa", "1", "BB", "2"));
        assertEquals("1", map.get("Aa"));
        assertEquals("2", map.get("BB"));
        map = map.with(remove("Aa"));
        assertNull(map.get("Aa"));
        assertEquals("2", map.get("BB"));
        assertEquals(1, values(map).size());
    }

    private static Map<String, String> remove(String path) {
        Map<String, String> changes = new HashMap<>();
        changes.put(path, null);
        return changes;
    }

    private static TreeSet<String> values(PathMap<String> map) {
        TreeSet<String> values = new TreeSet<>();
        map.forEach(values::add);
        return values;
    }
}
