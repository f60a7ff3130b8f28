package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** The way in: finds answers as a call of the visitor, in a transaction, or refuses the visitor. */
@FunctionalInterface
public interface Visits {

    Answer visit(Visitor visitor, Work work) throws Exception;

    /** Finds an answer. */
    @FunctionalInterface
    interface Work {

        Answer answer(Call call) throws RemoteException;
    }
}
