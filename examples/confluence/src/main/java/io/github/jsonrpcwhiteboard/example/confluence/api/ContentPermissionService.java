package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Who may view and edit single pages and what is below them, and blog entries. A page that names users or groups lets
 * only these through, and of them only those whom the pages above let through as well. Attachments and comments are
 * open to those to whom their page is. {@code Edit} does not imply {@code View}. A page that named only users and
 * groups who have been removed names the group confluence-administrators. Types are read without regard to case.
 */
public interface ContentPermissionService {

    /** Whom a page itself names, not those above it: a set for {@code View} and one for {@code Edit}. */
    RemoteContentPermissionSet[] getContentPermissionSets(String token, long contentId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whom a page itself names for {@code View} or {@code Edit}. */
    RemoteContentPermissionSet getContentPermissionSet(String token, long contentId, String permissionType)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Replaces whom a page names for {@code View} or {@code Edit}; an empty array: nobody, so whoever may in the space.
     * Each element names a user or a group. For those who may edit the page and set permissions of pages in its space.
     * Callers do not shut themselves out: who is not named, alone or with a group, is added, but for administrators,
     * who may do everything.
     */
    boolean setContentPermissions(String token, long contentId, String permissionType,
            RemoteContentPermission[] permissions)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
