package io.github.jsonrpcwhiteboard.internal.protocol;

import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

import io.github.jsonrpcwhiteboard.CallContext;

/** What a service may know of its call. Safe for use by several threads. */
final class CallInfo implements CallContext {

    private final Caller caller;
    private final String path;
    private final String method;
    private final boolean notification;
    private final long deadlineNanos;
    /** Made when it is asked for, since hardly anybody does, and kept, since the clocks drift apart. */
    private volatile Instant deadline;

    /** @param deadlineNanos {@link System#nanoTime()} of the deadline */
    CallInfo(Caller caller, String path, String method, boolean notification, long deadlineNanos) {
        this.caller = caller;
        this.path = path;
        this.method = method;
        this.notification = notification;
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public boolean isNotification() {
        return notification;
    }

    @Override
    public Optional<Principal> principal() {
        return Optional.ofNullable(caller.principal());
    }

    @Override
    public Set<String> roles() {
        return caller.roles();
    }

    @Override
    public boolean hasRole(String role) {
        return caller.hasRole().test(role);
    }

    @Override
    public Optional<String> scheme() {
        return Optional.ofNullable(caller.scheme());
    }

    @Override
    public String remoteAddress() {
        return caller.remoteAddress();
    }

    @Override
    public Instant deadline() {
        Instant known = deadline;
        if (known == null) {
            known = Instant.now().plusNanos(deadlineNanos - System.nanoTime()).truncatedTo(ChronoUnit.MILLIS);
            deadline = known;
        }
        return known;
    }
}
