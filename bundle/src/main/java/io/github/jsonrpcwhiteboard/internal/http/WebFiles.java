package io.github.jsonrpcwhiteboard.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of this bundle for browsers and other clients, by name. Safe for use by several threads. */
final class WebFiles {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.(html|css|js|svg)");
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");
    /** Nothing from elsewhere, nothing inline, and no other page around it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /** The reply with a file, null if there is none of this name. */
    HttpReply reply(HttpExchange exchange, String name) {
        Matcher matcher = NAME.matcher(name);
        byte[] file = matcher.matches() ? files.computeIfAbsent(name, WebFiles::read) : null;
        return file == null ? null : Cached.reply(exchange, TYPES.get(matcher.group(1)), file)
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin");
    }

    private static byte[] read(String name) {
        try (InputStream file = WebFiles.class.getResourceAsStream("web/" + name)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("this bundle cannot be read", e);
        }
    }
}
