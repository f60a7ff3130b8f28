package io.github.jsonrpcwhiteboard.login;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie in which a browser keeps the id of its session. */
final class SessionCookie {

    static final String NAME = "jsonrpc-login";

    private SessionCookie() {
    }

    /** The login of the session that a request belongs to. */
    static Optional<Login> login(HttpServletRequest request, Sessions sessions) {
        return ids(request).map(sessions::find).flatMap(Optional::stream).findFirst();
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String id) {
        write(request, response, id, "");
    }

    /** Ends the session of a request, and makes the browser forget it. */
    static void end(HttpServletRequest request, HttpServletResponse response, Sessions sessions) {
        ids(request).forEach(sessions::end);
        write(request, response, "", "; Max-Age=0");
    }

    /** Several, if another page of this host, which may know a different path or domain, has set one as well. */
    static Stream<String> ids(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Stream.empty()
                : Arrays.stream(cookies).filter(cookie -> NAME.equals(cookie.getName())).map(Cookie::getValue);
    }

    /** By hand, since the servlet API knows SameSite only from version 6 on. */
    private static void write(HttpServletRequest request, HttpServletResponse response, String id, String age) {
        response.setHeader("Set-Cookie", NAME + "=" + id + "; Path=/; HttpOnly; SameSite=Lax" + age
                + (request.isSecure() ? "; Secure" : ""));
    }
}
