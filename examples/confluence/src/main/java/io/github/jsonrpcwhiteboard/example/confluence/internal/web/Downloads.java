package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Files that can be downloaded. Safe for use by several threads. */
@FunctionalInterface
public interface Downloads {

    /**
     * Finds a file that the caller may have.
     *
     * @param path what follows in the URL, decoded; may be anything
     * @return empty if there is none, or it is nothing for the caller
     */
    Optional<Download> find(Call call, String path) throws RemoteException;
}
