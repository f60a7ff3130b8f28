package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.ContentPermissionService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermissionSet;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Who may view and edit single pages. */
public final class ContentPermissionArea implements ContentPermissionService {

    private final Access access;

    public ContentPermissionArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public RemoteContentPermissionSet[] getContentPermissionSets(String token, long contentId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteContentPermissionSet getContentPermissionSet(String token, long contentId, String permissionType)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean setContentPermissions(String token, long contentId, String permissionType,
            RemoteContentPermission[] permissions)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
