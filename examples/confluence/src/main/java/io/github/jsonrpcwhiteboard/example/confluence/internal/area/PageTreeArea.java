package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.PageTreeService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** How pages lie above and below each other. */
public final class PageTreeArea implements PageTreeService {

    private final Access access;

    public PageTreeArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public RemotePageSummary[] getTopLevelPages(String token, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemotePageSummary[] getAncestors(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemotePageSummary[] getChildren(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemotePageSummary[] getDescendents(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Boolean movePage(String token, long sourcePageId, long targetPageId, String position)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Boolean movePageToTopLevel(String token, long pageId, String targetSpaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
