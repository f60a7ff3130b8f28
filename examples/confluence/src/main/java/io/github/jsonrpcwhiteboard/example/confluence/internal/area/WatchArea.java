package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.WatchService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Who watches what. */
public final class WatchArea implements WatchService {

    private final Access access;

    public WatchArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public boolean watchPage(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removePageWatch(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean watchPageForUser(String token, long pageId, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removePageWatchForUser(String token, long pageId, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean watchSpace(String token, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeSpaceWatch(String token, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWatchingPage(String token, long pageId, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWatchingSpace(String token, String spaceKey, String username) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWatchingSpaceForType(String token, String spaceKey, String contentType, String username)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteUser[] getWatchersForPage(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteUser[] getWatchersForSpace(String token, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
