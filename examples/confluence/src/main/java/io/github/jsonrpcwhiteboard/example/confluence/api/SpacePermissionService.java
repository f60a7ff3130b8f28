package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Permissions in spaces. All but the first three methods are for those who may set permissions in the space. A name
 * that both a user and a group have means the user.
 */
public interface SpacePermissionService {

    /** The names of all permissions that one can have in a space. */
    String[] getSpaceLevelPermissions(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** What the caller may do in a space: of view, modify, comment, admin, in this order. */
    String[] getPermissions(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * What a user may do in a space: of view, modify, comment, admin, in this order. Nothing, if the user is
     * deactivated or may not use the site. For others than oneself this takes the permission to set permissions.
     */
    String[] getPermissionsForUser(String token, String spaceKey, String userName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Who has which permission: a set for each of {@link #getSpaceLevelPermissions}, in this order. */
    RemoteSpacePermissionSet[] getSpacePermissionSets(String token, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Who has one permission. Users come first, then groups, then everybody. */
    RemoteSpacePermissionSet getSpacePermissionSet(String token, String spaceKey, String permissionType)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Gives a permission to a user or group. True, also if they have it already. */
    boolean addPermissionToSpace(String token, String permission, String remoteEntityName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Gives several permissions to a user or group, or none at all if one of them is not a permission. */
    boolean addPermissionsToSpace(String token, String[] permissions, String remoteEntityName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Takes a permission from a user or group. False if it was not given to them, but perhaps to a group of theirs. */
    boolean removePermissionFromSpace(String token, String permission, String remoteEntityName, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Gives a permission to everybody, also to callers without a login. Not SETSPACEPERMISSIONS and SETPAGEPERMISSIONS:
     * who has these must be known.
     */
    boolean addAnonymousPermissionToSpace(String token, String permission, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Gives several permissions to everybody, or none at all if one of them cannot be given. */
    boolean addAnonymousPermissionsToSpace(String token, String[] permissions, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Takes a permission from everybody; users and groups keep what was given to them by name. False if everybody did
     * not have it.
     */
    boolean removeAnonymousPermissionFromSpace(String token, String permission, String spaceKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
