package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.GroupService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GroupTable;

/** The rules for groups of users. */
public final class GroupArea implements GroupService {

    private static final String NAME = "name of the group";
    private static final String TO_CHANGE = "change groups";

    private final Access access;
    private final Administrators administrators;
    private final GroupTable groups;

    public GroupArea(Call call) {
        this.access = new Access(call);
        this.administrators = new Administrators(call, access);
        this.groups = new GroupTable(call);
    }

    @Override
    public String[] getGroups(String token) throws RemoteException {
        access.user("view the groups");
        return groups.all().toArray(String[]::new);
    }

    @Override
    public boolean hasGroup(String token, String groupname) throws RemoteException {
        access.user("view the groups");
        return groups.name(Checks.given(groupname, NAME)).isPresent();
    }

    @Override
    public boolean addGroup(String token, String groupname) throws RemoteException {
        administrators.begin(TO_CHANGE);
        if (!Checks.line(groupname, NAME).equals(groupname.strip())) {
            throw new RemoteException("The " + NAME + " begins or ends with white space.");
        }
        groups.insert(groupname);
        return true;
    }

    @Override
    public boolean removeGroup(String token, String groupname, String defaultGroupName) throws RemoteException {
        administrators.begin(TO_CHANGE);
        String group = known(groupname);
        if (group.equals(Caller.USERS) || group.equals(Caller.ADMINISTRATORS)) {
            throw new RemoteException("The group " + group + " cannot be removed.");
        }
        if (defaultGroupName != null && !defaultGroupName.isEmpty()) {
            String heir = known(defaultGroupName);
            if (heir.equals(group)) {
                throw new RemoteException("The default group is the one to be removed.");
            }
            groups.copy(group, heir);
        }
        groups.delete(group);
        administrators.end();
        return true;
    }

    @Override
    public String[] getUserGroups(String token, String username) throws RemoteException {
        access.needToViewProfile(Checks.given(username, "name of the user"));
        return groups.ofUser(access.knownUser(username)).toArray(String[]::new);
    }

    @Override
    public boolean addUserToGroup(String token, String username, String groupname) throws RemoteException {
        administrators.begin(TO_CHANGE);
        return groups.addMember(known(groupname), access.lockedUser(username).name());
    }

    @Override
    public boolean removeUserFromGroup(String token, String username, String groupname) throws RemoteException {
        administrators.begin(TO_CHANGE);
        boolean removed = groups.removeMember(known(groupname), access.lockedUser(username).name());
        administrators.end();
        return removed;
    }

    /** The name of a group as it is written. */
    private String known(String name) throws RemoteException {
        return Access.orNone("There is no group " + name + ".", groups.name(Checks.given(name, NAME)));
    }
}
