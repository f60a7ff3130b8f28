package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Blog entries. Their days are those of the server's time zone. */
public interface BlogService {

    /** The entries of a space, the latest first. */
    RemoteBlogEntrySummary[] getBlogEntries(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteBlogEntry getBlogEntry(String token, long entryId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The entry of a day of the current month. */
    RemoteBlogEntry getBlogEntryByDayAndTitle(String token, String spaceKey, int dayOfMonth, String postTitle)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The entry of a day; the month counts from 1. */
    RemoteBlogEntry getBlogEntryByDateAndTitle(String token, String spaceKey, int year, int month, int dayOfMonth,
            String postTitle)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Creates an entry, if it has no id: needs space, title and content; without a publish date it is published now.
     * Else changes title and content: needs both, and the current version. A title is taken once a day in a space.
     */
    RemoteBlogEntry storeBlogEntry(String token, RemoteBlogEntry blogEntry)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, VersionMismatchException,
            RemoteException;
}
