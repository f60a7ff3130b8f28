package io.github.jsonrpcwhiteboard.login;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the posts of our own forms from those that a page of another site makes a browser send. There is no token in
 * the forms: one would have to be bound to a session, which the login form does not have yet, while every browser says
 * with a POST which origin it comes from; SameSite keeps our cookie away from foreign posts besides.
 */
final class CrossSite {

    static final String REFUSAL = "A page of another site sent this form.";

    private CrossSite() {
    }

    static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null && !isOwn(origin, request.getHeader("Host"))) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return "cross-site".equalsIgnoreCase(site) || "same-site".equalsIgnoreCase(site);
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
