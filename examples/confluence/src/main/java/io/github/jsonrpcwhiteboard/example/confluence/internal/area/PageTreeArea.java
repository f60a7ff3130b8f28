package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.PageTreeService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageTreeTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;

/** How pages lie above and below each other. */
public final class PageTreeArea implements PageTreeService {

    private static final String ABOVE = "above";
    private static final String BELOW = "below";
    private static final String APPEND = "append";
    private static final String LEAVE = "move that page to another space";

    private final PageTreeTable tree;
    private final Access access;
    private final Links links;

    public PageTreeArea(Call call) {
        this.tree = new PageTreeTable(call);
        this.access = new Access(call);
        this.links = new Links(call);
    }

    @Override
    public RemotePageSummary[] getTopLevelPages(String token, String spaceKey) throws RemoteException {
        String key = access.space(spaceKey).getKey();
        return visible(key, tree.top(key));
    }

    /** Who may view a page may view those above it. */
    @Override
    public RemotePageSummary[] getAncestors(String token, long pageId) throws RemoteException {
        return tree.ancestors(access.summary(pageId).getId()).toArray(new RemotePageSummary[0]);
    }

    @Override
    public RemotePageSummary[] getChildren(String token, long pageId) throws RemoteException {
        return visible(access.summary(pageId).getSpace(), tree.children(pageId));
    }

    @Override
    public RemotePageSummary[] getDescendents(String token, long pageId) throws RemoteException {
        return visible(access.summary(pageId).getSpace(), tree.descendants(pageId));
    }

    private RemotePageSummary[] visible(String spaceKey, List<RemotePageSummary> pages) {
        return access.visible(spaceKey, pages, RemotePageSummary::getId).toArray(new RemotePageSummary[0]);
    }

    @Override
    public Boolean movePage(String token, long sourcePageId, long targetPageId, String position)
            throws RemoteException {
        if (!List.of(ABOVE, BELOW, APPEND).contains(Checks.given(position, "position"))) {
            throw new RemoteException("The position is above, below or append.");
        }
        String space = access.summary(targetPageId).getSpace();
        RemotePageSummary page = held(sourcePageId, space);
        RemotePageSummary target = access.stillIn(space, targetPageId);
        boolean append = position.equals(APPEND);
        if (!append && sourcePageId == targetPageId) {
            throw new RemoteException("A page cannot be next to itself.");
        }
        long parent = append ? targetPageId : target.getParentId();
        take(page, space, parent);
        int last = tree.number(space, parent);
        tree.place(sourcePageId, parent,
                append ? last : tree.makeRoom(space, parent, targetPageId, position.equals(ABOVE)));
        return Boolean.TRUE;
    }

    @Override
    public Boolean movePageToTopLevel(String token, long pageId, String targetSpaceKey) throws RemoteException {
        String space = access.space(targetSpaceKey).getKey();
        RemotePageSummary page = held(pageId, space);
        take(page, space, 0);
        tree.place(pageId, 0, tree.number(space, 0));
        return Boolean.TRUE;
    }

    /** A page that is to move to a space, and all held that changes with it. */
    private RemotePageSummary held(long id, String to) throws RemoteException {
        String from = access.summary(id).getSpace();
        if (from.equals(to)) {
            return access.lockedPage(id);
        }
        links.hold(List.of(from, to), () -> withAllBelow(id));
        access.lockedSpace(to);
        return access.stillIn(from, id);
    }

    private List<Long> withAllBelow(long id) {
        List<Long> ids = new ArrayList<>(List.of(id));
        tree.descendants(id).forEach(page -> ids.add(page.getId()));
        return ids;
    }

    /** Makes sure that a page may move, and takes it into the space if it is in another. */
    private void take(RemotePageSummary page, String space, long parent) throws RemoteException {
        access.needToEdit(access.content(page.getId()), SpacePermission.EDITSPACE, "move that page");
        access.need(SpacePermission.EDITSPACE, space, "create a page in that space");
        if (parent != 0) {
            access.needToAddBelow(parent);
            if (tree.isAtOrAbove(page.getId(), parent)) {
                throw new RemoteException("A page cannot be below itself.");
            }
        }
        if (!page.getSpace().equals(space)) {
            carry(page, space);
        } else if (parent != page.getParentId()) {
            access.keepClosedBelow(page);
        }
    }

    /** Those below a page come along, but for those that the caller may not view: the caller cannot take them away. */
    private void carry(RemotePageSummary page, String to) throws RemoteException {
        String from = page.getSpace();
        List<RemotePageSummary> moving = new ArrayList<>(access.visible(from, tree.descendants(page.getId()),
                RemotePageSummary::getId));
        moving.add(page);
        List<Long> ids = moving.stream().map(RemotePageSummary::getId).toList();
        if (!access.may(SpacePermission.REMOVEPAGE, from)
                && !(access.may(SpacePermission.REMOVEOWNCONTENT, from) && tree.areOwn(ids))) {
            throw Access.notPermitted(LEAVE);
        }
        Optional<RemotePageSummary> closed = moving.stream().filter(access.closed(from)).findFirst();
        if (closed.isPresent()) {
            throw Access.notPermitted("move the page \"" + closed.get().getTitle() + "\" to another space");
        }
        tree.carry(ids, page, to);
        links.moved(moving, from, to);
    }
}
