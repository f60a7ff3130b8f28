package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteConfluenceUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUserInformation;
import io.github.jsonrpcwhiteboard.example.confluence.api.UserService;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.login.Password;
import io.github.jsonrpcwhiteboard.example.confluence.internal.login.WrongPasswords;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Account;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.ProfileTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.UserTable;

/** The rules for users. */
public final class UserArea implements UserService {

    private static final String NAME = "name of the user";
    private static final String ONE_RENAME = "rename";

    private final Call call;
    private final Access access;
    private final Administrators administrators;
    private final UserTable users;
    private final ProfileTable profiles;
    private final WrongPasswords wrongPasswords;

    public UserArea(Call call, WrongPasswords wrongPasswords) {
        this.call = call;
        this.access = new Access(call);
        this.administrators = new Administrators(call, access);
        this.users = new UserTable(call);
        this.profiles = new ProfileTable(call);
        this.wrongPasswords = wrongPasswords;
    }

    @Override
    public RemoteConfluenceUser getUserByName(String token, String username) throws RemoteException {
        access.needToViewProfile(Checks.given(username, NAME));
        return Access.orNone(Access.noUser(username), profiles.byName(username));
    }

    @Override
    public RemoteConfluenceUser getUserByKey(String token, String userKey) throws RemoteException {
        Optional<RemoteConfluenceUser> user = profiles.byKey(Checks.given(userKey, "key of the user"));
        access.needToViewProfile(user.map(RemoteUser::getName).orElse(null));
        return Access.orNone("There is no user with the key " + userKey + ".", user);
    }

    @Override
    public boolean hasUser(String token, String username) throws RemoteException {
        access.needToViewProfile(Checks.given(username, NAME));
        return users.find(username).isPresent();
    }

    @Override
    public void addUser(String token, RemoteUser remoteUser, String password) throws RemoteException {
        access.administrator("add users");
        Checks.userName(Checks.given(remoteUser, "user").getName(), NAME);
        check(remoteUser);
        users.insert(remoteUser.getName(), remoteUser.getFullname(), remoteUser.getEmail(),
                Password.hash(Checks.password(password, "password")));
    }

    @Override
    public void addUser(String token, RemoteUser remoteUser, String password, boolean notifyUser)
            throws RemoteException {
        addUser(token, remoteUser, password);
    }

    @Override
    public boolean removeUser(String token, String username) throws RemoteException {
        administrators.begin("remove users");
        Account user = administrators.other(username, "remove");
        users.delete(ofPlugin(user, "would come back: deactivate the user instead"));
        return true;
    }

    @Override
    public boolean editUser(String token, RemoteUser remoteUser) throws RemoteException {
        Account user = changed(Checks.given(remoteUser, "user").getName());
        check(remoteUser);
        profiles.update(user, remoteUser);
        return true;
    }

    @Override
    public boolean deactivateUser(String token, String username) throws RemoteException {
        administrators.begin("deactivate users");
        return users.setActive(administrators.other(username, "deactivate"), false);
    }

    @Override
    public boolean reactivateUser(String token, String username) throws RemoteException {
        access.administrator("reactivate users");
        return users.setActive(access.lockedUser(username), true);
    }

    @Override
    public boolean isActiveUser(String token, String username) throws RemoteException {
        access.needToViewProfile(Checks.given(username, NAME));
        return Access.orNone(Access.noUser(username), users.find(username)).active();
    }

    @Override
    public String[] getActiveUsers(String token, boolean viewAll) throws RemoteException {
        access.needToViewProfile(null);
        return users.active(viewAll).toArray(String[]::new);
    }

    @Override
    public boolean setUserInformation(String token, RemoteUserInformation userInfo) throws RemoteException {
        Account user = changed(Checks.given(userInfo, "information").getUsername());
        if (userInfo.getId() != 0 && userInfo.getId() != user.id()) {
            throw new RemoteException("The id is not that of the information about " + user.name() + ".");
        }
        String content = Checks.text(userInfo.getContent(), "content of the information");
        if (!profiles.setInformation(user, content, userInfo.getVersion())) {
            throw new VersionMismatchException("You're trying to edit an outdated version of that information.");
        }
        return true;
    }

