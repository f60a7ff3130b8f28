package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceGroup;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpaceGroupService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceGroupTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;

/** The rules for groups of spaces. */
public final class SpaceGroupArea implements SpaceGroupService {

    private final SpaceGroupTable groups;
    private final SpaceTable spaces;
    private final Access access;

    public SpaceGroupArea(Call call) {
        this.groups = new SpaceGroupTable(call);
        this.spaces = new SpaceTable(call);
        this.access = new Access(call);
    }

    @Override
    public RemoteSpaceGroup addSpaceGroup(String token, RemoteSpaceGroup spaceGroup) throws RemoteException {
        access.administrator("add space groups");
        Checks.key(Checks.given(spaceGroup, "space group").getKey(), "key of the space group");
        Checks.name(spaceGroup.getName(), "name of the space group");
        groups.insert(spaceGroup);
        return find(spaceGroup.getKey());
    }

    @Override
    public RemoteSpaceGroup getSpaceGroup(String token, String spaceGroup) throws RemoteException {
        return shown(find(spaceGroup));
    }

    @Override
    public RemoteSpaceGroup[] getSpaceGroups(String token) {
        return groups.all().stream().map(this::shown).toArray(RemoteSpaceGroup[]::new);
    }

    @Override
    public boolean removeSpaceGroup(String token, String spaceGroupKey) throws RemoteException {
        access.administrator("remove space groups");
        groups.delete(find(spaceGroupKey).getKey());
        return true;
    }

    @Override
    public RemoteSpaceSummary[] getSpacesInGroup(String token, String spaceGroupKey) throws RemoteException {
        return spaces.inGroup(find(spaceGroupKey).getKey()).stream().filter(access.viewableSpaces())
                .toArray(RemoteSpaceSummary[]::new);
    }

    private RemoteSpaceGroup find(String key) throws RemoteException {
        Checks.name(key, "key of the space group");
        return groups.find(key).orElseThrow(() -> new RemoteException("There is no space group " + key + "."));
    }

    private RemoteSpaceGroup shown(RemoteSpaceGroup group) {
        if (!access.isAdministrator()) {
            group.setLicenseKey(null);
        }
        return group;
    }
}
