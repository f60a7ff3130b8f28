package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.EnumSet;
import java.util.Set;

import io.github.jsonrpcwhiteboard.example.confluence.api.GlobalPermissionService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermissionTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Holder;

/** The rules for permissions in the whole site. */
public final class GlobalPermissionArea implements GlobalPermissionService {

    private final Call call;
    private final Runnable anonymousAccess;
    private final GlobalPermissionTable permissions;
    private final Holders holders;
    private final Access access;

    /** @param anonymousAccess told when callers without a login are let in or kept out, if the call succeeds */
    public GlobalPermissionArea(Call call, Runnable anonymousAccess) {
        this.call = call;
        this.anonymousAccess = anonymousAccess;
        this.permissions = new GlobalPermissionTable(call);
        this.holders = new Holders(call);
        this.access = new Access(call);
    }

    @Override
    public boolean addGlobalPermission(String token, String permission, String remoteEntityName)
            throws RemoteException {
        return addGlobalPermissions(token, new String[] {permission}, remoteEntityName);
    }

    @Override
    public boolean addGlobalPermissions(String token, String[] permissions, String remoteEntityName)
            throws RemoteException {
        begin();
        return grant(PermissionNames.several(GlobalPermission.class, permissions), holders.find(remoteEntityName));
    }

    @Override
    public boolean removeGlobalPermission(String token, String permission, String remoteEntityName)
            throws RemoteException {
        begin();
        boolean removed = permissions.revoke(PermissionNames.one(GlobalPermission.class, permission),
                holders.find(remoteEntityName));
        keepAdministrators();
        return removed;
    }

    @Override
    public boolean removeAllPermissionsForGroup(String token, String groupname) throws RemoteException {
        begin();
        boolean removed = permissions.revokeAll(holders.group(groupname).group());
        keepAdministrators();
        return removed;
    }

    @Override
    public boolean addAnonymousUsePermission(String token) throws RemoteException {
        begin();
        call.db().afterCommit(anonymousAccess);
        return grant(EnumSet.of(GlobalPermission.USECONFLUENCE), Holder.EVERYBODY);
    }

    @Override
    public boolean removeAnonymousUsePermission(String token) throws RemoteException {
        begin();
        call.db().afterCommit(anonymousAccess);
        return permissions.revoke(GlobalPermission.USECONFLUENCE, Holder.EVERYBODY);
    }

    @Override
    public boolean addAnonymousViewUserProfilePermission(String token) throws RemoteException {
        begin();
        return grant(EnumSet.of(GlobalPermission.VIEWUSERPROFILES), Holder.EVERYBODY);
    }

    @Override
    public boolean removeAnonymousViewUserProfilePermission(String token) throws RemoteException {
        begin();
        return permissions.revoke(GlobalPermission.VIEWUSERPROFILES, Holder.EVERYBODY);
    }

    @Override
    public boolean setEnableAnonymousAccess(String token, boolean value) throws RemoteException {
        if (value) {
            addAnonymousUsePermission(token);
        } else {
            removeAnonymousUsePermission(token);
        }
        return true;
    }

    private void begin() throws RemoteException {
        access.administrator("change global permissions");
        permissions.lock();
    }

    private boolean grant(Set<GlobalPermission> given, Holder holder) {
        permissions.grant(given, holder);
        return true;
    }

    /** Those whom the host says to be administrators are so as members of that group. */
    private void keepAdministrators() throws RemoteException {
        if (!permissions.hasAdministrators()) {
            throw new RemoteException("The group " + Caller.ADMINISTRATORS + " keeps one of "
                    + GlobalPermission.ADMINISTRATECONFLUENCE + " and " + GlobalPermission.SYSTEMADMINISTRATOR
                    + ": nobody could give it back.");
        }
    }
}
