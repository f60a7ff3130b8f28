package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Map;

import io.github.jsonrpcwhiteboard.example.confluence.api.MarkupService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Markup;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Wiki markup and HTML. */
public final class MarkupArea implements MarkupService {

    private final Access access;
    private final Markup markup;

    public MarkupArea(Call call, Markup markup) {
        this.access = new Access(call);
        this.markup = markup;
    }

    @Override
    public String convertWikiToStorageFormat(String token, String markup) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String renderContent(String token, String spaceKey, long pageId, String newContent) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String renderContent(String token, String spaceKey, long pageId, String newContent, Map<String,
            String> renderParameters)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
