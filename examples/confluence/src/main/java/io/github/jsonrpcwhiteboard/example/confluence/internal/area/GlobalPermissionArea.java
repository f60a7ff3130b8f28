package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.GlobalPermissionService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Permissions in the whole site. */
public final class GlobalPermissionArea implements GlobalPermissionService {

    private final Access access;

    public GlobalPermissionArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public boolean addGlobalPermission(String token, String permission, String remoteEntityName)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addGlobalPermissions(String token, String[] permissions, String remoteEntityName)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeGlobalPermission(String token, String permission, String remoteEntityName)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAllPermissionsForGroup(String token, String groupname) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAnonymousUsePermission(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAnonymousUsePermission(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAnonymousViewUserProfilePermission(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAnonymousViewUserProfilePermission(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean setEnableAnonymousAccess(String token, boolean value) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