    @Override
    public RemoteUserInformation getUserInformation(String token, String username) throws RemoteException {
        access.needToViewProfile(Checks.given(username, NAME));
        return Access.orNone(Access.noUser(username), profiles.information(username));
    }

    /** Without holding the user: hashing takes its time. */
    @Override
    public boolean changeMyPassword(String token, String oldPass, String newPass) throws RemoteException {
        String name = access.user("change a password");
        Account user = ofPlugin(Access.orNone(Access.noUser(name), users.find(name)), "so is the password");
        Checks.password(oldPass, "old password");
        Checks.password(newPass, "new password");
        if (!wrongPasswords.mayTry(user.name())) {
            throw new NotPermittedException("There were too many wrong passwords: wait a minute.");
        }
        if (!Password.matches(oldPass, user.passwordHash()) || !users.setPassword(user, Password.hash(newPass))) {
            throw new NotPermittedException("The old password is wrong.");
        }
        wrongPasswords.forget(user.name());
        return true;
    }

    @Override
    public boolean changeUserPassword(String token, String username, String newPass) throws RemoteException {
        access.administrator("change the passwords of users");
        String hash = Password.hash(Checks.password(newPass, "new password"));
        Account user = ofPlugin(access.lockedUser(username), "so is the password");
        return users.setPassword(user, hash);
    }

    @Override
    public boolean addProfilePicture(String token, String userName, String fileName, String mimeType,
            byte[] pictureData) throws RemoteException {
        Account user = changed(userName);
        Checks.line(fileName, "name of the file");
        if (Checks.given(pictureData, "data of the picture").length > call.site().attachmentLimit()) {
            throw new RemoteException("The picture has more than " + call.site().attachmentLimit() + " bytes.");
        }
        profiles.setPicture(user, fileName, Picture.type(mimeType, pictureData), pictureData);
        return true;
    }

    @Override
    public boolean renameUser(String token, String oldUsername, String newUsername) throws RemoteException {
        access.administrator("rename users");
        new SpaceTable(call).lockAll(); // the name may be on contents of all
        rename(oldUsername, newUsername);
        return true;
    }

    @Override
    public String[] renameUsers(String token, Map<String, String> oldUsernamesToNewUsernames) throws RemoteException {
        access.administrator("rename users");
        List<String> failed = new ArrayList<>();
        Map<String, String> all = Checks.given(oldUsernamesToNewUsernames, "map of names");
        new SpaceTable(call).lockAll();
        for (Map.Entry<String, String> names : all.entrySet()) {
            call.db().savepoint(ONE_RENAME);
            try {
                rename(names.getKey(), names.getValue());
            } catch (RemoteException e) {
                call.db().rollbackToSavepoint(ONE_RENAME);
                failed.add(names.getKey());
            }
        }
        return failed.toArray(String[]::new);
    }

    private void rename(String name, String newName) throws RemoteException {
        Account user = ofPlugin(access.lockedUser(name), "so is the name");
        users.rename(user, Checks.userName(newName, "new name of the user"));
    }

    /** A user whose profile the caller changes. */
    private Account changed(String name) throws RemoteException {
        access.userOrAdministrator(Checks.given(name, NAME), "change the profile of another user");
        return access.lockedUser(name);
    }

    private static void check(RemoteUser user) throws RemoteException {
        if (user.getFullname() != null) {
            Checks.line(user.getFullname(), "full name of the user");
        }
        if (user.getEmail() != null && !user.getEmail().isEmpty()) {
            Checks.line(user.getEmail(), "e-mail address of the user");
        }
    }

    /** Refuses a user of the host's; {@code why} completes "The user is the host's, and". */
    private static Account ofPlugin(Account user, String why) throws RemoteException {
        if (user.isOfHost()) {
            throw new RemoteException("The user " + user.name() + " is the host's, and " + why + ".");
        }
        return user;
    }
}
