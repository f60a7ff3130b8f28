package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Account;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.ContentTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Inheritance;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PermissionTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.UserTable;

/**
 * Decides what the caller may do, and finds what the caller may view: anything else does not exist, as far as the
 * caller can tell. Administrators may do everything.
 */
public final class Access {

    private static final String NO_PAGE = "You're not allowed to view that page, or it does not exist.";
    private static final String NO_SPACE = "You're not allowed to view that space, or it does not exist.";
    static final String NO_COMMENT = "You're not allowed to view that comment, or it does not exist.";
    private static final String NO_CONTENT = "You're not allowed to view that content, or it does not exist.";
    private static final String MOVING = "The page is being moved to another space. Try again.";

    /** Finds a content for the caller. */
    @FunctionalInterface
    interface Finder {

        Content find() throws RemoteException;
    }

    private final Call call;
    private final SpaceTable spaces;
    private final PageTable pages;
    private final PermissionTable permissions;
    private Set<GlobalPermission> global;

    public Access(Call call) {
        this.call = call;
        this.spaces = new SpaceTable(call);
        this.pages = new PageTable(call);
        this.permissions = new PermissionTable(call);
    }

    public boolean may(GlobalPermission permission) {
        return isAdministrator() || global().contains(permission);
    }

    public boolean isAdministrator() {
        return global().contains(GlobalPermission.ADMINISTRATECONFLUENCE)
                || global().contains(GlobalPermission.SYSTEMADMINISTRATOR);
    }

    /** Refuses all but administrators; {@code what} completes "You're not permitted to". */
    public void administrator(String what) throws NotPermittedException {
        if (!isAdministrator()) {
            throw notPermitted(what);
        }
    }

    /** The caller's name. Refuses callers without a login. */
    public String user(String what) throws NotPermittedException {
        if (call.caller().isAnonymous()) {
            throw notPermitted(what);
        }
        return call.user();
    }

    public boolean may(SpacePermission permission, String spaceKey) {
        return isAdministrator() || permissions.inSpace(spaceKey).contains(permission);
    }

    /** All that may be done in a space. */
    public Set<SpacePermission> inSpace(String spaceKey) {
        return isAdministrator() ? EnumSet.allOf(SpacePermission.class) : permissions.inSpace(spaceKey);
    }

    /** Refuses whoever has not the permission; {@code what} completes "You're not permitted to". */
    public void need(SpacePermission permission, String spaceKey, String what) throws NotPermittedException {
        if (!may(permission, spaceKey)) {
            throw notPermitted(what);
        }
    }

    /**
     * Refuses whoever may not change a content: that takes a permission in its space, and to be let through by the page
     * that it is, or is on.
     */
    public void needToEdit(Content content, SpacePermission permission, String what) throws NotPermittedException {
        need(permission, content.space(), what);
        if (!isAdministrator() && !permissions.passes(content.page(), PermissionTable.EDIT)) {
            throw notPermitted(what);
        }
    }

    /** Refuses whoever may not put pages below a page. */
    public void needToAddBelow(long parent) throws RemoteException {
        needToEdit(content(parent), SpacePermission.EDITSPACE, "put a page below that page");
    }

    /** Refuses whoever may remove neither such contents in this space nor this one, as the own. */
    public void needToRemove(Content content, SpacePermission permission, String what) throws NotPermittedException {
        needToRemove(content, isCaller(content.creator()), permission, what);
    }

    /** The same for what is at a content: whether it is the caller's own is told. */
    public void needToRemove(Content place, boolean own, SpacePermission permission, String what)
            throws NotPermittedException {
        needToEdit(place, own && !may(permission, place.space()) ? SpacePermission.REMOVEOWNCONTENT : permission, what);
    }

    /** Whether this is the name of the caller. */
    public boolean isCaller(String name) {
        return call.user() != null && call.user().equalsIgnoreCase(name);
    }

    public RemoteSpace space(String key) throws RemoteException {
        return orNone(NO_SPACE, spaces.find(key).filter(space -> canView(space.getKey())));
    }

    /** The space, held until the end of the call: for changes to the tree of its pages. */
    public RemoteSpace lockedSpace(String key) throws RemoteException {
        return orNone(NO_SPACE, spaces.findAndLock(key).filter(space -> canView(space.getKey())));
    }

    /** A page, whose space is held until the end of the call: for changes to the page and to the tree. */
    public RemotePageSummary lockedPage(long id) throws RemoteException {
        return stillIn(lockedSpace(summary(id).getSpace()).getKey(), id);
    }

    /** A page of a space that is held. */
    public RemotePageSummary stillIn(String space, long id) throws RemoteException {
        RemotePageSummary page = summary(id);
        if (!page.getSpace().equals(space)) {
            throw new RemoteException(MOVING);
        }
        return page;
    }

    /** A content whose space is held until the end of the call, as it is by then. */
    Content held(Finder finder) throws RemoteException {
        String space = lockedSpace(finder.find().space()).getKey();
        Content content = finder.find();
        if (!content.space().equals(space)) {
            throw new RemoteException(MOVING);
        }
        return content;
    }

