package io.github.jsonrpcwhiteboard.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

/** The two pages, and the headers that go with them. URLs are relative, so that they hold behind any prefix. */
final class Page {

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s – JSON-RPC Whiteboard</title>
            <link rel="stylesheet" href="login.css">
            </head>
            <body>
            <main>
            <p class="product">JSON-RPC Whiteboard</p>
            %s</main>
            </body>
            </html>
            """;
    private static final String FORM = """
            <h1>Log in</h1>
            %s<form method="post" action="login">
            %s<label for="user">User name</label>
            <input id="user" name="user" value="%s" autocomplete="username" autocapitalize="none" spellcheck="false" \
            required%s>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required%s>
            <button>Log in</button>
            </form>
            """;
    private static final String PROBLEM = "<p class=\"problem\" role=\"alert\">%s</p>\n";
    private static final String FROM = "<input type=\"hidden\" name=\"from\" value=\"%s\">\n";
    private static final String LOGGED_IN = """
            <h1>Logged in</h1>
            <p>You are logged in as <strong>%s</strong>.</p>
            <form method="post" action="logout">
            <button>Log out</button>
            </form>
            """;
    private static final String AUTOFOCUS = " autofocus";

    private Page() {
    }

    /**
     * The login form.
     *
     * @param problem what was wrong with the last attempt; null if there was none
     * @param user what to begin with
     */
    static void form(HttpServletResponse response, int status, String problem, String user, Optional<String> from)
            throws IOException {
        String body = FORM.formatted(problem == null ? "" : PROBLEM.formatted(escape(problem)),
                from.map(path -> FROM.formatted(escape(path))).orElse(""), escape(user),
                user.isEmpty() ? AUTOFOCUS : "", user.isEmpty() ? "" : AUTOFOCUS);
        send(response, status, FRAME.formatted(problem == null ? "Log in" : "Not logged in", body));
    }

    static void loggedIn(HttpServletResponse response, Login login) throws IOException {
        send(response, HttpServletResponse.SC_OK,
                FRAME.formatted("Logged in", LOGGED_IN.formatted(escape(login.name()))));
    }

    /** With 303, so that the browser follows with GET. Not by sendRedirect, which may rewrite what was checked. */
    static void redirect(HttpServletResponse response, String location) {
        headers(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }

    private static void send(HttpServletResponse response, int status, String html) throws IOException {
        headers(response);
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // with no-referrer, browsers would send our own forms with "Origin: null"
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
