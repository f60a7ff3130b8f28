package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Pages. A title is unique in its space, and compared without regard to case. */
public interface PageService {

    /** The pages of a space that the caller may view, by title. */
    RemotePageSummary[] getPages(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemotePage getPage(String token, String spaceKey, String pageTitle)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * A page, also an earlier version of one by the id that {@link #getPageHistory} tells. That has its own id, title,
     * content, version and modifier, the status {@code historical}, and everything else of the page.
     */
    RemotePage getPage(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemotePageSummary getPageSummary(String token, String spaceKey, String pageTitle)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** A page, or an earlier version of one, like {@link #getPage(String, long)}. */
    RemotePageSummary getPageSummary(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Creates a page, if it has no id: needs space, title and content. Else changes it: needs title, content and the
     * current version, which is kept as an earlier one; a parent of 0 leaves the page where it is, which is not
     * versioned. Other members are ignored. An earlier version cannot be changed.
     */
    RemotePage storePage(String token, RemotePage page)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, VersionMismatchException,
            RemoteException;

    /** Changes a page like {@link #storePage}, and says how the change is recorded. */
    RemotePage updatePage(String token, RemotePage page, RemotePageUpdateOptions options)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, VersionMismatchException,
            RemoteException;

    /** Puts a page in the trash, with what is on it. Its children move up to its parent. */
    Boolean removePage(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The earlier versions, the newest first. */
    RemotePageHistory[] getPageHistory(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes an earlier version for good, by its own id. The others keep their numbers. */
    Boolean removePageVersionById(String token, long historicalPageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes an earlier version for good, like {@link #removePageVersionById}. */
    Boolean removePageVersionByVersion(String token, long pageId, int version)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Who holds the page. Pages are not locked, so nobody does. */
    RemotePermission[] getPagePermissions(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
