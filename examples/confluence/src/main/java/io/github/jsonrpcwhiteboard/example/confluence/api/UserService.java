package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Map;

/** Users. Names are compared without regard to case. */
public interface UserService {

    RemoteConfluenceUser getUserByName(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteConfluenceUser getUserByKey(String token, String userKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean hasUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Adds a user, who can log in at once. For administrators. */
    void addUser(String token, RemoteUser remoteUser, String password)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Adds a user like {@link #addUser(String, RemoteUser, String)}. Nobody is notified, since there is no mail. */
    void addUser(String token, RemoteUser remoteUser, String password, boolean notifyUser)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Removes a user. What the user wrote stays. */
    boolean removeUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Changes a user's full name and e-mail address. For administrators and the user. */
    boolean editUser(String token, RemoteUser remoteUser)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Keeps a user out. */
    boolean deactivateUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean reactivateUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean isActiveUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The names of active users; without {@code viewAll} only of those who may use the site. */
    String[] getActiveUsers(String token, boolean viewAll)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean setUserInformation(String token, RemoteUserInformation userInfo)
            throws InvalidSessionException, NotPermittedException, VersionMismatchException, RemoteException;

    RemoteUserInformation getUserInformation(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean changeMyPassword(String token, String oldPass, String newPass)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean changeUserPassword(String token, String username, String newPass)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean addProfilePicture(String token, String userName, String fileName, String mimeType, byte[] pictureData)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Renames a user everywhere. The key stays. */
    boolean renameUser(String token, String oldUsername, String newUsername)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Renames several users; answers the old names of those who could not be. */
    String[] renameUsers(String token, Map<String, String> oldUsernamesToNewUsernames)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
