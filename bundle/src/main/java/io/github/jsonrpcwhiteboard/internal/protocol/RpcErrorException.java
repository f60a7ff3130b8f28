package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.Serial;

/** The request as a whole cannot be answered but with this error. */
final class RpcErrorException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RpcError error;

    RpcErrorException(RpcError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    RpcError error() {
        return error;
    }
}
