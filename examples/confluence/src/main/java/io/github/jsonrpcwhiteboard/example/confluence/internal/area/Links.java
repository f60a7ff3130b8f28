package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.PageLinks;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.LinkTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;

/** Keeps links leading to their pages, whatever becomes of the titles and spaces of these. */
public final class Links {

    private static final int TRIES = 10;

    private final Call call;
    private final LinkTable links;
    private Set<String> held = Set.of();

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
     * with links to the pages, until the end of the call. Whether the caller may view them does not matter.
     *
     * @param pages finds the ids of the pages, which may be others when the spaces are held
     */
    public void hold(Collection<String> spaces, Supplier<Collection<Long>> pages) throws RemoteException {
        for (int i = 0; i < TRIES; i++) {
            held = links.spacesLinkingTo(pages.get());
            held.addAll(spaces);
            new SpaceTable(call).lock(held);
            if (held.containsAll(links.spacesLinkingTo(pages.get()))) {
                return;
            }
            call.db().execute("rollback"); // to begin again in the right order
        }
        throw new RemoteException("Too much is changing here at the moment. Try again.");
    }

    /** After a page has been renamed: has all links to it follow. Those that are only being written do not. */
    public void moved(PageLink from, PageLink to) {
        if (!from.isSame(to)) {
            rewrite(links.linkingTo(from, held), body -> in(body.text(), body.space()).redirected(from, to));
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
