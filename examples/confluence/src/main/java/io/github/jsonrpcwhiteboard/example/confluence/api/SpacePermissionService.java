package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Permissions in spaces. */
public interface SpacePermissionService {

    /** The names of all permissions that one can have in a space. */
    String[] getSpaceLevelPermissions(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** What the caller may do in a space: of view, modify, comment, admin. */
    String[] getPermissions(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** What a user may do in a space: of view, modify, comment, admin. */
    String[] getPermissionsForUser(String token, String spaceKey, String userName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteSpacePermissionSet[] getSpacePermissionSets(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteSpacePermissionSet getSpacePermissionSet(String token, String spaceKey, String permissionType)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Gives a permission to a user or group. */
    boolean addPermissionToSpace(String token, String permission, String remoteEntityName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addPermissionsToSpace(String token, String[] permissions, String remoteEntityName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removePermissionFromSpace(String token, String permission, String remoteEntityName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Gives a permission to everybody, also to callers without a login. */
    boolean addAnonymousPermissionToSpace(String token, String permission, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addAnonymousPermissionsToSpace(String token, String[] permissions, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeAnonymousPermissionFromSpace(String token, String permission, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
