package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Map;

import io.github.jsonrpcwhiteboard.example.confluence.api.MarkupService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Markup;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.ContentTable;

/** Wiki markup and HTML. */
public final class MarkupArea implements MarkupService {

    private final Call call;
    private final Access access;
    private final Markup markup;

    public MarkupArea(Call call, Markup markup) {
        this.call = call;
        this.access = new Access(call);
        this.markup = markup;
    }

    @Override
    public String convertWikiToStorageFormat(String token, String markup) throws RemoteException {
        return this.markup.toStorage(Checks.given(markup, "markup"));
    }

    @Override
    public String renderContent(String token, String spaceKey, long pageId, String newContent) throws RemoteException {
        return renderContent(token, spaceKey, pageId, newContent, Map.of());
    }

    @Override
    public String renderContent(String token, String spaceKey, long pageId, String newContent,
            Map<String, String> renderParameters)
            throws RemoteException {
        String html = pageId == 0 ? rendered(spaceKey, newContent) : rendered(spaceKey, pageId, newContent);
        boolean clean = renderParameters != null && "clean".equals(renderParameters.get("style"));
        return clean ? html : "<div class=\"wiki-content\">" + html + "</div>";
    }

    /** As a page that is not there yet. */
    private String rendered(String spaceKey, String content) throws RemoteException {
        String key = access.space(spaceKey).getKey();
        return markup.toHtml(content == null ? "" : content, new Place(call, access, key));
    }

    private String rendered(String spaceKey, long pageId, String newContent) throws RemoteException {
        Content page = access.pageOrEntry(pageId);
        if (spaceKey != null && !spaceKey.isEmpty() && !spaceKey.equalsIgnoreCase(page.space())) {
            throw new RemoteException("The page is not in the space " + spaceKey + ".");
        }
        boolean own = newContent == null || newContent.isEmpty();
        String content = own ? new ContentTable(call).body(pageId).orElse("") : newContent;
        return markup.toHtml(content, new Place(call, access, page));
    }
}
