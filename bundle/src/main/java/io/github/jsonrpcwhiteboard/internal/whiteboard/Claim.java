package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.List;

/**
 * One service that asks for paths. All fields are guarded by the registry's lock.
 */
final class Claim {

    final CallStats stats = new CallStats();
    private final ServiceHolder.Source source;
    /** Grows with every event, so that what was read before the last one is not published. */
    long version;
    boolean gone;
    /** Null until the first reading, and after a failed one. */
    Revision revision;
    Failure failure;
    /** Not null while the claim has at least one path. */
    ServiceHolder holder;

    Claim(ServiceHolder.Source source) {
        this.source = source;
    }

    List<String> paths() {
        return revision == null ? List.of() : revision.declaration().paths();
    }

    Endpoint at(String path) {
        return new Endpoint(path, revision, holder, stats);
    }

    ServiceHolder newHolder() {
        return new ServiceHolder(source);
    }
}
