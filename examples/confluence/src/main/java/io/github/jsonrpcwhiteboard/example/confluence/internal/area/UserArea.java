package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Map;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteConfluenceUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUserInformation;
import io.github.jsonrpcwhiteboard.example.confluence.api.UserService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.login.Password;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.UserTable;

/** Users. */
public final class UserArea implements UserService {

    private final Access access;
    private final UserTable users;

    public UserArea(Call call) {
        this.access = new Access(call);
        this.users = new UserTable(call);
    }

    @Override
    public RemoteConfluenceUser getUserByName(String token, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteConfluenceUser getUserByKey(String token, String userKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasUser(String token, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addUser(String token, RemoteUser remoteUser, String password) throws RemoteException {
        access.administrator("add users");
        users.insert(Checks.name(Checks.given(remoteUser, "user").getName(), "name of the user"),
                remoteUser.getFullname(), remoteUser.getEmail(), Password.hash(Checks.given(password, "password")));
    }

    @Override
    public void addUser(String token, RemoteUser remoteUser, String password, boolean notifyUser)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeUser(String token, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean editUser(String token, RemoteUser remoteUser) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean deactivateUser(String token, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean reactivateUser(String token, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isActiveUser(String token, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String[] getActiveUsers(String token, boolean viewAll) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean setUserInformation(String token, RemoteUserInformation userInfo) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteUserInformation getUserInformation(String token, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean changeMyPassword(String token, String oldPass, String newPass) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean changeUserPassword(String token, String username, String newPass) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addProfilePicture(String token, String userName, String fileName, String mimeType,
            byte[] pictureData)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean renameUser(String token, String oldUsername, String newUsername) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String[] renameUsers(String token, Map<String, String> oldUsernamesToNewUsernames) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
