package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GroupTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Holder;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.UserTable;

/** Finds those whom callers name as holders of permissions. */
final class Holders {

    private final UserTable users;
    private final GroupTable groups;

    Holders(Call call) {
        this.users = new UserTable(call);
        this.groups = new GroupTable(call);
    }

    /** A user or else a group: of both by one name the user, who is fewer people. */
    Holder find(String name) throws RemoteException {
        Checks.name(name, "name of the user or group");
        Optional<Holder> user = users.name(name).map(Holder::user);
        return user.or(() -> groups.name(name).map(Holder::group))
                .orElseThrow(() -> new RemoteException("There is no user or group " + name + "."));
    }

    Holder user(String name) throws RemoteException {
        Checks.name(name, "name of the user");
        return users.name(name).map(Holder::user)
                .orElseThrow(() -> new RemoteException("There is no user " + name + "."));
    }

    Holder group(String name) throws RemoteException {
        Checks.name(name, "name of the group");
        return groups.name(name).map(Holder::group)
                .orElseThrow(() -> new RemoteException("There is no group " + name + "."));
    }

    /** As callers see them. */
    static RemoteContentPermission[] shown(String type, List<Holder> holders) {
        return holders.stream().map(holder -> shown(type, holder)).toArray(RemoteContentPermission[]::new);
    }

    private static RemoteContentPermission shown(String type, Holder holder) {
        RemoteContentPermission permission = new RemoteContentPermission();
        permission.setType(type);
        permission.setUserName(holder.user());
        permission.setGroupName(holder.group());
        return permission;
    }
}
