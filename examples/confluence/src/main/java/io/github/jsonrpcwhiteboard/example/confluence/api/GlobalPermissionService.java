package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Permissions in the whole site. For administrators. */
public interface GlobalPermissionService {

    boolean addGlobalPermission(String token, String permission, String remoteEntityName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addGlobalPermissions(String token, String[] permissions, String remoteEntityName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeGlobalPermission(String token, String permission, String remoteEntityName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Takes everything from a group: global permissions, and those in spaces and on pages. */
    boolean removeAllPermissionsForGroup(String token, String groupname)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Lets callers without a login in. */
    boolean addAnonymousUsePermission(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeAnonymousUsePermission(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addAnonymousViewUserProfilePermission(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeAnonymousViewUserProfilePermission(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Lets callers without a login in, or keeps them out. */
    boolean setEnableAnonymousAccess(String token, boolean value)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
