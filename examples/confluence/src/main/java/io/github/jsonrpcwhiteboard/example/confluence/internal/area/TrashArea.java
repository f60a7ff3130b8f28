package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentSummaries;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.TrashService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** What was removed, and can be purged. */
public final class TrashArea implements TrashService {

    private final Access access;

    public TrashArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public RemoteContentSummaries getTrashContents(String token, String spaceKey, int offset, int count)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Boolean purgeFromTrash(String token, String spaceKey, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Boolean emptyTrash(String token, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
