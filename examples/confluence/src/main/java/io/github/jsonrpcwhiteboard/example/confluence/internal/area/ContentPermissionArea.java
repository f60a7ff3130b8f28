package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.jsonrpcwhiteboard.example.confluence.api.ContentPermissionService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermissionSet;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.ContentPermissionTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Holder;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PermissionTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;

/** The rules for permissions of single pages and blog entries. */
public final class ContentPermissionArea implements ContentPermissionService {

    private static final String SET = "set permissions there";

    private final ContentPermissionTable permissions;
    private final PermissionTable decisions;
    private final Holders holders;
    private final Access access;

    public ContentPermissionArea(Call call) {
        this.permissions = new ContentPermissionTable(call);
        this.decisions = new PermissionTable(call);
        this.holders = new Holders(call);
        this.access = new Access(call);
    }

    @Override
    public RemoteContentPermissionSet[] getContentPermissionSets(String token, long contentId) throws RemoteException {
        long id = content(contentId).id();
        return Stream.of(PermissionTable.VIEW, PermissionTable.EDIT).map(type -> set(id, type))
                .toArray(RemoteContentPermissionSet[]::new);
    }

    @Override
    public RemoteContentPermissionSet getContentPermissionSet(String token, long contentId, String permissionType)
            throws RemoteException {
        return set(content(contentId).id(), type(permissionType));
    }

    @Override
    public boolean setContentPermissions(String token, long contentId, String permissionType,
            RemoteContentPermission[] permissions)
            throws RemoteException {
        Content content = access.held(() -> content(contentId));
        String user = access.knownUser(access.user(SET));
        access.needToEdit(content, content.type().equals(Content.PAGE) ? SpacePermission.EDITSPACE
                : SpacePermission.EDITBLOG, SET);
        access.need(SpacePermission.SETPAGEPERMISSIONS, content.space(), SET);
        String type = type(permissionType);
        this.permissions.replace(content.id(), type, given(type, permissions));
        if (!access.isAdministrator() && !decisions.passes(content.id(), type)) {
            this.permissions.add(content.id(), type, Holder.user(user));
        }
        return true;
    }

    /** Attachments and comments are open to those to whom their page is. */
    private Content content(long id) throws RemoteException {
        Content content = access.content(id);
        if (content.type().equals(Content.COMMENT)) {
            throw new RemoteException("A comment has no permissions but those of the page that it is on.");
        }
        return content;
    }

    private static String type(String name) throws RemoteException {
        for (String type : new String[] {PermissionTable.VIEW, PermissionTable.EDIT}) {
            if (type.equalsIgnoreCase(name)) {
                return type;
            }
        }
        throw new RemoteException("The type of a content permission is View or Edit.");
    }

    private RemoteContentPermissionSet set(long contentId, String type) {
        return new RemoteContentPermissionSet(type, Holders.shown(type, permissions.holders(contentId, type)));
    }

    private Set<Holder> given(String type, RemoteContentPermission[] permissions) throws RemoteException {
        Set<Holder> given = new LinkedHashSet<>();
        for (RemoteContentPermission permission : Checks.given(permissions, "array of permissions")) {
            Checks.given(permission, "permission");
            if (permission.getType() != null && !type(permission.getType()).equals(type)) {
                throw new RemoteException("The type of a permission is not " + type + ", as that of the others.");
            }
            given.add(holder(permission));
        }
        return given;
    }

    private Holder holder(RemoteContentPermission permission) throws RemoteException {
        String user = permission.getUserName();
        String group = permission.getGroupName();
        if (user == null && group == null) {
            throw new RemoteException("A permission names neither a user nor a group.");
        }
        if (user != null && group != null) {
            throw new RemoteException("A permission names both the user " + user + " and the group " + group + ".");
        }
        return user != null ? holders.user(user) : holders.group(group);
    }
}
