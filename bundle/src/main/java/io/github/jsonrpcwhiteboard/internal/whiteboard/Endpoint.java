package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.Set;

import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcTarget;

/**
 * A service at a path. A request that has {@link #enter entered} keeps this revision and this service object until it
 * {@link #leave leaves}, whatever happens to the service meanwhile. Immutable but for the service object.
 */
public final class Endpoint implements RpcTarget {

    private final String path;
    private final Revision revision;
    private final ServiceHolder holder;
    private final CallStats stats;

    Endpoint(String path, Revision revision, ServiceHolder holder, CallStats stats) {
        this.path = path;
        this.revision = revision;
        this.holder = holder;
        this.stats = stats;
    }

    boolean enter() {
        return holder.enter();
    }

    /** Ends the use that {@link EndpointRegistry#enter} began. */
    public void leave() {
        holder.leave();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public MethodTable methods() {
        return revision.methods();
    }

    @Override
    public Object service() {
        return holder.service();
    }

    @Override
    public long timeout() {
        return revision.declaration().timeout();
    }

    @Override
    public boolean permits(String method, Caller caller) {
        Set<String> needed = revision.declaration().methodRoles().get(method);
        return needed == null || needed.stream().anyMatch(caller.hasRole());
    }

    @Override
    public void overdue(int change) {
        stats.overdue(change);
    }

    /**
     * Begins a request, which must {@link #end} then.
     *
     * @param configured the limit for services that do not say otherwise
     * @return false if there are too many in progress
     */
    public boolean begin(int configured) {
        return stats.begin(maxConcurrent(configured));
    }

    /** Ends a request. */
    public void end() {
        stats.end();
    }

    /**
     * How many requests may be in progress.
     *
     * @param configured the limit for services that do not say otherwise
     * @return the limit
     */
    public long maxConcurrent(int configured) {
        long declared = revision.declaration().maxConcurrent();
        return declared == 0 ? configured : declared;
    }

    CallStats stats() {
        return stats;
    }

    /**
     * Whether callers need not be logged in.
     *
     * @return as the service declares
     */
    public boolean isAnonymous() {
        return revision.declaration().anonymous();
    }

    /**
     * Roles of which the caller must have one.
     *
     * @return empty if none is needed
     */
    public Set<String> roles() {
        return revision.declaration().roles();
    }

    Revision revision() {
        return revision;
    }
}
