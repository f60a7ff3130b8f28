package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import io.github.jsonrpcwhiteboard.internal.binding.Mapping;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTableBuilder;

/**
 * An endpoint without whiteboard.
 *
 * @param path the path
 * @param methods the methods
 * @param service the service
 * @param timeout milliseconds, 0 for the default
 * @param batchParallel calls of a batch that may run at the same time
 * @param counters counts the calls of all methods
 */
public record LocalTarget(String path, MethodTable methods, Object service, long timeout, int batchParallel,
        MethodCounters counters) implements RpcTarget {

    /** An endpoint that runs the calls of a batch one after the other. */
    public LocalTarget(String path, MethodTable methods, Object service, long timeout) {
        this(path, methods, service, timeout, 1, new MethodCounters());
    }

    /** An endpoint for a service. */
    public static <T> LocalTarget of(Class<T> type, T service, long timeout) {
        return new LocalTarget("fixture", table(type, false), service, timeout);
    }

    /** The same endpoint with batches that run in parallel. */
    LocalTarget parallel(int calls) {
        return new LocalTarget(path, methods, service, timeout, calls, counters);
    }

    @Override
    public MethodCounters counters(String method) {
        return counters;
    }

    /** The methods of an interface. */
    public static MethodTable table(Class<?> type, boolean token, String... names) {
        return new MethodTableBuilder(Mapping.base(), token, Set.of(names),
                List.of(CompletionStage.class, Future.class)).build(List.of(type));
    }
}
