package io.github.jsonrpcwhiteboard.internal.http;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcwhiteboard.internal.protocol.OutputBuffer;

/** A reply to be written at once. For one thread at a time. */
final class HttpReply {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");

    private static final byte[] NOTHING = {};
    /** What most replies have and need no copy of: saves 370 bytes of a call. */
    private static final Map<String, Iterable<String>> NO_BODY = Map.of("Cache-Control", List.of("no-store"));
    private static final Map<String, Iterable<String>> BODY =
            Map.of("Cache-Control", List.of("no-store"), "X-Content-Type-Options", List.of("nosniff"));

    private final int status;
    private final OutputBuffer buffer;
    private final byte[] bytes;
    private final int length;
    private final String contentType;
    private Map<String, Iterable<String>> headers;

    private HttpReply(int status, String contentType, OutputBuffer buffer, byte[] bytes, int length) {
        this.status = status;
        this.buffer = buffer;
        this.bytes = bytes;
        this.length = length;
        this.contentType = contentType;
        this.headers = contentType == null ? NO_BODY : BODY;
    }

    /** A reply; the body is JSON, or null for none. */
    HttpReply(int status, OutputBuffer body) {
        this(status, body == null ? null : "application/json", body, body == null ? NOTHING : body.bytes(),
                body == null ? 0 : body.size());
    }

    /** A good reply with a body of any type. */
    HttpReply(String contentType, byte[] body) {
        this(200, contentType, null, body, body.length);
    }

    HttpReply header(String name, String value) {
        return header(name, List.of(value));
    }

    HttpReply header(String name, Iterable<String> values) {
        if (headers == NO_BODY || headers == BODY) {
            headers = new LinkedHashMap<>(headers);
        }
        headers.put(name, values);
        return this;
    }

    /** Adds names of request headers that the reply depends on. */
    HttpReply vary(String names) {
        Iterable<String> others = headers.get("Vary");
        return header("Vary", others == null ? names : others.iterator().next() + ", " + names);
    }

    int status() {
        return status;
    }

    /** Null without a body. */
    String contentType() {
        return contentType;
    }

    /** All but the type and the length of the body. */
    Map<String, Iterable<String>> headers() {
        return headers;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Writes it, as the last use. That the reader has hung up is nobody's fault, and no news to the operator. */
    void send(HttpExchange exchange) {
        try {
            exchange.write(this);
            if (buffer != null) {
                buffer.release();
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A reply could not be sent, the client has gone: " + e);
        }
    }
}
