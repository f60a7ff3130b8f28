package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Map;

/**
 * Users. Names are compared without regard to case. Users of the host's are there from their first call on; their names
 * and passwords are the host's. To see others than oneself takes the permission VIEWUSERPROFILES.
 */
public interface UserService {

    RemoteConfluenceUser getUserByName(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteConfluenceUser getUserByKey(String token, String userKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean hasUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Adds a user, who can log in at once. For administrators. The name has no white space, no control characters and
     * none of {@code \ / , : ; < > % | ? * " & #}; the password has 1 to 500 characters.
     */
    void addUser(String token, RemoteUser remoteUser, String password)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Adds a user like {@link #addUser(String, RemoteUser, String)}. Nobody is notified, since there is no mail. */
    void addUser(String token, RemoteUser remoteUser, String password, boolean notifyUser)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /**
     * Removes a user of this plugin's, but not the caller. What the user wrote stays, and a page that only the user
     * might view is for administrators from now on. For administrators.
     */
    boolean removeUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Changes a user's full name and e-mail address, if given. For administrators and the user. */
    boolean editUser(String token, RemoteUser remoteUser)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Keeps a user out from now on, but not the caller. False if that was so before. For administrators. */
    boolean deactivateUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Lets a user in again. False if that was so before. For administrators. */
    boolean reactivateUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean isActiveUser(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The names of active users; without {@code viewAll} only of those who may use the site. */
    String[] getActiveUsers(String token, boolean viewAll)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Changes what a user tells of themselves. Needs the current version. For administrators and the user. */
    boolean setUserInformation(String token, RemoteUserInformation userInfo)
            throws InvalidSessionException, NotPermittedException, VersionMismatchException, RemoteException;

    RemoteUserInformation getUserInformation(String token, String username)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Changes the caller's password. Logins with the old one end, this one included. After ten wrong old passwords the
     * caller can try once a minute.
     */
    boolean changeMyPassword(String token, String oldPass, String newPass)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Changes the password of a user of this plugin's. Logins with the old one end. For administrators. */
    boolean changeUserPassword(String token, String username, String newPass)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Keeps a picture, PNG, JPEG or GIF, instead of the one before. It may be as large as an attachment. For
     * administrators and the user.
     */
    boolean addProfilePicture(String token, String userName, String fileName, String mimeType, byte[] pictureData)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Renames a user of this plugin's everywhere. The user's key stays, and so does the key of the personal space.
     * Logins under the old name end. For administrators.
     */
    boolean renameUser(String token, String oldUsername, String newUsername)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /**
     * Renames several users one after another, each or not; answers the old names of those who could not be. Two users
     * cannot swap their names, since the first finds its new name taken. For administrators.
     */
    String[] renameUsers(String token, Map<String, String> oldUsernamesToNewUsernames)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
