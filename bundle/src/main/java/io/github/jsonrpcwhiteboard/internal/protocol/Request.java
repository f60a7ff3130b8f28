package io.github.jsonrpcwhiteboard.internal.protocol;

import io.github.jsonrpcwhiteboard.internal.binding.Params;
import io.github.jsonrpcwhiteboard.internal.binding.SentParams;

/**
 * One call as it was sent.
 *
 * @param shape how it is answered
 * @param id its id; null if nothing is to be answered
 * @param method the method, null if there is an error
 * @param params the arguments
 * @param error what is wrong with it; null if it can be called
 */
record Request(Shape shape, Id id, String method, Params params, RpcError error) {

    /** The forms of an answer. */
    enum Shape {
        /** JSON-RPC 2.0. */
        V2,
        /** JSON-RPC 1.0. */
        V1,
        /** The bare result; errors as in 2.0. */
        LIGHT
    }

    static Request call(Shape shape, Id id, String method, Params params) {
        return new Request(shape, id, method, params, null);
    }

    static Request invalid(Shape shape, Id id, String reason) {
        return new Request(shape, id == null ? Id.NULL : id, null, SentParams.NONE, RpcError.invalidRequest(reason));
    }

    /** What answering it takes, without the arguments and the body that they are a part of. */
    Request detached() {
        return new Request(shape, id == null ? null : id.detached(), method, SentParams.NONE, error);
    }

    boolean isNotification() {
        return id == null;
    }
}
