package io.github.jsonrpcwhiteboard.internal.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcwhiteboard.internal.protocol.OutputBuffer;

/** A reply to be written at once. For one thread at a time. */
final class HttpReply {

    private final int status;
    private final OutputBuffer body;
    private final Map<String, Iterable<String>> headers = new LinkedHashMap<>();

    /** A reply; the body is JSON, or null for none. */
    HttpReply(int status, OutputBuffer body) {
        this.status = status;
        this.body = body;
        header("Cache-Control", "no-store");
        if (body != null) {
            header("Content-Type", "application/json");
            header("X-Content-Type-Options", "nosniff");
        }
    }

    HttpReply header(String name, String value) {
        return header(name, List.of(value));
    }

    HttpReply header(String name, Iterable<String> values) {
        headers.put(name, values);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, Iterable<String>> headers() {
        return headers;
    }

    byte[] bytes() {
        return body == null ? new byte[0] : body.bytes();
    }

    int length() {
        return body == null ? 0 : body.size();
    }
}
