package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.GroupService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Groups of users. */
public final class GroupArea implements GroupService {

    private final Access access;

    public GroupArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public String[] getGroups(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasGroup(String token, String groupname) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addGroup(String token, String groupname) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeGroup(String token, String groupname, String defaultGroupName) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String[] getUserGroups(String token, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addUserToGroup(String token, String username, String groupname) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeUserFromGroup(String token, String username, String groupname) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
