package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.jsonrpcwhiteboard.internal.protocol.MethodCounters;

/**
 * One service that asks for paths. All fields are guarded by the registry's lock.
 */
final class Claim {

    final CallStats stats;
    private final ServiceHolder.Source source;
    /** Grows with every event, so that what was read before the last one is not published. */
    long version;
    boolean gone;
    /** Null until the first reading, and after a failed one. */
    Revision revision;
    Failure failure;
    /** By path and name of the method, for methods that have been called. Endpoints add to the inner maps. */
    private Map<String, Map<String, MethodCounters>> counters = Map.of();
    /** Not null while the claim has at least one path. */
    ServiceHolder holder;

    Claim(ServiceHolder.Source source, CallStats total) {
        this.stats = new CallStats(total);
        this.source = source;
    }

    List<String> paths() {
        return revision == null ? List.of() : revision.declaration().paths();
    }

    Endpoint at(String path) {
        return new Endpoint(path, revision, holder, stats, counters.get(path));
    }

    /** Takes a new state. Where path and method stay, so do the counts. */
    void take(Revision read, Failure problem) {
        revision = read;
        failure = problem;
        Map<String, Map<String, MethodCounters>> kept = new HashMap<>();
        for (String path : paths()) {
            Map<String, MethodCounters> counts = counters.getOrDefault(path, new ConcurrentHashMap<>());
            counts.keySet().removeIf(method -> revision.methods().find(method) == null);
            kept.put(path, counts);
        }
        counters = Map.copyOf(kept);
    }

    ServiceHolder newHolder() {
        return new ServiceHolder(source);
    }
}
