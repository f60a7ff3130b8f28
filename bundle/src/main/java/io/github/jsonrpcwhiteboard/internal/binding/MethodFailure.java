package io.github.jsonrpcwhiteboard.internal.binding;

/**
 * A method that cannot be called.
 *
 * @param reason why
 * @param method its name or signature
 * @param message one sentence
 */
public record MethodFailure(Reason reason, String method, String message) {

    /** Why a method cannot be called. */
    public enum Reason {
        /** It was asked for and is in no published interface. */
        NO_SUCH_METHOD,
        /** It has no token to drop. */
        NO_TOKEN,
        /** JSON cannot be read as one of its parameters, or its result cannot be written. */
        UNUSABLE_TYPE,
        /** A parameter would let the caller name a class. */
        UNSAFE_TYPE
    }
}
