package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Who watches what. */
public interface WatchService {

    boolean watchPage(String token, long pageId) throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removePageWatch(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** For administrators of the space. */
    boolean watchPageForUser(String token, long pageId, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removePageWatchForUser(String token, long pageId, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean watchSpace(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeSpaceWatch(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whether a user watches a page itself, or by watching its space. */
    boolean isWatchingPage(String token, long pageId, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean isWatchingSpace(String token, String spaceKey, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whether a user watches what is of a type, {@code page} or {@code blogpost}, in a space. */
    boolean isWatchingSpaceForType(String token, String spaceKey, String contentType, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteUser[] getWatchersForPage(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteUser[] getWatchersForSpace(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
