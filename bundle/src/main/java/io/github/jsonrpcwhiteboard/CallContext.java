package io.github.jsonrpcwhiteboard;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;

import io.github.jsonrpcwhiteboard.internal.context.CurrentCall;

/**
 * The call that is being answered. A service gets it from {@link #current()}, or as a method parameter of this type,
 * which the caller does not see. Immutable and safe for use by several threads, also after the call has ended.
 */
@ProviderType
public interface CallContext {

    /**
     * The call that runs on this thread.
     *
     * @return the call
     * @throws IllegalStateException if this thread is not running a JSON-RPC call; a thread that the service started
     *         itself is not
     */
    static CallContext current() {
        CallContext call = CurrentCall.get();
        if (call == null) {
            throw new IllegalStateException("no JSON-RPC call runs on this thread");
        }
        return call;
    }

    /**
     * Who calls.
     *
     * @return the caller; empty if the caller is not logged in, which only an anonymous endpoint allows
     */
    Optional<Principal> principal();

    /**
     * The caller's roles, as far as they can be listed: those of an
     * {@link io.github.jsonrpcwhiteboard.security.Authenticator}, and those of a session that the HTTP whiteboard's
     * context tells with an {@code org.osgi.service.useradmin.Authorization}, as our login page does. Roles of another
     * login of the host's can only be asked for with {@link #hasRole(String)}.
     *
     * @return an unmodifiable set, not null
     */
    Set<String> roles();

    /**
     * Whether the caller has a role.
     *
     * @param role the role's name, not null
     * @return true if the caller has it; for a login of the host's, false once the call has ended
     */
    boolean hasRole(String role);

    /**
     * How the caller logged in.
     *
     * @return the scheme, as {@code Basic} or {@code Bearer} or what the host calls its own; empty without a login
     */
    Optional<String> scheme();

    /**
     * Where the call comes from.
     *
     * @return the address of the client, or of the last proxy, as the HTTP server tells it; not null
     */
    String remoteAddress();

    /**
     * The endpoint.
     *
     * @return the path below the prefix, as in {@code rpc.path}
     */
    String path();

    /**
     * The method.
     *
     * @return the name that was called
     */
    String method();

    /**
     * Whether nobody will see the result.
     *
     * @return true for a notification (JSON-RPC 2.0, section 4.1)
     */
    boolean isNotification();

    /**
     * When the call will be interrupted and answered with an error.
     *
     * @return the deadline, not null
     */
    Instant deadline();
}
