package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Map;

/**
 * Search. Finds all that has been answered before, and nothing that the caller may not view, nor what is in archived
 * spaces or the trash.
 */
public interface SearchService {

    /**
     * Finds words in titles, texts, comments, names and comments of attachments, names and descriptions of spaces, and
     * names and profiles of users, if the caller may view these; the best first. All words are to be found, whether in
     * upper or lower case, with or without accents. Besides, there are {@code "a phrase"}, {@code begin*}, {@code
     * simlar~}, {@code -not}, {@code this | that} and brackets. Nothing is an error, and no words find nothing.
     *
     * @param maxResults the most results, up to 1,000
     */
    RemoteSearchResult[] search(String token, String query, int maxResults)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Finds words like {@link #search(String, String, int)}, restricted by {@code spaceKey} (a space that the caller
     * may view), {@code type} (as in the results), {@code contributor} (the name of a user who has created it or
     * changed it at any time) and {@code modified} ({@code TODAY}, {@code YESTERDAY}, {@code LASTWEEK}, {@code
     * LASTMONTH}: since the begin of this day, of the day before, of this day a week or a month ago, up to now, in
     * the time zone of the server). What is null, empty or not among these restricts nothing.
     */
    RemoteSearchResult[] search(String token, String query, Map<String, String> params, int maxResults)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Brings the index up to date at once; false if that takes longer than a call may. For administrators. */
    boolean flushIndexQueue(String token) throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Drops the changes that the index does not know yet; {@link #recoverMainIndex} finds them again. For
     * administrators.
     */
    boolean clearIndexQueue(String token) throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Builds the index anew, while the present one goes on to be searched; false if it will take longer than a call
     * may. For administrators.
     */
    boolean recoverMainIndex(String token) throws InvalidSessionException, NotPermittedException, RemoteException;
}
