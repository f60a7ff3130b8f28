package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Account;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GroupTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.UserTable;

/** Sees to it that there is always an administrator: none can shut out themselves, nor two one another. */
final class Administrators {

    private final Call call;
    private final Access access;
    private final UserTable users;

    Administrators(Call call, Access access) {
        this.call = call;
        this.access = access;
        this.users = new UserTable(call);
    }

    /**
     * Refuses all but administrators. From now on until the end of the call no other call changes who is one;
     * {@code what} completes "You're not permitted to".
     */
    void begin(String what) throws RemoteException {
        access.administrator(what);
        new GroupTable(call).lock(Caller.ADMINISTRATORS);
        if (!remains()) {
            throw Access.notPermitted(what);
        }
    }

    /** Any user but the caller; {@code what} and "yourself" complete "You're not permitted to". */
    Account other(String userName, String what) throws RemoteException {
        if (access.isCaller(userName)) {
            throw Access.notPermitted(what + " yourself");
        }
        return access.lockedUser(userName);
    }

    /** Refuses what was done, if it leaves the caller no administrator. */
    void end() throws RemoteException {
        if (!remains()) {
            throw new NotPermittedException("You're not permitted to make yourself no administrator any more.");
        }
    }

    /** Whether the caller still is one. What the host says of the caller does not change during a call. */
    private boolean remains() {
        Optional<Account> user = users.find(call.user()).filter(Account::active);
        return user.isPresent() && new Access(new Call(call.db(), call.site(), caller(user.get().name()), call.now()))
                .isAdministrator();
    }

    private Caller caller(String name) {
        return Caller.of(name, users.groups(name), call.caller().isHostsAdministrator());
    }
}
