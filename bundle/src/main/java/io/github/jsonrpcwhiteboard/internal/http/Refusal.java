package io.github.jsonrpcwhiteboard.internal.http;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.jsonrpcwhiteboard.internal.protocol.RpcError;

/** A request that does not reach JSON-RPC: its status and the error for its body. */
final class Refusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient RpcError error;
    private final transient Map<String, Iterable<String>> headers = new LinkedHashMap<>();

    Refusal(int status, RpcError error) {
        this(status, error, error.message());
    }

    /** A refusal of which the log says more than the caller learns. */
    Refusal(int status, RpcError error, String why) {
        super(why, null, false, false);
        this.status = status;
        this.error = error;
    }

    /** A refusal that JSON-RPC has no code for: an invalid request, with the reason as the message. */
    Refusal(int status, String reason) {
        this(status, RpcError.invalidRequest(reason));
    }

    Refusal with(String name, Iterable<String> headerValues) {
        headers.put(name, headerValues);
        return this;
    }

    RpcError error() {
        return error;
    }

    HttpReply addTo(HttpReply reply) {
        headers.forEach(reply::header);
        return reply;
    }

    int status() {
        return status;
    }
}
