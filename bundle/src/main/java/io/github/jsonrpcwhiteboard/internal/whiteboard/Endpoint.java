package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.Set;

import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcTarget;

/**
 * A service at a path. A request that has {@link #enter entered} keeps this revision and this service object until it
 * {@link #leave leaves}, whatever happens to the service meanwhile. Immutable but for the service object.
 */
public final class Endpoint implements RpcTarget {

    private final String path;
    private final Revision revision;
    private final ServiceHolder holder;

    Endpoint(String path, Revision revision, ServiceHolder holder) {
        this.path = path;
        this.revision = revision;
        this.holder = holder;
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
