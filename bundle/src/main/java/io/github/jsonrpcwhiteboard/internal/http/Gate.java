package io.github.jsonrpcwhiteboard.internal.http;

import java.security.Principal;
import java.util.Set;
import java.util.function.Predicate;

import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcError;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Authenticators;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Endpoint;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;

/** Finds out who calls, and whether they may. */
final class Gate {

    private final Authenticators authenticators;

    Gate(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    /**
     * Lets a request in.
     *
     * @return who calls
     * @throws Refusal 401 or 403
     */
    Caller enter(HttpExchange exchange, Endpoint endpoint, CrossSite crossSite) throws Refusal {
        Credentials credentials = new Credentials(exchange);
        Caller caller = caller(exchange, credentials);
        if (caller == null || caller.principal() == null && !endpoint.isAnonymous()) {
            throw new Refusal(401, new RpcError(RpcError.NOT_LOGGED_IN, "Not logged in", null))
                    .with("WWW-Authenticate", authenticators.challenges(credentials));
        }
        if (isAmbient(caller) && crossSite.isForeign(exchange)) {
            throw new Refusal(403, new RpcError(RpcError.NOT_PERMITTED, "Cross-site request refused", null));
        }
        if (!endpoint.roles().isEmpty() && endpoint.roles().stream().noneMatch(caller.hasRole())) {
            throw caller.principal() == null
                    ? new Refusal(401, new RpcError(RpcError.NOT_LOGGED_IN, "Not logged in", null))
                            .with("WWW-Authenticate", authenticators.challenges(credentials))
                    : new Refusal(403, new RpcError(RpcError.NOT_PERMITTED, "Not permitted", null));
        }
        return caller;
    }

    /** The login of the host comes first; null if credentials were sent that are not good. */
    private Caller caller(HttpExchange exchange, Credentials credentials) {
        Principal principal = exchange.principal();
        if (principal != null) {
            return new Caller(principal, Set.of(), roles(exchange), exchange.authType(), exchange.remoteAddress());
        }
        Authentication answer = authenticators.authenticate(credentials);
        if (answer.outcome() == Outcome.ACCEPTED) {
            return new Caller(answer.principal(), answer.roles(), answer.roles()::contains, answer.scheme(),
                    exchange.remoteAddress());
        }
        return answer.outcome() == Outcome.REFUSED ? null : Caller.anonymous(exchange.remoteAddress());
    }

    /** The host can be asked only while the request lasts; a service that keeps its context gets no for an answer. */
    private static Predicate<String> roles(HttpExchange exchange) {
        return role -> {
            try {
                return exchange.isUserInRole(role);
            } catch (RuntimeException e) {
                return false;
            }
        };
    }

    /** Whether the browser may have added the login by itself: all but what a script must set. */
    private static boolean isAmbient(Caller caller) {
        return caller.principal() != null && !"Bearer".equalsIgnoreCase(caller.scheme())
                && !"OAuth".equalsIgnoreCase(caller.scheme());
    }
}
