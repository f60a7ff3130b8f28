package io.github.jsonrpcwhiteboard.internal.protocol;

import io.github.jsonrpcwhiteboard.internal.binding.Params;
import io.github.jsonrpcwhiteboard.internal.binding.SentParams;
import io.github.jsonrpcwhiteboard.internal.protocol.Request.Shape;

/** The members of one request object while it is read (JSON-RPC 2.0, section 4). */
final class Envelope {

    private static final String VERSION = "2.0";

    private String version;
    private String method;
    private Params params;
    private Id id;
    private boolean hasMethod;
    private boolean hasParams;
    private boolean hasId;
    private String problem;

    void version(String value) {
        once(version == null, "jsonrpc");
        version = value;
    }

    /** The method; null if it is not a text. */
    void method(String value) {
        once(!hasMethod, "method");
        hasMethod = true;
        method = value;
        if (value == null) {
            problem("method is not a text");
        }
    }

    /** The arguments; null if they cannot be any. */
    void params(Params value) {
        once(!hasParams, "params");
        hasParams = true;
        params = value;
        if (value == null) {
            problem("params is neither an array nor an object");
        }
    }

    /** The id; null if it cannot be one, because of its type, or because it is longer than a limit that is not -1. */
    void id(Id value, int limit) {
        once(!hasId, "id");
        id = hasId ? null : value;
        hasId = true;
        if (value == null) {
            problem(limit < 0 ? "id is neither a text nor a number nor null"
                    : "id is longer than " + limit + " characters");
        }
    }

    Request request() {
        if (version == null ? !hasMethod || method == null : !VERSION.equals(version)) {
            problem(version == null ? "jsonrpc is missing" : "jsonrpc is not \"2.0\"");
            return Request.invalid(Shape.V2, id, problem);
        }
        Shape shape = version == null ? Shape.V1 : Shape.V2;
        if (!hasMethod) {
            problem("method is missing");
        }
        if (problem != null) {
            return Request.invalid(shape, id, problem);
        }
        boolean notification = shape == Shape.V2 ? !hasId : !hasId || id == Id.NULL;
        return Request.call(shape, notification ? null : id, method, hasParams ? params : SentParams.NONE);
    }

    private void once(boolean first, String member) {
        if (!first) {
            problem(member + " is repeated");
        }
    }

    private void problem(String reason) {
        if (problem == null) {
            problem = reason;
        }
    }
}
