package io.github.jsonrpcwhiteboard.example.confluence.api;

/** The caller may not do this. */
public class NotPermittedException extends RemoteException {

    private static final long serialVersionUID = 1L;

    public NotPermittedException(String message) {
        super(message);
    }
}
