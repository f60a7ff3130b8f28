package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.jsonrpcwhiteboard.internal.binding.Mapping;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTableBuilder;

/**
 * Makes method tables. Endpoints of one plugin that publish the same interfaces in the same way share one: each of
 * 10,000 with a bean costs 12 instead of 90 microseconds, and holds 0.8 instead of 6.6 KiB. Keeps neither a table nor a
 * plugin alive. Safe for use by several threads.
 */
final class MethodTables {

    private final List<Class<?>> deferred;
    /** Guarded by itself. */
    private final Map<Object, Known> byOwner = new WeakHashMap<>();

    /**
     * A maker of tables.
     *
     * @param deferred generic types whose first type argument is the result that comes later
     */
    MethodTables(List<Class<?>> deferred) {
        this.deferred = deferred;
    }

    /**
     * The table of some interfaces. Loads classes of the plugin, so it must not be called under a lock.
     *
     * @param owner in which a name means one class, and with which the classes of results go, too; null: not known
     * @param interfaces the published interfaces
     * @param declaration what else the table depends on
     * @return one that has failures is not shared, since they may have been mended
     */
    MethodTable of(Object owner, Collection<Class<?>> interfaces, Declaration declaration) {
        Key key = new Key(interfaces.stream().map(Class::getName).toList(), declaration.token(), declaration.methods());
        MethodTable known = find(owner, key);
        if (known != null) {
            return known;
        }
        MethodTable made = new MethodTableBuilder(Base.MAPPER, key.token, key.methods, deferred).build(interfaces);
        if (owner != null && made.failures().isEmpty()) {
            keep(owner, key, made);
        }
        return made;
    }

    private MethodTable find(Object owner, Key key) {
        synchronized (byOwner) {
            Known known = byOwner.get(owner);
            return known == null ? null : known.find(key);
        }
    }

    private void keep(Object owner, Key key, MethodTable table) {
        synchronized (byOwner) {
            byOwner.computeIfAbsent(owner, o -> new Known()).keep(key, table);
        }
    }

    /** What a table is made from: names only, which keep no class alive. */
    private record Key(List<String> interfaces, boolean token, Set<String> methods) {
    }

    /** The tables of one owner that some endpoint has. */
    private static final class Known {

        private final Map<Key, Entry> tables = new HashMap<>();
        private final ReferenceQueue<MethodTable> gone = new ReferenceQueue<>();

        MethodTable find(Key key) {
            Entry entry = tables.get(key);
            return entry == null ? null : entry.get();
        }

        void keep(Key key, MethodTable table) {
            for (Reference<?> old = gone.poll(); old != null; old = gone.poll()) {
                tables.remove(((Entry) old).key, old);
            }
            tables.put(key, new Entry(key, table, gone));
        }
    }

    /** Initialised with the first service: Jackson's 450 classes are not part of a start without any. */
    private static final class Base {

        private static final ObjectMapper MAPPER = Mapping.base();
    }

    private static final class Entry extends WeakReference<MethodTable> {

        private final Key key;

        Entry(Key key, MethodTable table, ReferenceQueue<MethodTable> gone) {
            super(table, gone);
            this.key = key;
        }
    }
}
