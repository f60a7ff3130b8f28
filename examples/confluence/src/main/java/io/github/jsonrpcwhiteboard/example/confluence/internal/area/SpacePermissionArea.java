package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpacePermissionSet;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpacePermissionService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Account;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Holder;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermissionTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.UserTable;

/** The rules for permissions in spaces. */
public final class SpacePermissionArea implements SpacePermissionService {

    /** What an administrator may do has to be known of whom. */
    private static final Set<SpacePermission> NOT_FOR_EVERYBODY =
            EnumSet.of(SpacePermission.SETSPACEPERMISSIONS, SpacePermission.SETPAGEPERMISSIONS);

    private final Call call;
    private final SpacePermissionTable permissions;
    private final UserTable users;
    private final Holders holders;
    private final Access access;

    public SpacePermissionArea(Call call) {
        this.call = call;
        this.permissions = new SpacePermissionTable(call);
        this.users = new UserTable(call);
        this.holders = new Holders(call);
        this.access = new Access(call);
    }

    @Override
    public String[] getSpaceLevelPermissions(String token) {
        return PermissionNames.all(SpacePermission.class);
    }

    @Override
    public String[] getPermissions(String token, String spaceKey) throws RemoteException {
        return levels(access.inSpace(access.space(spaceKey).getKey()));
    }

    @Override
    public String[] getPermissionsForUser(String token, String spaceKey, String userName) throws RemoteException {
        String key = access.space(spaceKey).getKey();
        Checks.name(userName, "name of the user");
        if (!userName.equalsIgnoreCase(call.user())) {
            access.need(SpacePermission.SETSPACEPERMISSIONS, key, "see what others may do in that space");
        }
        String user = access.knownUser(userName);
        Access theirs = access.of(user);
        boolean comesIn = users.find(user).map(Account::active).orElse(false)
                && theirs.may(GlobalPermission.USECONFLUENCE);
        return comesIn ? levels(theirs.inSpace(key)) : new String[0];
    }

    private static String[] levels(Set<SpacePermission> permissions) {
        return Stream.of(Level.values()).filter(level -> permissions.contains(level.permission))
                .map(level -> level.name).toArray(String[]::new);
    }

    /** What callers are told of permissions in few words. */
    private enum Level {

        VIEW("view", SpacePermission.VIEWSPACE),
        MODIFY("modify", SpacePermission.EDITSPACE),
        COMMENT("comment", SpacePermission.COMMENT),
        ADMIN("admin", SpacePermission.SETSPACEPERMISSIONS);

        final String name;
        final SpacePermission permission;

        Level(String name, SpacePermission permission) {
            this.name = name;
            this.permission = permission;
        }
    }

    @Override
    public RemoteSpacePermissionSet[] getSpacePermissionSets(String token, String spaceKey) throws RemoteException {
        Map<SpacePermission, List<Holder>> all = permissions.holders(seen(spaceKey));
        return Stream.of(SpacePermission.values()).map(permission -> set(permission, all))
                .toArray(RemoteSpacePermissionSet[]::new);
    }

    @Override
    public RemoteSpacePermissionSet getSpacePermissionSet(String token, String spaceKey, String permissionType)
            throws RemoteException {
        String key = seen(spaceKey);
        return set(PermissionNames.one(SpacePermission.class, permissionType), permissions.holders(key));
    }

    private String seen(String spaceKey) throws RemoteException {
        String key = access.space(spaceKey).getKey();
        access.need(SpacePermission.SETSPACEPERMISSIONS, key, "see the permissions of that space");
        return key;
    }

    private static RemoteSpacePermissionSet set(SpacePermission permission, Map<SpacePermission, List<Holder>> all) {
        return new RemoteSpacePermissionSet(permission.name(),
                Holders.shown(permission.name(), all.getOrDefault(permission, List.of())));
    }

    @Override
    public boolean addPermissionToSpace(String token, String permission, String remoteEntityName, String spaceKey)
            throws RemoteException {
        return addPermissionsToSpace(token, new String[] {permission}, remoteEntityName, spaceKey);
    }

    @Override
    public boolean addPermissionsToSpace(String token, String[] permissions, String remoteEntityName, String spaceKey)
            throws RemoteException {
        String key = changed(spaceKey);
        this.permissions.grant(key, PermissionNames.several(SpacePermission.class, permissions),
                holders.find(remoteEntityName));
        return true;
    }

    @Override
    public boolean removePermissionFromSpace(String token, String permission, String remoteEntityName, String spaceKey)
            throws RemoteException {
        String key = changed(spaceKey);
        return permissions.revoke(key, PermissionNames.one(SpacePermission.class, permission),
                holders.find(remoteEntityName));
    }

    @Override
    public boolean addAnonymousPermissionToSpace(String token, String permission, String spaceKey)
            throws RemoteException {
        return addAnonymousPermissionsToSpace(token, new String[] {permission}, spaceKey);
    }

    @Override
    public boolean addAnonymousPermissionsToSpace(String token, String[] permissions, String spaceKey)
            throws RemoteException {
        String key = changed(spaceKey);
        Set<SpacePermission> given = PermissionNames.several(SpacePermission.class, permissions);
        for (SpacePermission permission : NOT_FOR_EVERYBODY) {
            if (given.contains(permission)) {
                throw new RemoteException("The permission " + permission + " cannot be given to everybody.");
            }
        }
        this.permissions.grant(key, given, Holder.EVERYBODY);
        return true;
    }

    @Override
    public boolean removeAnonymousPermissionFromSpace(String token, String permission, String spaceKey)
            throws RemoteException {
        String key = changed(spaceKey);
        return permissions.revoke(key, PermissionNames.one(SpacePermission.class, permission), Holder.EVERYBODY);
    }

    private String changed(String spaceKey) throws RemoteException {
        String key = access.lockedSpace(spaceKey).getKey();
        access.need(SpacePermission.SETSPACEPERMISSIONS, key, "change the permissions of that space");
        return key;
    }
}
