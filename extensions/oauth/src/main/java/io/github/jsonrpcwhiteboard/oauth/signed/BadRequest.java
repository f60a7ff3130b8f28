package io.github.jsonrpcwhiteboard.oauth.signed;

/** A signed request that is not accepted. The message is for the log: it has nothing of the request. */
final class BadRequest extends Exception {

    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message, null, false, false);
    }
}
