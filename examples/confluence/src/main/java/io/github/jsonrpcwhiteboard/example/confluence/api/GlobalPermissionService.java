package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Permissions in the whole site: USECONFLUENCE, VIEWUSERPROFILES, PERSONALSPACE, CREATESPACE, ADMINISTRATECONFLUENCE
 * and SYSTEMADMINISTRATOR, of which the last two are alike and imply all others. The group confluence-administrators
 * always keeps one of these two. All methods are for administrators. A name that both a user and a group have means the
 * user.
 */
public interface GlobalPermissionService {

    /** Gives a permission to a user or group. True, also if they have it already. */
    boolean addGlobalPermission(String token, String permission, String remoteEntityName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Gives several permissions to a user or group, or none at all if one of them is not a permission. */
    boolean addGlobalPermissions(String token, String[] permissions, String remoteEntityName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Takes a permission from a user or group. False if it was not given to them, but perhaps to a group of theirs. */
    boolean removeGlobalPermission(String token, String permission, String remoteEntityName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Takes everything from a group: global permissions, and those in spaces and on pages. A page that named no other
     * does not open by that. False if the group had nothing.
     */
    boolean removeAllPermissionsForGroup(String token, String groupname)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Lets callers without a login in, from the next call on. What they may do then is what everybody may. */
    boolean addAnonymousUsePermission(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Keeps callers without a login out, from the next call on. False if they were kept out before. */
    boolean removeAnonymousUsePermission(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Lets everybody view the profiles of users, also callers without a login. */
    boolean addAnonymousViewUserProfilePermission(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Lets only those view the profiles of users who have that permission themselves. False if it was so before. */
    boolean removeAnonymousViewUserProfilePermission(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Lets callers without a login in, or keeps them out. True, also if it was so before. */
    boolean setEnableAnonymousAccess(String token, boolean value)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
