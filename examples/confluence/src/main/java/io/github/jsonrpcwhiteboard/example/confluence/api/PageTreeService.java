package io.github.jsonrpcwhiteboard.example.confluence.api;

/** How pages lie above and below each other. Siblings keep their order; those that come later come last, by title. */
public interface PageTreeService {

    RemotePageSummary[] getTopLevelPages(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The pages above a page, the topmost first. */
    RemotePageSummary[] getAncestors(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The pages right below a page, in their order. */
    RemotePageSummary[] getChildren(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** All pages below a page, each before those below it. */
    RemotePageSummary[] getDescendents(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Moves a page, with those below it, {@code above} or {@code below} another, to be its sibling, or {@code
     * append}s it to the children of the other. The other may be in another space. That takes the permission to create
     * pages there, and here to remove all those that move. Pages that the caller may not view do not leave the space:
     * they move up to where the page was.
     */
    Boolean movePage(String token, long sourcePageId, long targetPageId, String position)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Moves a page, with those below it, to the end of the top of a space, like {@link #movePage}. */
    Boolean movePageToTopLevel(String token, long pageId, String targetSpaceKey)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;
}
