package io.github.jsonrpcwhiteboard.example.confluence.api;

/** The token names no session. */
public class InvalidSessionException extends RemoteException {

    private static final long serialVersionUID = 1L;

    public InvalidSessionException(String message) {
        super(message);
    }
}
