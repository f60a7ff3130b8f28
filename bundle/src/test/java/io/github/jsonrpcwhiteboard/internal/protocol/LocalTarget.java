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
 */
public record LocalTarget(String path, MethodTable methods, Object service, long timeout) implements RpcTarget {

    /** An endpoint for a service. */
    public static <T> LocalTarget of(Class<T> type, T service, long timeout) {
        return new LocalTarget("fixture", table(type, false), service, timeout);
    }

    /** The methods of an interface. */
    public static MethodTable table(Class<?> type, boolean token, String... names) {
        return new MethodTableBuilder(Mapping.forEndpoint(Mapping.base()), token, Set.of(names),
                List.of(CompletionStage.class, Future.class)).build(List.of(type));
    }
}
