package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Token sessions. The host's login takes their place here, so there are none to open or to close. */
public interface SessionService {

    String login(String username, String password) throws AuthenticationFailedException, RemoteException;

    /** Whether there was a session to close. */
    boolean logout(String token) throws RemoteException;
}
