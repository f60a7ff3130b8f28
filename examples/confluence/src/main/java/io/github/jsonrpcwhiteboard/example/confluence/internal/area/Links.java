package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.PageLinks;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.LinkTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;

/** Keeps links leading to their pages, whatever becomes of the titles and spaces of these. */
public final class Links {

    private final Call call;
    private final LinkTable links;

    public Links(Call call) {
        this.call = call;
        this.links = new LinkTable(call);
    }

    /** Whenever a page, blog entry or comment has been created or changed: remembers what it links to. */
    public void stored(long contentId, String space, String body) {
        links.store(contentId, in(body, space).pages());
    }

    /**
     * Before pages are renamed, or moved to another space, and before anything else is held: holds spaces, and those
     * with links to the pages, until the end of the call. All hold spaces in the same order, so nobody waits for
     * somebody who waits. Whether the caller may view them does not matter.
     */
    public void hold(Collection<String> spaces, Collection<PageLink> pages) {
        SortedSet<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        keys.addAll(spaces);
        pages.forEach(page -> keys.addAll(links.spacesLinkingTo(page)));
        keys.forEach(new SpaceTable(call)::findAndLock);
    }

    /** After a page has been renamed: has all links to it follow. */
    public void moved(PageLink from, PageLink to) {
        if (!from.isSame(to)) {
            rewrite(links.linkingTo(from), body -> in(body.text(), body.space()).redirected(from, to));
        }
    }

    /** After pages have been moved to another space: has links to them follow. Theirs lead where they led. */
    public void moved(Collection<? extends RemotePageSummary> pages, String fromSpace, String toSpace) {
        List<Long> ids = pages.stream().map(RemotePageSummary::getId).toList();
        rewrite(links.on(ids), body -> in(body.text(), fromSpace).seenFrom(toSpace));
        pages.forEach(page -> moved(new PageLink(fromSpace, page.getTitle()), new PageLink(toSpace, page.getTitle())));
    }

    private void rewrite(List<Long> contents, Function<LinkTable.Body, String> change) {
        for (long id : contents) {
            links.findAndLock(id).ifPresent(body -> rewrite(body, change.apply(body)));
        }
    }

    private void rewrite(LinkTable.Body body, String text) {
        if (!text.equals(body.text())) {
            links.rewrite(new LinkTable.Body(body.id(), body.space(), text));
        }
        stored(body.id(), body.space(), text);
    }

    private PageLinks in(String body, String space) {
        return PageLinks.in(body, space, call.site());
    }
}
