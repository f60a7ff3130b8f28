package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceGroup;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpaceGroupService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Groups of spaces. */
public final class SpaceGroupArea implements SpaceGroupService {

    private final Access access;

    public SpaceGroupArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public RemoteSpaceGroup addSpaceGroup(String token, RemoteSpaceGroup spaceGroup) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSpaceGroup getSpaceGroup(String token, String spaceGroup) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSpaceGroup[] getSpaceGroups(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeSpaceGroup(String token, String spaceGroupKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSpaceSummary[] getSpacesInGroup(String token, String spaceGroupKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
