package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.openrpc.OpenRpc;
import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.MethodCounters;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcTarget;

/**
 * A service at a path. A request that has {@link #enter entered} keeps this revision and this service object until it
 * {@link #leave leaves}, whatever happens to the service meanwhile. Immutable but for the service object.
 */
public final class Endpoint implements RpcTarget {

    private static final MethodCounters NEVER_CALLED = new MethodCounters();

    private final String path;
    private final Revision revision;
    private final ServiceHolder holder;
    private final CallStats stats;
    /** Of methods that have been called: those of one that has not take half a kilobyte. */
    private final Map<String, MethodCounters> counters;

    Endpoint(String path, Revision revision, ServiceHolder holder, CallStats stats,
            Map<String, MethodCounters> counters) {
        this.path = path;
        this.revision = revision;
        this.holder = holder;
        this.stats = stats;
        this.counters = counters;
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
    public int batchParallel() {
        return (int) Math.min(Integer.MAX_VALUE, revision.declaration().batchParallel());
    }

    @Override
    public boolean permits(String method, Caller caller) {
        Set<String> needed = revision.declaration().methodRoles().get(method);
        return needed == null || needed.stream().anyMatch(caller.hasRole());
    }

    @Override
    public byte[] discover(Caller caller) {
        return document(caller, caller.url().get());
    }

    /**
     * The OpenRPC document.
     *
     * @param caller who reads it, and sees only what that caller may call
     * @param url where the endpoint is called
     * @return JSON
     */
    public byte[] document(Caller caller, String url) {
        OpenRpc.Info info = new OpenRpc.Info(revision.title(), revision.declaration().description(),
                revision.version(), url);
        return OpenRpc.document(info, methods(), method -> permits(method, caller)).toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether a caller may use the endpoint at all.
     *
     * @param caller who calls
     * @return false if a login or a role is missing
     */
    public boolean admits(Caller caller) {
        return (caller.principal() != null || isAnonymous())
                && (roles().isEmpty() || roles().stream().anyMatch(caller.hasRole()));
    }

    /** How many methods a caller may call; each overload counts. */
    long methodCount(Caller caller) {
        return methods().methods().stream().filter(method -> permits(method.name(), caller)).count();
    }

    @Override
    public MethodCounters counters(String method) {
        MethodCounters known = counters.get(method);
        return known == null ? counters.computeIfAbsent(method, m -> new MethodCounters()) : known;
    }

    /** What was counted so far; to be read only. */
    MethodCounters counted(String method) {
        return counters.getOrDefault(method, NEVER_CALLED);
    }

    @Override
    public void overdue(int change) {
        stats.overdue(change);
    }

    /**
     * Begins a request, or another call of it at the same time, which must {@link #end} then.
     *
     * @param configured the limit for services that do not say otherwise
     * @return false if there are too many in progress
     */
    public boolean begin(int configured) {
        return stats.begin(maxConcurrent(configured), revision.declaration().maxConcurrent() > 0);
    }

    /** Ends a request. */
    public void end() {
        stats.end();
    }

    /** A request that has begun waits from now on, without a thread, until {@link #endWaiting}. */
    public void await() {
        stats.await();
    }

    /** Ends a request that waits. */
    public void endWaiting() {
        stats.endWaiting();
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
