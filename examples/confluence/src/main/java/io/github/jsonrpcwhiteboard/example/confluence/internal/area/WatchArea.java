package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.List;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.WatchService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.WatchTable;

/** The rules for watches. */
public final class WatchArea implements WatchService {

    private static final String TO_WATCH = "watch anything without a login";
    private static final String TO_VIEW = "view the watches of other users";
    private static final String TO_CHANGE = "change the watches of other users";

    private final Access access;
    private final WatchTable watches;

    public WatchArea(Call call) {
        this.access = new Access(call);
        this.watches = new WatchTable(call);
    }

    @Override
    public boolean watchPage(String token, long pageId) throws RemoteException {
        String user = access.user(TO_WATCH);
        Content page = access.pageOrEntry(pageId);
        access.lockedUser(user);
        return watches.addPage(user, page.id());
    }

    @Override
    public boolean removePageWatch(String token, long pageId) throws RemoteException {
        String user = access.user(TO_WATCH);
        return watches.removePage(user, access.pageOrEntry(pageId).id());
    }

    @Override
    public boolean watchPageForUser(String token, long pageId, String username) throws RemoteException {
        Content page = access.pageOrEntry(pageId);
        needWatcher(username, page.space(), TO_CHANGE);
        String user = access.lockedUser(username).name();
        if (!mayView(user, page)) {
            throw new RemoteException("The user " + user + " is not allowed to view that page.");
        }
        return watches.addPage(user, page.id());
    }

    @Override
    public boolean removePageWatchForUser(String token, long pageId, String username) throws RemoteException {
        Content page = access.pageOrEntry(pageId);
        needWatcher(username, page.space(), TO_CHANGE);
        return watches.removePage(access.knownUser(username), page.id());
    }

    @Override
    public boolean watchSpace(String token, String spaceKey) throws RemoteException {
        String user = access.user(TO_WATCH);
        String key = access.lockedSpace(spaceKey).getKey();
        access.lockedUser(user);
        return watches.addSpace(user, key);
    }

    @Override
    public boolean removeSpaceWatch(String token, String spaceKey) throws RemoteException {
        String user = access.user(TO_WATCH);
        return watches.removeSpace(user, access.space(spaceKey).getKey());
    }

    @Override
    public boolean isWatchingPage(String token, long pageId, String username) throws RemoteException {
        Content page = access.pageOrEntry(pageId);
        needWatcher(username, page.space(), TO_VIEW);
        String user = access.knownUser(username);
        return watches.isWatchingPage(user, page) && mayView(user, page);
    }

    @Override
    public boolean isWatchingSpace(String token, String spaceKey, String username) throws RemoteException {
        String key = access.space(spaceKey).getKey();
        needWatcher(username, key, TO_VIEW);
        String user = access.knownUser(username);
        return watches.isWatchingSpace(user, key) && (access.isCaller(user) || watches.mayView(user, key));
    }

    @Override
    public boolean isWatchingSpaceForType(String token, String spaceKey, String contentType, String username)
            throws RemoteException {
        if (!Content.PAGE.equals(contentType) && !Content.BLOG_ENTRY.equals(contentType)) {
            throw new RemoteException("The type of the content is page or blogpost.");
        }
        return isWatchingSpace(token, spaceKey, username);
    }

    @Override
    public RemoteUser[] getWatchersForPage(String token, long pageId) throws RemoteException {
        List<RemoteUser> watchers = watches.ofPage(access.pageOrEntry(pageId));
        boolean all = access.may(GlobalPermission.VIEWUSERPROFILES);
        return watchers.stream().filter(user -> all || access.isCaller(user.getName())).toArray(RemoteUser[]::new);
    }

    @Override
    public RemoteUser[] getWatchersForSpace(String token, String spaceKey) throws RemoteException {
        String key = access.space(spaceKey).getKey();
        access.user(TO_VIEW);
        access.need(SpacePermission.SETSPACEPERMISSIONS, key, TO_VIEW);
        return watches.ofSpace(key).toArray(RemoteUser[]::new);
    }

    /** Watches are the business of the watcher, and of administrators of the space. */
    private void needWatcher(String username, String spaceKey, String what) throws RemoteException {
        access.user(what);
        if (!access.isCaller(username)) {
            access.need(SpacePermission.SETSPACEPERMISSIONS, spaceKey, what);
        }
    }

    private boolean mayView(String user, Content page) {
        return access.isCaller(user) || watches.mayView(user, page);
    }
}
