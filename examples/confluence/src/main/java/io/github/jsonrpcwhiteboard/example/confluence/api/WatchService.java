package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Who watches what. Pages here are blog entries, too. Users see and change what they watch themselves, administrators
 * of the space what others do. Nobody watches what they may not view: such watches are not told.
 */
public interface WatchService {

    /** False if the caller watched the page before. */
    boolean watchPage(String token, long pageId) throws InvalidSessionException, NotPermittedException, RemoteException;

    /** False if the caller did not watch the page itself. */
    boolean removePageWatch(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** For administrators of the space and the user, who must be allowed to view the page. */
    boolean watchPageForUser(String token, long pageId, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** For administrators of the space and the user. */
    boolean removePageWatchForUser(String token, long pageId, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** False if the caller watched the space before. */
    boolean watchSpace(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** False if the caller did not watch the space. */
    boolean removeSpaceWatch(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whether a user watches a page itself, or by watching its space. */
    boolean isWatchingPage(String token, long pageId, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean isWatchingSpace(String token, String spaceKey, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Whether a user watches what is of a type, {@code page} or {@code blogpost}, in a space: who watches the space
     * watches both.
     */
    boolean isWatchingSpaceForType(String token, String spaceKey, String contentType, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Who watches the page itself, for those who may view it. Without the permission VIEWUSERPROFILES callers see
     * nobody but themselves.
     */
    RemoteUser[] getWatchersForPage(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** For administrators of the space. */
    RemoteUser[] getWatchersForSpace(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
