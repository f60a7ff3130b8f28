package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Spaces. Keys are compared without regard to case. */
public interface SpaceService {

    /** The spaces that the caller may view, by name. */
    RemoteSpaceSummary[] getSpaces(String token) throws InvalidSessionException, RemoteException;

    RemoteSpace getSpace(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Creates a space with a home page. Needs key and name. */
    RemoteSpace addSpace(String token, RemoteSpace space)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Changes the name; and the description, home page and group where they are given. */
    RemoteSpace storeSpace(String token, RemoteSpace remoteSpace)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a space for good, with all that is in it. */
    Boolean removeSpace(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
