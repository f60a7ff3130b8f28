package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.Serial;

/** A type that would let the sender of JSON name the class to create. */
final class UnsafeTypeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnsafeTypeException(String message) {
        super(message);
    }
}
