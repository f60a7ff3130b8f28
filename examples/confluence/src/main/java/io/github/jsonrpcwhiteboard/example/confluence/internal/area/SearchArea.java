package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Map;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;
import io.github.jsonrpcwhiteboard.example.confluence.api.SearchService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.SearchIndex;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Search. */
public final class SearchArea implements SearchService {

    private final Access access;
    private final SearchIndex index;

    public SearchArea(Call call, SearchIndex index) {
        this.access = new Access(call);
        this.index = index;
    }

    @Override
    public RemoteSearchResult[] search(String token, String query, int maxResults) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteSearchResult[] search(String token, String query, Map<String, String> params, int maxResults)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean flushIndexQueue(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean clearIndexQueue(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean recoverMainIndex(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
