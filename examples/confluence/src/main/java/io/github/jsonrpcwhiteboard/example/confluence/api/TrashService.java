package io.github.jsonrpcwhiteboard.example.confluence.api;

/** What was removed, and can be purged, by those who administer the space. */
public interface TrashService {

    /** A section of the pages and blog entries in a space's trash, what was removed last first. */
    RemoteContentSummaries getTrashContents(String token, String spaceKey, int offset, int count)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a page in the trash for good, with what is on it. */
    Boolean purgeFromTrash(String token, String spaceKey, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    Boolean emptyTrash(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
