package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.EnumSet;
import java.util.Set;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpaceService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Holder;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceGroupTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermissionTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;

/** The rules for spaces. */
public final class SpaceArea implements SpaceService {

    private static final String HOME = "Home";
    private static final String PERSONAL = "~";

    private final Call call;
    private final SpaceTable spaces;
    private final SpaceGroupTable groups;
    private final PageTable pages;
    private final SpacePermissionTable permissions;
    private final Access access;

    public SpaceArea(Call call) {
        this.call = call;
        this.spaces = new SpaceTable(call);
        this.groups = new SpaceGroupTable(call);
        this.pages = new PageTable(call);
        this.permissions = new SpacePermissionTable(call);
        this.access = new Access(call);
    }

    @Override
    public RemoteSpaceSummary[] getSpaces(String token) {
        return spaces.all().stream().filter(access.viewableSpaces()).toArray(RemoteSpaceSummary[]::new);
    }

    @Override
    public RemoteSpace getSpace(String token, String spaceKey) throws RemoteException {
        return access.space(spaceKey);
    }

    @Override
    public RemoteSpace addSpace(String token, RemoteSpace space) throws RemoteException {
        needToCreate(GlobalPermission.CREATESPACE);
        check(space);
        Checks.key(space.getKey(), "key of the space");
        return create(space, RemoteSpaceSummary.GLOBAL, access.knownUser(call.user()));
    }

    @Override
    public RemoteSpace addSpaceWithDefaultPermissions(String token, RemoteSpace space) throws RemoteException {
        return granted(addSpace(token, space), SpacePermission.DEFAULT);
    }

    @Override
    public RemoteSpace addPersonalSpace(String token, RemoteSpace space, String username) throws RemoteException {
        needToCreate(GlobalPermission.PERSONALSPACE);
        if (!Checks.name(username, "name of the user").equalsIgnoreCase(call.user())) {
            access.administrator("create a personal space for somebody else");
        }
        check(space);
        String owner = access.knownUser(username);
        space.setKey(Checks.name(PERSONAL + owner, "key of the space"));
        return create(space, RemoteSpaceSummary.PERSONAL, owner);
    }

    @Override
    public RemoteSpace addPersonalSpaceWithDefaultPermissions(String token, RemoteSpace space, String username)
            throws RemoteException {
        return granted(addPersonalSpace(token, space, username), SpacePermission.PERSONAL_DEFAULT);
    }

    @Override
    public RemoteSpace storeSpace(String token, RemoteSpace remoteSpace) throws RemoteException {
        check(remoteSpace);
        String key = administered(remoteSpace.getKey(), "change that space");
        if (remoteSpace.getHomePage() != 0 && !access.summary(remoteSpace.getHomePage()).getSpace().equals(key)) {
            throw new RemoteException("The home page is not a page of the space.");
        }
        spaces.update(remoteSpace);
        changed(key);
        return access.space(key);
    }

    @Override
    public Boolean removeSpace(String token, String spaceKey) throws RemoteException {
        String key = administered(spaceKey, "remove that space");
        spaces.forget(key);
        spaces.delete(key);
        return Boolean.TRUE;
    }

    @Override
    public String getSpaceStatus(String token, String spaceKey) throws RemoteException {
        return spaces.status(access.space(spaceKey).getKey());
    }

    @Override
    public Boolean setSpaceStatus(String token, String spaceKey, String status) throws RemoteException {
        String key = administered(spaceKey, "archive that space");
        if (!"CURRENT".equals(status) && !"ARCHIVED".equals(status)) {
            throw new RemoteException("The status of a space is CURRENT or ARCHIVED.");
        }
        spaces.setStatus(key, status);
        changed(key);
        return Boolean.TRUE;
    }

    private void needToCreate(GlobalPermission permission) throws RemoteException {
        access.user("create a space");
        if (!access.may(permission)) {
            throw Access.notPermitted("create a space");
        }
    }

    private RemoteSpace create(RemoteSpace space, String type, String owner) throws RemoteException {
        String key = space.getKey();
        space.setType(type);
        spaces.insert(space);
        permissions.grant(key, EnumSet.allOf(SpacePermission.class), Holder.user(owner));
        RemotePage home = new RemotePage();
        home.setSpace(key);
        home.setTitle(HOME);
        home.setContent("");
        spaces.setHomePage(key, pages.insert(home));
        changed(key);
        return spaces.find(key).orElseThrow();
    }

    private RemoteSpace granted(RemoteSpace space, Set<SpacePermission> toUsers) {
        permissions.grant(space.getKey(), toUsers, Holder.group(Caller.USERS));
        return space;
    }

    private String administered(String spaceKey, String what) throws RemoteException {
        String key = access.lockedSpace(spaceKey).getKey();
        access.need(SpacePermission.SETSPACEPERMISSIONS, key, what);
        return key;
    }

    private void changed(String key) {
        call.changed(spaces.id(key));
    }

    private void check(RemoteSpace space) throws RemoteException {
        Checks.name(Checks.given(space, "space").getName(), "name of the space");
        if (space.getSpaceGroup() != null) {
            space.setSpaceGroup(groups.find(Checks.name(space.getSpaceGroup(), "key of the space group"))
                    .orElseThrow(() -> new RemoteException("There is no space group " + space.getSpaceGroup() + "."))
                    .getKey());
        }
    }
}
