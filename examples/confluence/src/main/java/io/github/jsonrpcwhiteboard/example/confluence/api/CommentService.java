package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Comments on pages and blog entries. */
public interface CommentService {

    /** The comments on a page or blog entry, in the order in which they came. */
    RemoteComment[] getComments(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteComment getComment(String token, long commentId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Adds a comment. Needs the id of the page or blog entry, and the content. */
    RemoteComment addComment(String token, RemoteComment comment)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Changes the content of a comment, and the title if one is given. */
    RemoteComment editComment(String token, RemoteComment comment)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a comment for good. Those that answer it stay. */
    boolean removeComment(String token, long commentId)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
