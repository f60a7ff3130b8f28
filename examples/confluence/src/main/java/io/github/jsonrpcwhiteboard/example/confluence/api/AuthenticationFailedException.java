package io.github.jsonrpcwhiteboard.example.confluence.api;

/** The user or the password is wrong, or cannot be used this way. */
public class AuthenticationFailedException extends RemoteException {

    private static final long serialVersionUID = 1L;

    public AuthenticationFailedException(String message) {
        super(message);
    }
}
