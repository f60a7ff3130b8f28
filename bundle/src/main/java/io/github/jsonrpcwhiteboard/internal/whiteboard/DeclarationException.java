package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.io.Serial;
import java.util.List;

import io.github.jsonrpcwhiteboard.internal.binding.MethodFailure;

/** A declaration cannot be used. */
final class DeclarationException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final FailedReason reason;
    private final transient List<MethodFailure> methods;

    DeclarationException(FailedReason reason, String message) {
        this(reason, message, List.of());
    }

    DeclarationException(FailedReason reason, String message, List<MethodFailure> methods) {
        super(message, null, false, false);
        this.reason = reason;
        this.methods = methods;
    }

    FailedReason reason() {
        return reason;
    }

    List<MethodFailure> methods() {
        return methods;
    }
}
