package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Groups of users. Names are compared without regard to case. */
public interface GroupService {

    String[] getGroups(String token) throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean hasGroup(String token, String groupname)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addGroup(String token, String groupname)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Removes a group. Its members and its permissions go to the default group, if one is named. */
    boolean removeGroup(String token, String groupname, String defaultGroupName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    String[] getUserGroups(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addUserToGroup(String token, String username, String groupname)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean removeUserFromGroup(String token, String username, String groupname)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
