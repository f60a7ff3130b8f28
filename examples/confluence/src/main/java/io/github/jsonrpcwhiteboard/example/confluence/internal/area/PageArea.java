package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.PageService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageHistory;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageUpdateOptions;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;

/** The rules for pages. */
public final class PageArea implements PageService {

    private final PageTable pages;
    private final Access access;

    public PageArea(Call call) {
        this.pages = new PageTable(call);
        this.access = new Access(call);
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
        return access.page(pageId);
    }

    @Override
    public RemotePageSummary getPageSummary(String token, String spaceKey, String pageTitle) throws RemoteException {
        return access.summary(spaceKey, pageTitle);
    }

    @Override
    public RemotePageSummary getPageSummary(String token, long pageId) throws RemoteException {
        return access.summary(pageId);
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
        return change(page, options == null ? new RemotePageUpdateOptions() : options);
    }

    @Override
    public Boolean removePage(String token, long pageId) throws RemoteException {
        access.lockedSpace(access.summary(pageId).getSpace());
        access.needToRemove(access.content(pageId), SpacePermission.REMOVEPAGE, "remove that page");
        pages.trash(access.summary(pageId));
        return Boolean.TRUE;
    }

    private RemotePage create(RemotePage page) throws RemoteException {
        page.setSpace(access.lockedSpace(page.getSpace()).getKey());
        access.need(SpacePermission.EDITSPACE, page.getSpace(), "create a page in that space");
        if (page.getParentId() != 0) {
            checkParent(page.getParentId(), page.getSpace());
        }
        return access.page(pages.insert(page));
    }

    private RemotePage change(RemotePage page, RemotePageUpdateOptions options) throws RemoteException {
        RemotePageSummary stored = access.summary(page.getId());
        access.needToEdit(access.content(page.getId()), SpacePermission.EDITSPACE, "change that page");
        if (page.getSpace() != null && !page.getSpace().equalsIgnoreCase(stored.getSpace())) {
            throw new RemoteException("The page is in the space " + stored.getSpace() + " and stays there.");
        }
        page.setSpace(stored.getSpace());
        if (page.getParentId() == stored.getParentId()) {
            page.setParentId(0);
        }
        if (page.getParentId() != 0) {
            checkMove(page);
        }
        if (!pages.update(page, options)) {
            throw new VersionMismatchException("You're trying to edit an outdated version of that page.");
        }
        return access.page(page.getId());
    }

    private void checkMove(RemotePage page) throws RemoteException {
        access.lockedSpace(page.getSpace());
        checkParent(page.getParentId(), page.getSpace());
        if (pages.isAtOrAbove(page.getId(), page.getParentId())) {
            throw new RemoteException("A page cannot be below itself.");
        }
    }

    private void checkParent(long parentId, String space) throws RemoteException {
        if (!access.summary(parentId).getSpace().equals(space)) {
            throw new RemoteException("The parent is not a page of the space " + space + ".");
        }
    }

    private static void check(RemotePage page) throws RemoteException {
        Checks.name(Checks.given(page, "page").getTitle(), "title of the page");
        Checks.given(page.getContent(), "content of the page");
    }

    @Override
    public RemotePageHistory[] getPageHistory(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Boolean removePageVersionById(String token, long historicalPageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Boolean removePageVersionByVersion(String token, long pageId, int version) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemotePermission[] getPagePermissions(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
