package io.github.jsonrpcwhiteboard.example.confluence.api;

/** A call that the service refuses. The message is meant for the caller. */
public class RemoteException extends Exception {

    private static final long serialVersionUID = 1L;

    public RemoteException(String message) {
        super(message);
    }
}
