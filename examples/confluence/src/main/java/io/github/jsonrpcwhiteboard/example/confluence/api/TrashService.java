package io.github.jsonrpcwhiteboard.example.confluence.api;

/** What was removed, and can be purged. */
public interface TrashService {

    /** A section of what is in a space's trash, the latest first. */
    RemoteContentSummaries getTrashContents(String token, String spaceKey, int offset, int count)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a page in the trash for good. */
    Boolean purgeFromTrash(String token, String spaceKey, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    Boolean emptyTrash(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
