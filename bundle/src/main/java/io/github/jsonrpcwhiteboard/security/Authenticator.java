package io.github.jsonrpcwhiteboard.security;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks credentials that came with an HTTP request. Registered as a service by the host or by a plugin; several are
 * asked in the order of their {@code service.ranking}, until one accepts. Called by many threads at once.
 *
 * <p>One that knows passwords only is a single line:
 * <pre>{@code
 * request -> request.password()
 *         .map(p -> check(p) ? Authentication.accepted(p.user(), roles(p.user())) : Authentication.refused())
 *         .orElse(Authentication.notMine())
 * }</pre>
 */
@ConsumerType
@FunctionalInterface
public interface Authenticator {

    /**
     * Checks the credentials of one request. An exception is logged and counts as a refusal, or as not mine if the
     * request has no {@code Authorization}.
     *
     * @param request the request, not null; valid during this call only
     * @return {@link Authentication#accepted accepted}, {@link Authentication#refused refused}, or
     *         {@link Authentication#notMine() notMine} if the request has no credentials of the kind that this one
     *         checks; not null
     */
    Authentication authenticate(AuthenticationRequest request);

    /**
     * The challenge to offer to a caller who must log in: a value of {@code WWW-Authenticate} (RFC 9110, section
     * 11.6.1).
     *
     * @param request the request that is refused, not null
     * @return the challenge; by default that of HTTP Basic
     */
    default String challenge(AuthenticationRequest request) {
        return "Basic realm=\"JSON-RPC\", charset=\"UTF-8\"";
    }
}
