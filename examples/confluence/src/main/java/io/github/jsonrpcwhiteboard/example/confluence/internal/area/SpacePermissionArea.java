package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpacePermissionSet;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpacePermissionService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Permissions in spaces. */
public final class SpacePermissionArea implements SpacePermissionService {

    private final Access access;

    public SpacePermissionArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public String[] getSpaceLevelPermissions(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String[] getPermissions(String token, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String[] getPermissionsForUser(String token, String spaceKey, String userName) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSpacePermissionSet[] getSpacePermissionSets(String token, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSpacePermissionSet getSpacePermissionSet(String token, String spaceKey, String permissionType)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addPermissionToSpace(String token, String permission, String remoteEntityName, String spaceKey)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addPermissionsToSpace(String token, String[] permissions, String remoteEntityName, String spaceKey)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removePermissionFromSpace(String token, String permission, String remoteEntityName, String spaceKey)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAnonymousPermissionToSpace(String token, String permission, String spaceKey)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAnonymousPermissionsToSpace(String token, String[] permissions, String spaceKey)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAnonymousPermissionFromSpace(String token, String permission, String spaceKey)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
