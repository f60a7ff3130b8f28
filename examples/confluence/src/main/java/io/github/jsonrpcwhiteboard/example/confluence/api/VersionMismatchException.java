package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Somebody else stored another version since the caller read its own. */
public class VersionMismatchException extends RemoteException {

    private static final long serialVersionUID = 1L;

    public VersionMismatchException(String message) {
        super(message);
    }
}
