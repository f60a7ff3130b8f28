package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.List;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentSummaries;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.TrashService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.TrashTable;

/** What was removed, and can be purged. */
public final class TrashArea implements TrashService {

    private final TrashTable trash;
    private final Access access;

    public TrashArea(Call call) {
        this.trash = new TrashTable(call);
        this.access = new Access(call);
    }

    @Override
    public RemoteContentSummaries getTrashContents(String token, String spaceKey, int offset, int count)
            throws RemoteException {
        Checks.notNegative(offset, "offset");
        Checks.notNegative(count, "count");
        String key = access.space(spaceKey).getKey();
        access.need(SpacePermission.SETSPACEPERMISSIONS, key, "view the trash of that space");
        List<RemoteContentSummary> visible = visible(key);
        return new RemoteContentSummaries(visible.size(), offset,
                visible.stream().skip(offset).limit(count).toArray(RemoteContentSummary[]::new));
    }

    @Override
    public Boolean purgeFromTrash(String token, String spaceKey, long pageId) throws RemoteException {
        String key = purged(spaceKey);
        if (visible(key).stream().noneMatch(content -> content.getId() == pageId)) {
            throw new RemoteException("There is no such page in the trash of the space " + key + ".");
        }
        trash.purge(List.of(pageId));
        return Boolean.TRUE;
    }

    /** Also of what the caller may not view: it has been removed by somebody who may. */
    @Override
    public Boolean emptyTrash(String token, String spaceKey) throws RemoteException {
        trash.purge(trash.of(purged(spaceKey)).stream().map(RemoteContentSummary::getId).toList());
        return Boolean.TRUE;
    }

    private String purged(String spaceKey) throws RemoteException {
        String key = access.lockedSpace(spaceKey).getKey();
        access.need(SpacePermission.SETSPACEPERMISSIONS, key, "purge the trash of that space");
        return key;
    }

    private List<RemoteContentSummary> visible(String key) {
        return access.visible(key, trash.of(key), RemoteContentSummary::getId);
    }
}
