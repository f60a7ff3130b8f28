package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.fixture.Overloaded;
import io.github.jsonrpcwhiteboard.internal.binding.Mapping;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTableBuilder;

/** What the tracker would tell the registry, without a framework. */
public final class Claims {

    private static final MethodTable METHODS = new MethodTableBuilder(Mapping.base(), false,
            Set.of(), List.of(CompletionStage.class)).build(List.of(Overloaded.class));

    private Claims() {
    }

    /** Where a service comes from, counting how often. The service is the source itself. */
    static final class Source implements ServiceHolder.Source {

        private final AtomicInteger gets = new AtomicInteger();
        private final AtomicInteger ungets = new AtomicInteger();

        @Override
        public Object get() {
            gets.incrementAndGet();
            return this;
        }

        @Override
        public void unget() {
            ungets.incrementAndGet();
        }

        int gets() {
            return gets.get();
        }

        int ungets() {
            return ungets.get();
        }

        boolean isHeld() {
            return gets.get() > ungets.get();
        }
    }

    static Revision revision(long id, int ranking, String... paths) {
        return revision(id, ranking, Map.of(JsonRpcConstants.PATH, paths));
    }

    private static Revision revision(long id, int ranking, Map<String, Object> properties) {
        try {
            return new Revision(new Revision.Rank(ranking, id), Declaration.of(new Properties(properties::get)),
                    List.of(Overloaded.class.getName()), METHODS, 1, "bundle", "title", "1.0.0");
        } catch (DeclarationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Failure failure(long id, String path) {
        return new Failure(id, 1, path, FailedReason.BAD_PATH, "for a test", List.of());
    }

    /** A service appears or changes. */
    static Source publish(EndpointRegistry registry, Object key, Source source, Revision revision) {
        if (!registry.publish(registry.touch(key, source), revision, null)) {
            throw new AssertionError("nobody else has touched " + key);
        }
        return source;
    }

    /** A service at a path that nobody else wants. */
    public static void publish(EndpointRegistry registry, String path) {
        publish(registry, path, new Source(), revision(1, 0, path));
    }

    /** An endpoint with some properties, of which the path is one. */
    public static Endpoint endpoint(Map<String, Object> properties) {
        Revision revision = revision(1, 0, properties);
        EndpointRegistry registry = new EndpointRegistry(() -> {
        });
        publish(registry, revision, new Source(), revision);
        return registry.find(revision.declaration().paths().get(0));
    }
}
