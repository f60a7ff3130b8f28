package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Who may view and edit single pages, and what is below them. */
public interface ContentPermissionService {

    RemoteContentPermissionSet[] getContentPermissionSets(String token, long contentId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteContentPermissionSet getContentPermissionSet(String token, long contentId, String permissionType)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Replaces who may {@code View} or {@code Edit} a page; nobody named: whoever may in the space. */
    boolean setContentPermissions(String token, long contentId, String permissionType,
            RemoteContentPermission[] permissions)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
