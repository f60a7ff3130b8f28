package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Map;

/** Search. What the caller may not view is not found. */
public interface SearchService {

    /** Finds words in titles, texts, comments, names of attachments and users. */
    RemoteSearchResult[] search(String token, String query, int maxResults)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Finds words like {@link #search(String, String, int)}, restricted by {@code spaceKey}, {@code type} (as in the
     * results), {@code modified} ({@code TODAY}, {@code YESTERDAY}, {@code LASTWEEK}, {@code LASTMONTH}) and {@code
     * contributor} (a user name).
     */
    RemoteSearchResult[] search(String token, String query, Map<String, String> params, int maxResults)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Brings the index up to date at once. For administrators. */
    boolean flushIndexQueue(String token) throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Drops the changes that the index does not know yet; {@link #recoverMainIndex} finds them again. For
     * administrators.
     */
    boolean clearIndexQueue(String token) throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Builds the index anew. For administrators. */
    boolean recoverMainIndex(String token) throws InvalidSessionException, NotPermittedException, RemoteException;
}
