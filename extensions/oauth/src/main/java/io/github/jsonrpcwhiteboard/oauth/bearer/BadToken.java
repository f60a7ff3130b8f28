package io.github.jsonrpcwhiteboard.oauth.bearer;

/** A token that is not accepted. The message is for the log: it has no part of the token. */
final class BadToken extends Exception {

    private static final long serialVersionUID = 1L;

    BadToken(String message) {
        super(message, null, false, false);
    }
}
