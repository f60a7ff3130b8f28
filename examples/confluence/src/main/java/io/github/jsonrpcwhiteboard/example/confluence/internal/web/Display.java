package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.util.List;
import java.util.Map;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntry;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Access;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.BlogArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.MarkupArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.PageArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Markup;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Spaces, pages and blog entries as HTML, for one visit. */
final class Display {

    private static final String TOKEN = null;

    private final Call call;
    private final Access access;
    private final HtmlPage html;

    Display(Call call, String root) {
        this.call = call;
        this.access = new Access(call);
        this.html = new HtmlPage(root, call.site().baseUrl());
    }

    /** What is at a path: a space, a space and a title, or a space, year, month, day and a title. */
    String find(List<String> path) throws RemoteException {
        return switch (path.size()) {
            case 1 -> space(access.space(path.get(0)));
            case 2 -> page(access.space(path.get(0)), access.page(path.get(0), path.get(1)));
            case 5 -> blogEntry(access.space(path.get(0)), path.subList(1, 5));
            default -> throw SitePath.nothing();
        };
    }

    /** By its home page, or else by those that are at the top. */
    private String space(RemoteSpace space) throws RemoteException {
        long home = space.getHomePage();
        if (home != 0 && access.canView(space.getKey(), home)) {
            return page(space, access.page(home));
        }
        return html.of(space, space.getName(), HtmlPage.text(space.getDescription()) + html.links(below(space, 0)));
    }

    private String page(RemoteSpace space, RemotePage page) throws RemoteException {
        return html.of(space, page.getTitle(), HtmlPage.changed(page.getModifier(), page.getModified())
                + HtmlPage.content(rendered(page.getId())) + html.links(below(space, page.getId())));
    }

    private String blogEntry(RemoteSpace space, List<String> path) throws RemoteException {
        RemoteBlogEntry entry = new BlogArea(call).getBlogEntryByDateAndTitle(TOKEN, space.getKey(),
                SitePath.number(path.get(0)), SitePath.number(path.get(1)), SitePath.number(path.get(2)), path.get(3));
        return html.of(space, entry.getTitle(), HtmlPage.posted(entry.getAuthor(), entry.getPublishDate())
                + HtmlPage.content(rendered(entry.getId())));
    }

    private String rendered(long id) throws RemoteException {
        return new MarkupArea(call, new Markup()).renderContent(TOKEN, null, id, null, Map.of("style", "clean"));
    }

    private List<RemotePageSummary> below(RemoteSpace space, long parent) throws RemoteException {
        return List.of(new PageArea(call).getPages(TOKEN, space.getKey())).stream()
                .filter(page -> page.getParentId() == parent).toList();
    }
}
