package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Comments on pages and blog entries. */
public interface CommentService {

    RemoteComment[] getComments(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteComment getComment(String token, long commentId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Adds a comment. Needs the id of the page and the content. */
    RemoteComment addComment(String token, RemoteComment comment)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Changes the content of a comment. */
    RemoteComment editComment(String token, RemoteComment comment)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a comment. Those that answer it stay. */
    boolean removeComment(String token, long commentId)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
