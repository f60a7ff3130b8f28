package io.github.jsonrpcwhiteboard.internal.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Pages of other sites: which of them may call, and how a browser is told (Fetch standard, CORS). */
final class CrossSite {

    private static final String ORIGIN = "Origin";

    private final Set<String> allowed;

    CrossSite(Set<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * Whether a page of another site, that is not allowed to, makes the browser send this request. Of what a browser
     * adds by itself such a page could make use.
     */
    boolean isForeign(HttpExchange exchange) {
        String origin = exchange.header(ORIGIN);
        if (origin != null) {
            return !isAllowed(origin) && !isOwn(origin, exchange.header("Host"));
        }
        String site = exchange.header("Sec-Fetch-Site");
        return "cross-site".equalsIgnoreCase(site) || "same-site".equalsIgnoreCase(site);
    }

    /** Lets a page of an allowed origin see the reply. */
    void expose(HttpExchange exchange, HttpReply reply) {
        if (allowed.isEmpty()) {
            return;
        }
        reply.vary(ORIGIN);
        String origin = exchange.header(ORIGIN);
        if (origin != null && isAllowed(origin)) {
            reply.header("Access-Control-Allow-Origin", origin);
            reply.header("Access-Control-Allow-Credentials", "true");
            reply.header("Access-Control-Expose-Headers", List.of("WWW-Authenticate, Retry-After, ETag"));
        }
    }

    /** Answers a preflight, if it is one of an allowed origin. */
    void preflight(HttpExchange exchange, HttpReply reply, String methods) {
        String origin = exchange.header(ORIGIN);
        if (origin != null && isAllowed(origin) && exchange.header("Access-Control-Request-Method") != null) {
            reply.header("Access-Control-Allow-Methods", methods);
            reply.header("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Requested-With");
            reply.header("Access-Control-Max-Age", "600");
        }
    }

    private boolean isAllowed(String origin) {
        return allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    /** The scheme is left out of the comparison: behind a proxy that ends TLS the server does not know it. */
    private static boolean isOwn(String origin, String host) {
        int authority = origin.indexOf("://");
        return authority > 0 && host != null
                && withoutDefaultPort(origin.substring(authority + 3)).equals(withoutDefaultPort(host));
    }

    private static String withoutDefaultPort(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }
}
