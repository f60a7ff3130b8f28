package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Spaces. Keys are compared without regard to case. */
public interface SpaceService {

    /** The spaces that the caller may view, by name. */
    RemoteSpaceSummary[] getSpaces(String token) throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteSpace getSpace(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Creates a space with a home page. Needs key and name. The caller has every permission in it, nobody else has
     * any.
     */
    RemoteSpace addSpace(String token, RemoteSpace space)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Creates a space like {@link #addSpace}, in which all users may view and contribute. */
    RemoteSpace addSpaceWithDefaultPermissions(String token, RemoteSpace space)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /**
     * Creates a user's own space, whose key is {@code ~} and the user's name. The user has every permission in it,
     * nobody else has any. Only administrators create it for others.
     */
    RemoteSpace addPersonalSpace(String token, RemoteSpace space, String username)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Creates a user's own space like {@link #addPersonalSpace}, which all users may view and comment on. */
    RemoteSpace addPersonalSpaceWithDefaultPermissions(String token, RemoteSpace space, String username)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Changes the name; and the description, home page and group where they are given. */
    RemoteSpace storeSpace(String token, RemoteSpace remoteSpace)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a space for good, with all that is in it. */
    Boolean removeSpace(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** {@code CURRENT} or {@code ARCHIVED}. */
    String getSpaceStatus(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Makes a space {@code CURRENT} or {@code ARCHIVED}. Searches leave archived spaces out; all else is as before. */
    Boolean setSpaceStatus(String token, String spaceKey, String status)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
