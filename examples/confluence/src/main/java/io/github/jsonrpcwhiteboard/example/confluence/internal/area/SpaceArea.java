package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpaceService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;

/** The rules for spaces. */
public final class SpaceArea implements SpaceService {

    private static final String HOME = "Home";

    private final SpaceTable spaces;
    private final PageTable pages;
    private final Visible visible;

    public SpaceArea(Call call) {
        this.spaces = new SpaceTable(call);
        this.pages = new PageTable(call);
        this.visible = new Visible(call);
    }

    @Override
    public RemoteSpaceSummary[] getSpaces(String token) {
        return spaces.all().toArray(new RemoteSpaceSummary[0]);
    }

    @Override
    public RemoteSpace getSpace(String token, String spaceKey) throws RemoteException {
        return visible.space(spaceKey);
    }

    @Override
    public RemoteSpace addSpace(String token, RemoteSpace space) throws RemoteException {
        check(space);
        String key = Checks.key(space.getKey(), "key of the space");
        spaces.insert(space);
        RemotePage home = new RemotePage();
        home.setSpace(key);
        home.setTitle(HOME);
        home.setContent("");
        spaces.setHomePage(key, pages.insert(home));
        return visible.space(key);
    }

    @Override
    public RemoteSpace storeSpace(String token, RemoteSpace remoteSpace) throws RemoteException {
        check(remoteSpace);
        String key = visible.lockedSpace(remoteSpace.getKey()).getKey();
        if (remoteSpace.getHomePage() != 0 && !visible.summary(remoteSpace.getHomePage()).getSpace().equals(key)) {
            throw new RemoteException("The home page is not a page of the space.");
        }
        spaces.update(remoteSpace);
        return visible.space(key);
    }

    @Override
    public Boolean removeSpace(String token, String spaceKey) throws RemoteException {
        spaces.delete(visible.lockedSpace(spaceKey).getKey());
        return Boolean.TRUE;
    }

    private static void check(RemoteSpace space) throws RemoteException {
        Checks.name(Checks.given(space, "space").getName(), "name of the space");
        if (space.getSpaceGroup() != null) {
            Checks.name(space.getSpaceGroup(), "group of the space");
        }
    }
}
