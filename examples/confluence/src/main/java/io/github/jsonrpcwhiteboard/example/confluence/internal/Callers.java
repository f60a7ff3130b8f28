package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.InvalidSessionException;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PermissionTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.UserTable;

/** Makes callers of logins: users of this plugin, and those that the host knows, who become users when they come. */
final class Callers {

    /** The role that this plugin gives to its users when they log in. The host's own users do not have it. */
    static final String ROLE = "confluence-user";

    private Callers() {
    }

    /** Tells who calls; refuses who may not use the site. */
    static Call identify(Call anonymous, Login login) throws RemoteException {
        Caller caller = login.name() == null ? Caller.ANONYMOUS : caller(anonymous, login);
        Call call = new Call(anonymous.db(), anonymous.site(), caller, anonymous.now());
        Set<GlobalPermission> global = new PermissionTable(call).global();
        if (!global.contains(GlobalPermission.USECONFLUENCE)
                && !global.contains(GlobalPermission.ADMINISTRATECONFLUENCE)
                && !global.contains(GlobalPermission.SYSTEMADMINISTRATOR)) {
            throw new NotPermittedException("You're not permitted to use this site.");
        }
        return call;
    }

    private static Caller caller(Call anonymous, Login login) throws RemoteException {
        UserTable users = new UserTable(anonymous);
        Optional<Boolean> active = users.isActive(login.name());
        if (active.isEmpty()) {
            welcome(users, login);
        } else if (!active.get()) {
            throw new NotPermittedException("The user " + login.name() + " is deactivated.");
        }
        Set<String> groups = new HashSet<>(users.groups(login.name()));
        if (login.isAdministrator()) {
            groups.add(Caller.ADMINISTRATORS);
        }
        return new Caller(login.name(), groups);
    }

    private static void welcome(UserTable users, Login login) throws RemoteException {
        if (login.isOwn()) {
            throw new InvalidSessionException("The user " + login.name() + " has been removed.");
        }
        try {
            users.insert(login.name(), null, null, null);
        } catch (AlreadyExistsException e) {
            // another call of the same user was faster
        }
    }
}
