package io.github.jsonrpcwhiteboard.internal.protocol;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.github.jsonrpcwhiteboard.CallContext;

/** What a service may know of its call. */
record CallInfo(Caller caller, String path, String method, boolean isNotification, long deadlineMillis)
        implements CallContext {

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
        return Instant.ofEpochMilli(deadlineMillis);
    }
}
