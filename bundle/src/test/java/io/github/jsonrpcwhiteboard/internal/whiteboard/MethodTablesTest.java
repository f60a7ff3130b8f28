package io.github.jsonrpcwhiteboard.internal.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;

/** Which endpoints share a table, and for how long. */
class MethodTablesTest {

    private final MethodTables tables = new MethodTables(List.of());
    private final Object owner = new Object();

    /** Published in different ways. */
    private interface Shop {

        void open(String token);

        void close(String token);
    }

    /** A method that cannot be called. */
    private interface Broken {

        void good();

        void bad(Runnable task);
    }

    private MethodTable table(Object of, Class<?> type, Object... properties) {
        Map<String, Object> all = new HashMap<>(Map.of(JsonRpcConstants.PATH, "p"));
        for (int i = 0; i < properties.length; i += 2) {
            all.put((String) properties[i], properties[i + 1]);
        }
        try {
            return tables.of(of, List.of(type), Declaration.of(new Properties(all::get)));
        } catch (DeclarationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void whatIsPublishedInTheSameWayIsShared() {
        MethodTable table = table(owner, Shop.class);
        assertSame(table, table(owner, Shop.class, JsonRpcConstants.TITLE, "another"));
        assertNotSame(table, table(new Object(), Shop.class), "another plugin's results have other classes");
        assertNotSame(table, table(owner, Shop.class, JsonRpcConstants.AUTHENTICATE, true));
        assertNotSame(table, table(owner, Shop.class, JsonRpcConstants.METHODS, "open"));
        assertNotSame(table(null, Shop.class), table(null, Shop.class));
    }

    @Test
    void whatFailsIsReadAgain() {
        MethodTable table = table(owner, Broken.class);
        assertEquals(1, table.failures().size());
        assertNotSame(table, table(owner, Broken.class));
    }

    @Test
    void nothingIsKeptAlive() {
        WeakReference<Object> gone = new WeakReference<>(table(owner, Shop.class));
        awaitEnd(gone);
        MethodTable kept = table(owner, Shop.class);
        assertSame(kept, table(owner, Shop.class));
        Object plugin = new Object();
        MethodTable used = table(plugin, Shop.class);
        gone = new WeakReference<>(plugin);
        plugin = null;
        awaitEnd(gone);
        Reference.reachabilityFence(used);
        Reference.reachabilityFence(kept);
    }

    private static void awaitEnd(WeakReference<?> reference) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (reference.get() != null && System.nanoTime() < end) {
            System.gc();
        }
        assertNull(reference.get());
    }
}
