package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.BlogService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntry;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntrySummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Blog entries. */
public final class BlogArea implements BlogService {

    private final Access access;

    public BlogArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public RemoteBlogEntrySummary[] getBlogEntries(String token, String spaceKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteBlogEntry getBlogEntry(String token, long entryId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteBlogEntry getBlogEntryByDayAndTitle(String token, String spaceKey, int dayOfMonth, String postTitle)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteBlogEntry getBlogEntryByDateAndTitle(String token, String spaceKey, int year, int month,
            int dayOfMonth, String postTitle)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteBlogEntry storeBlogEntry(String token, RemoteBlogEntry blogEntry) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
