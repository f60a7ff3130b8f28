package io.github.jsonrpcwhiteboard.launcher;

/** Why the launcher cannot run, in words for the operator. */
final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message + ": " + OneLine.of(cause), cause);
    }
}
