package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;

/** Finds what the caller may view, which is everything: permissions are to come, and to be asked here. */
final class Visible {

    private static final String NO_PAGE = "You're not allowed to view that page, or it does not exist.";
    private static final String NO_SPACE = "You're not allowed to view that space, or it does not exist.";

    private final SpaceTable spaces;
    private final PageTable pages;

    Visible(Call call) {
        this.spaces = new SpaceTable(call);
        this.pages = new PageTable(call);
    }

    RemoteSpace space(String key) throws RemoteException {
        return or(NO_SPACE, spaces.find(key));
    }

    /** The space, held until the end of the call: for changes to the tree of its pages. */
    RemoteSpace lockedSpace(String key) throws RemoteException {
        return or(NO_SPACE, spaces.findAndLock(key));
    }

    RemotePage page(long id) throws RemoteException {
        return or(NO_PAGE, pages.find(id));
    }

    RemotePage page(String spaceKey, String title) throws RemoteException {
        return or(NO_PAGE, pages.find(spaceKey, title));
    }

    RemotePageSummary summary(long id) throws RemoteException {
        return or(NO_PAGE, pages.findSummary(id));
    }

    RemotePageSummary summary(String spaceKey, String title) throws RemoteException {
        return or(NO_PAGE, pages.findSummary(spaceKey, title));
    }

    private static <T> T or(String message, Optional<T> found) throws RemoteException {
        return found.orElseThrow(() -> new RemoteException(message));
    }
}
