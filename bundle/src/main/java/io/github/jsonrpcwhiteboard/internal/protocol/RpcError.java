package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error object (JSON-RPC 2.0, section 5.1).
 *
 * @param code the code
 * @param message one short sentence
 * @param data details, null for none
 */
public record RpcError(int code, String message, Object data) {

    private static final int MAX_NAME = 128;

    /**
     * Not JSON.
     *
     * @param reason what is wrong, without the text itself
     * @param position of the first byte that is wrong, from 0
     * @return the error
     */
    public static RpcError parseError(String reason, long position) {
        return new RpcError(-32700, "Parse error", details("reason", reason, "position", position));
    }

    static RpcError parseLimit(String limit, int value, long position) {
        return new RpcError(-32700, "Parse error",
                details("reason", "over a limit", "limit", limit, "value", value, "position", position));
    }

    /**
     * Not a request.
     *
     * @param reason what is wrong with it
     * @return the error
     */
    public static RpcError invalidRequest(String reason) {
        return new RpcError(-32600, "Invalid Request", details("reason", reason));
    }

    static RpcError methodNotFound(String name) {
        return new RpcError(-32601, "Method not found",
                details("method", name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME)));
    }

    static RpcError invalidParams(Map<String, Object> details) {
        return new RpcError(-32602, "Invalid params", details);
    }

    static RpcError internal(String errorId) {
        return new RpcError(-32603, "Internal error", details("errorId", errorId));
    }

    static RpcError declared(String type, String message) {
        return new RpcError(500, message == null ? type : type + ": " + message, details("exception", type));
    }

    /**
     * Not logged in.
     *
     * @return the error
     */
    public static RpcError notLoggedIn() {
        return new RpcError(-32001, "Not logged in", null);
    }

    /**
     * Too many failed logins.
     *
     * @param seconds to wait
     * @return the error
     */
    public static RpcError tooManyLogins(long seconds) {
        return new RpcError(-32001, "Too many failed logins", details("retryAfter", seconds));
    }

    /**
     * Not permitted.
     *
     * @param message one short sentence
     * @return the error
     */
    public static RpcError notPermitted(String message) {
        return new RpcError(-32003, message, null);
    }

    static RpcError overTime(long timeout) {
        return new RpcError(-32002, "Call timed out", details("timeout", timeout));
    }

    /**
     * Over a limit.
     *
     * @param limit which, as its configuration property is named
     * @param value its value
     * @return the error
     */
    public static RpcError overLimit(String limit, long value) {
        return new RpcError(-32005, "Limit exceeded", details("limit", limit, "value", value));
    }

    private static Map<String, Object> details(Object... pairs) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            details.put((String) pairs[i], pairs[i + 1]);
        }
        return details;
    }
}
