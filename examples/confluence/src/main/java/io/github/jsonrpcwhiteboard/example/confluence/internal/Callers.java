package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.InvalidSessionException;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Access;
import io.github.jsonrpcwhiteboard.example.confluence.internal.login.UserAuthenticator;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Account;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.UserTable;

/** Makes callers of logins: users of this plugin, and those that the host knows, who become users when they come. */
final class Callers {

    /** The role that this plugin gives to its users when they log in. The host's own users do not have it. */
    static final String ROLE = "confluence-user";

    private static final int NAME_LENGTH = 255;

    private Callers() {
    }

    /** Tells who calls; refuses who may not use the site. */
    static Call identify(Call anonymous, Login login) throws RemoteException {
        Caller caller = login.name() == null ? Caller.ANONYMOUS : caller(anonymous, login);
        Call call = new Call(anonymous.db(), anonymous.site(), caller, anonymous.now());
        if (!new Access(call).may(GlobalPermission.USECONFLUENCE)) {
            throw new NotPermittedException("You're not permitted to use this site.");
        }
        return call;
    }

    private static Caller caller(Call anonymous, Login login) throws RemoteException {
        Account account = account(anonymous, login);
        if (!account.active()) {
            throw new NotPermittedException("The user " + account.name() + " is deactivated.");
        }
        return Caller.of(account.name(), new UserTable(anonymous).groups(account.name()), login.isAdministrator());
    }

    /** The host may keep the login of a user who is gone, or has another password by now: it counts no more. */
    private static Account account(Call anonymous, Login login) throws RemoteException {
        Optional<Account> account = Account.find(anonymous.db(), login.name());
        if (login.isOwn()) {
            return account.filter(known -> !known.isOfHost())
                    .filter(known -> login.hasRole().test(UserAuthenticator.role(ROLE, known)))
                    .orElseThrow(() -> invalid(login.name()));
        }
        return account.isPresent() ? account.get() : welcome(anonymous, login.name());
    }

    /** Adds a user of the host's, and writes that at once: else the user's other calls would wait for this one. */
    private static Account welcome(Call anonymous, String name) throws RemoteException {
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            throw new NotPermittedException("Names of users have 1 to " + NAME_LENGTH + " characters here.");
        }
        try {
            new UserTable(anonymous).insert(name, null, null, null);
        } catch (AlreadyExistsException e) {
            // another call of the same user was faster
        }
        anonymous.db().execute("commit");
        return Account.find(anonymous.db(), name).orElseThrow(() -> invalid(name));
    }

    private static InvalidSessionException invalid(String name) {
        return new InvalidSessionException("The login of " + name + " is not valid any more.");
    }
}
