package io.github.jsonrpcwhiteboard.internal.http;

import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.jsonrpcwhiteboard.internal.protocol.Audit;
import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcError;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Endpoint;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.LoginService;
import io.github.jsonrpcwhiteboard.security.TooManyLoginsException;

/** Finds out who calls, and whether they may. Every refusal leaves a line in the audit log. */
final class Gate {

    /** What scripts say of themselves, and nothing but a script can say. */
    private static final String SCRIPT = "X-Requested-With";

    private final LoginService logins;

    Gate(LoginService logins) {
        this.logins = logins;
    }

    /**
     * Lets a request in.
     *
     * @param method the method of a light call, for the audit log; null for a heavy one
     * @return who calls
     * @throws Refusal 401, 403 or 429
     */
    Caller enter(HttpExchange exchange, Endpoint endpoint, String method, CrossSite crossSite) throws Refusal {
        Credentials credentials = new Credentials(exchange);
        Caller caller = null;
        try {
            caller = caller(exchange, credentials, () -> endpointUrl(exchange, method));
            if (caller.principal() == null && !endpoint.isAnonymous()) {
                throw notLoggedIn(credentials, "no login");
            }
            if (isAmbient(caller) && crossSite.isForeign(exchange)) {
                throw notPermitted("Cross-site request refused");
            }
            if (!endpoint.roles().isEmpty() && endpoint.roles().stream().noneMatch(caller.hasRole())) {
                throw caller.principal() == null ? notLoggedIn(credentials, "no login")
                        : new Refusal(403, RpcError.notPermitted("Not permitted"), "the caller has none of the roles");
            }
            return caller;
        } catch (Refusal e) {
            Caller who = caller == null || caller.principal() == null ? suspect(credentials) : caller;
            Audit.refused(who, endpoint.path(), method, e.getMessage());
            throw e;
        }
    }

    /**
     * Finds out who asks, who need not be anybody.
     *
     * @throws Refusal 401 or 429 if there are credentials, and they are not good
     */
    Caller identify(HttpExchange exchange) throws Refusal {
        return caller(exchange, new Credentials(exchange), () -> "");
    }

    /**
     * Lets those in who have a role.
     *
     * @throws Refusal 401, 403 or 429
     */
    void enter(HttpExchange exchange, String role) throws Refusal {
        Credentials credentials = new Credentials(exchange);
        Caller caller = caller(exchange, credentials, () -> "");
        if (caller.principal() == null) {
            throw notLoggedIn(credentials, "no login");
        }
        if (!caller.hasRole().test(role)) {
            throw notPermitted("Not permitted");
        }
    }

    /** The last segment of the URL of a light call is the method. */
    private static String endpointUrl(HttpExchange exchange, String method) {
        String url = exchange.requestUrl();
        return method == null ? url : url.substring(0, url.replaceFirst("/$", "").lastIndexOf('/'));
    }

    /** The login of the host comes first. */
    private Caller caller(HttpExchange exchange, Credentials credentials, Supplier<String> url) throws Refusal {
        String address = exchange.remoteAddress();
        Principal principal = exchange.principal();
        if (principal != null) {
            return new Caller(principal, ContextRoles.of(exchange), roles(exchange), exchange.authType(), address, url);
        }
        if (credentials.areUnreadable()) {
            throw notLoggedIn(credentials, "unreadable credentials");
        }
        Authentication answer = check(credentials);
        return switch (answer.outcome()) {
            case ACCEPTED -> new Caller(answer.principal(), answer.roles(), answer.roles()::contains, answer.scheme(),
                    address, url);
            case REFUSED -> throw notLoggedIn(credentials, "wrong credentials");
            case NOT_MINE -> new Caller(null, Set.of(), role -> false, null, address, url);
        };
    }

    private Authentication check(Credentials credentials) throws Refusal {
        try {
            return logins.login(credentials);
        } catch (TooManyLoginsException e) {
            throw new Refusal(429, RpcError.tooManyLogins(e.secondsToWait()), "too many failed logins")
                    .with("Retry-After", List.of(Long.toString(e.secondsToWait())));
        }
    }

    /** Under the name that was tried, for the log only. */
    private static Caller suspect(Credentials credentials) {
        Caller anonymous = Caller.anonymous(credentials.remoteAddress());
        return credentials.password().map(tried -> new Caller(tried::user, Set.of(), role -> false, "Basic",
                anonymous.remoteAddress(), anonymous.url())).orElse(anonymous);
    }

    private Refusal notLoggedIn(Credentials credentials, String why) {
        return new Refusal(401, RpcError.notLoggedIn(), why).with("WWW-Authenticate", challenges(credentials));
    }

    /** For Basic a browser would ask its user, in the middle of a script that knows better what to do. */
    private Set<String> challenges(Credentials credentials) {
        Set<String> all = logins.challenges(credentials);
        if (credentials.headers(SCRIPT).isEmpty()) {
            return all;
        }
        Set<String> others = all.stream().filter(challenge -> !challenge.regionMatches(true, 0, "Basic ", 0, 6))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return others.isEmpty() ? Set.of("Session realm=\"JSON-RPC\"") : others;
    }

    private static Refusal notPermitted(String message) {
        return new Refusal(403, RpcError.notPermitted(message), message);
    }

    /**
     * The host can be asked only while the request lasts, a service that keeps its context gets no for an answer; and
     * by one thread at a time, of which a batch may have several.
     */
    private static Predicate<String> roles(HttpExchange exchange) {
        return role -> {
            try {
                synchronized (exchange) {
                    return exchange.isUserInRole(role);
                }
            } catch (RuntimeException | LinkageError e) {
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