    /** A page, blog entry or comment that is not in the trash. */
    public Content content(long id) throws RemoteException {
        return content(id, NO_CONTENT, content -> true);
    }

    /** What can be commented on. */
    public Content pageOrEntry(long id) throws RemoteException {
        return content(id, NO_PAGE, content -> !content.type().equals(Content.COMMENT));
    }

    public Content comment(long id) throws RemoteException {
        return content(id, NO_COMMENT, content -> content.type().equals(Content.COMMENT));
    }

    private Content content(long id, String message, Predicate<Content> kind) throws RemoteException {
        return orNone(message, new ContentTable(call).find(id)
                .filter(kind).filter(content -> canView(content.space(), content.page())));
    }

    public RemotePage page(long id) throws RemoteException {
        return orNone(NO_PAGE, pages.find(id).filter(this::canView));
    }

    public RemotePage page(String spaceKey, String title) throws RemoteException {
        return orNone(NO_PAGE, pages.find(spaceKey, title).filter(this::canView));
    }

    public RemotePageSummary summary(long id) throws RemoteException {
        return orNone(NO_PAGE, pages.findSummary(id).filter(this::canView));
    }

    public RemotePageSummary summary(String spaceKey, String title) throws RemoteException {
        return orNone(NO_PAGE, pages.findSummary(spaceKey, title).filter(this::canView));
    }

    /** Leaves out the pages and blog entries that the caller may not view, of one space that the caller may view. */
    public <T> List<T> visible(String spaceKey, Collection<T> contents, ToLongFunction<T> id) {
        Set<Long> hidden = isAdministrator() ? Set.of() : permissions.hidden(spaceKey);
        return contents.stream().filter(content -> !hidden.contains(id.applyAsLong(content))).toList();
    }

    /** Tells the pages and blog entries of a space that the caller is not let through to change. */
    public Predicate<RemotePageSummary> closed(String spaceKey) {
        Set<Long> closed = isAdministrator() ? Set.of() : permissions.closed(spaceKey, PermissionTable.EDIT);
        return page -> closed.contains(page.getId());
    }

    /** Before a page is moved within its space: what is closed to the caller below it stays as closed as it is. */
    void keepClosedBelow(RemotePageSummary page) {
        if (!isAdministrator()) {
            new Inheritance(call).move(page);
        }
    }

    /** Tells the spaces that the caller may view. */
    public Predicate<RemoteSpaceSummary> viewableSpaces() {
        if (isAdministrator()) {
            return space -> true;
        }
        Set<String> keys = permissions.spacesToView();
        return space -> keys.contains(space.getKey());
    }

    /** What the caller may view, to look at what is in many spaces at once. */
    public Viewable viewable() {
        return isAdministrator() ? new Viewable(Set.copyOf(spaces.keys()), Set.of())
                : new Viewable(Set.copyOf(permissions.spacesToView()), permissions.hidden(null));
    }

    /** The name of a user as it is written, whatever the case it is asked for in. */
    public String knownUser(String name) throws RemoteException {
        return orNone(noUser(name), new UserTable(call).name(Checks.given(name, "name of the user")));
    }

    /** A user, held until the end of the call: for changes to the user, or to what belongs to the user. */
    public Account lockedUser(String name) throws RemoteException {
        return orNone(noUser(name), new UserTable(call).findAndLock(Checks.given(name, "name of the user")));
    }

    /** Refuses all but a user and administrators; {@code what} completes "You're not permitted to". */
    public void userOrAdministrator(String userName, String what) throws NotPermittedException {
        if (!isCaller(userName)) {
            administrator(what);
        }
    }

    /** Refuses whoever may not view the profile of a user, or, if the name is null, of any other. */
    public void needToViewProfile(String userName) throws NotPermittedException {
        if (!isCaller(userName) && !may(GlobalPermission.VIEWUSERPROFILES)) {
            throw notPermitted("view the profiles of users");
        }
    }

    /** The access of a user. Of others than the caller it is not known whether the host makes them administrators. */
    public Access of(String user) {
        return user.equalsIgnoreCase(call.user()) ? this : new Access(new Call(call.db(), call.site(),
                Caller.of(user, new UserTable(call).groups(user), false), call.now()));
    }

    public boolean canView(String spaceKey) {
        return may(SpacePermission.VIEWSPACE, spaceKey);
    }

    /** Whether the caller may view a page or blog entry, of whose existence and space the caller of this is sure. */
    public boolean canView(String spaceKey, long page) {
        return isAdministrator() || canView(spaceKey) && permissions.passes(page, PermissionTable.VIEW);
    }

    private boolean canView(RemotePageSummary page) {
        return canView(page.getSpace(), page.getId());
    }

    private Set<GlobalPermission> global() {
        if (global == null) {
            global = permissions.global();
        }
        return global;
    }

    static String noUser(String name) {
        return "There is no user " + name + ".";
    }

    static <T> T orNone(String message, Optional<T> found) throws RemoteException {
        return found.orElseThrow(() -> new RemoteException(message));
    }

    /** {@code what} completes "You're not permitted to". */
    static NotPermittedException notPermitted(String what) {
        return new NotPermittedException("You're not permitted to " + what + ".");
    }
}
