package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Groups of users. Names are compared without regard to case. Groups are changed by administrators, who cannot make
 * themselves none any more.
 */
public interface GroupService {

    /** All names. For callers with a login. */
    String[] getGroups(String token) throws InvalidSessionException, NotPermittedException, RemoteException;

    /** For callers with a login. */
    boolean hasGroup(String token, String groupname)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addGroup(String token, String groupname)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /**
     * Removes a group. Its members and its permissions go to the default group, if one is named; else a page that only
     * the group might view is for administrators from now on. confluence-users and confluence-administrators stay.
     */
    boolean removeGroup(String token, String groupname, String defaultGroupName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * The groups of a user as they are kept here, whatever the host says of the user. To see those of others takes the
     * permission VIEWUSERPROFILES.
     */
    String[] getUserGroups(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** False if the user was a member before. */
    boolean addUserToGroup(String token, String username, String groupname)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** False if the user was no member before. */
    boolean removeUserFromGroup(String token, String username, String groupname)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
