package io.github.jsonrpcwhiteboard.example.confluence.api;

/** There is one with this key, name or title already. */
public class AlreadyExistsException extends RemoteException {

    private static final long serialVersionUID = 1L;

    public AlreadyExistsException(String message) {
        super(message);
    }
}
