package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.PageService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageHistory;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageUpdateOptions;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.HistoryTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageTreeTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.TrashTable;

/** The rules for pages. */
public final class PageArea implements PageService {

    private final PageTable pages;
    private final PageTreeTable tree;
    private final HistoryTable history;
    private final TrashTable trash;
    private final Access access;
    private final Links links;

    public PageArea(Call call) {
        this.pages = new PageTable(call);
        this.tree = new PageTreeTable(call);
        this.history = new HistoryTable(call);
        this.trash = new TrashTable(call);
        this.access = new Access(call);
        this.links = new Links(call);
    }

    @Override
    public RemotePageSummary[] getPages(String token, String spaceKey) throws RemoteException {
        String key = access.space(spaceKey).getKey();
        return access.visible(key, pages.inSpace(key), RemotePageSummary::getId).toArray(new RemotePageSummary[0]);
    }

    @Override
    public RemotePage getPage(String token, String spaceKey, String pageTitle) throws RemoteException {
        return access.page(spaceKey, pageTitle);
    }

    @Override
    public RemotePage getPage(String token, long pageId) throws RemoteException {
        Optional<RemotePage> earlier = pageOf(pageId).flatMap(page -> history.page(pageId));
        return earlier.isPresent() ? earlier.get() : access.page(pageId);
    }

    @Override
    public RemotePageSummary getPageSummary(String token, String spaceKey, String pageTitle) throws RemoteException {
        return access.summary(spaceKey, pageTitle);
    }

    @Override
    public RemotePageSummary getPageSummary(String token, long pageId) throws RemoteException {
        Optional<RemotePageSummary> earlier = pageOf(pageId).flatMap(page -> history.summary(pageId));
        return earlier.isPresent() ? earlier.get() : access.summary(pageId);
    }

    @Override
    public RemotePage storePage(String token, RemotePage page) throws RemoteException {
        check(page);
        return page.getId() == 0 ? create(page) : change(page, new RemotePageUpdateOptions());
    }

    @Override
    public RemotePage updatePage(String token, RemotePage page, RemotePageUpdateOptions options)
            throws RemoteException {
        check(page);
        RemotePageUpdateOptions given = options == null ? new RemotePageUpdateOptions() : options;
        Checks.length(given.getVersionComment(), "version comment");
        return change(page, given);
    }

    @Override
    public Boolean removePage(String token, long pageId) throws RemoteException {
        checkIsCurrent(pageId);
        RemotePageSummary page = access.lockedPage(pageId);
        access.needToRemove(access.content(pageId), SpacePermission.REMOVEPAGE, "remove that page");
        trash.put(page);
        return Boolean.TRUE;
    }

    private RemotePage create(RemotePage page) throws RemoteException {
        page.setSpace(access.lockedSpace(page.getSpace()).getKey());
        access.need(SpacePermission.EDITSPACE, page.getSpace(), "create a page in that space");
        if (page.getParentId() != 0) {
            checkParent(page.getParentId(), page.getSpace());
        }
        long id = pages.insert(page);
        links.stored(id, page.getSpace(), page.getContent());
        return access.page(id);
    }

    private RemotePage change(RemotePage page, RemotePageUpdateOptions options) throws RemoteException {
        RemotePageSummary stored = current(page);
        access.needToEdit(access.content(page.getId()), SpacePermission.EDITSPACE, "change that page");
        if (page.getSpace() != null && !page.getSpace().equalsIgnoreCase(stored.getSpace())) {
            throw new RemoteException("The page is in the space " + stored.getSpace() + " and stays there.");
        }
        page.setSpace(stored.getSpace());
        PageLink before = new PageLink(stored.getSpace(), stored.getTitle());
        PageLink after = new PageLink(page.getSpace(), page.getTitle());
        if (page.getParentId() == stored.getParentId()) {
            page.setParentId(0);
        }
        if (page.getParentId() != 0) {
            checkMove(page);
            access.keepClosedBelow(stored);
        }
        if (!pages.update(page, options)) {
            throw new VersionMismatchException("You're trying to edit an outdated version of that page.");
        }
        links.stored(page.getId(), page.getSpace(), page.getContent());
        links.moved(before, after);
        return access.page(page.getId());
    }

    private void checkMove(RemotePage page) throws RemoteException {
        checkParent(page.getParentId(), page.getSpace());
        if (tree.isAtOrAbove(page.getId(), page.getParentId())) {
            throw new RemoteException("A page cannot be below itself.");
        }
    }

    private void checkParent(long parentId, String space) throws RemoteException {
        if (!access.summary(parentId).getSpace().equals(space)) {
            throw new RemoteException("The parent is not a page of the space " + space + ".");
        }
        access.needToAddBelow(parentId);
    }

    private static void check(RemotePage page) throws RemoteException {
        Checks.text(Checks.name(Checks.given(page, "page").getTitle(), "title of the page"), "title of the page");
        Checks.text(page.getContent(), "content of the page");
    }

    /** A page to be changed, and its space held; with those that link to it by the title that it is to lose. */
    private RemotePageSummary current(RemotePage change) throws RemoteException {
        checkIsCurrent(change.getId());
        RemotePageSummary page = access.summary(change.getId());
        if (page.getTitle().equalsIgnoreCase(change.getTitle())) {
            return access.lockedPage(change.getId());
        }
        links.hold(List.of(page.getSpace()), () -> List.of(page.getId()));
        return access.stillIn(page.getSpace(), page.getId());
    }

    private void checkIsCurrent(long id) throws RemoteException {
        Optional<Long> page = pageOf(id);
        if (page.isPresent()) {
            throw new RemoteException("That is an earlier version of the page " + page.get()
                    + ". Only the current one can be changed.");
        }
    }

    /** The page of which this is an earlier version; empty if it is none. Refuses whoever may not view that page. */
    private Optional<Long> pageOf(long id) throws RemoteException {
        Optional<Long> page = history.contentOf(id);
        if (page.isPresent()) {
            access.summary(page.get());
        }
        return page;
    }

    @Override
    public RemotePageHistory[] getPageHistory(String token, long pageId) throws RemoteException {
        return history.of(access.summary(pageId).getId()).toArray(new RemotePageHistory[0]);
    }

    @Override
    public Boolean removePageVersionById(String token, long historicalPageId) throws RemoteException {
        Optional<Long> page = pageOf(historicalPageId);
        checkVersions(page.isPresent() ? page.get() : historicalPageId, page.isEmpty());
        history.delete(historicalPageId);
        return Boolean.TRUE;
    }

    @Override
    public Boolean removePageVersionByVersion(String token, long pageId, int version) throws RemoteException {
        checkVersions(pageId, access.summary(pageId).getVersion() == version);
        history.delete(history.find(pageId, version)
                .orElseThrow(() -> new RemoteException("The page has no version " + version + ".")));
        return Boolean.TRUE;
    }

    private void checkVersions(long pageId, boolean current) throws RemoteException {
        Content page = access.content(access.summary(pageId).getId());
        access.needToEdit(page, access.may(SpacePermission.SETSPACEPERMISSIONS, page.space())
                ? SpacePermission.SETSPACEPERMISSIONS : SpacePermission.REMOVEPAGE, "remove versions of that page");
        if (current) {
            throw new RemoteException("That is the current version of the page. Only earlier ones can be removed.");
        }
    }

    @Override
    public RemotePermission[] getPagePermissions(String token, long pageId) throws RemoteException {
        access.summary(pageId);
        return new RemotePermission[0];
    }
}
