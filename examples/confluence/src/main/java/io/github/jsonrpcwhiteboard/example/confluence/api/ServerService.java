package io.github.jsonrpcwhiteboard.example.confluence.api;

/** The server itself. */
public interface ServerService {

    RemoteServerInfo getServerInfo(String token) throws InvalidSessionException, RemoteException;
}
