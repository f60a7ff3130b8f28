package io.github.jsonrpcwhiteboard.benchmarks.peer;

import java.util.function.Supplier;

/** Who is compared. */
public enum Peers {
    /** This project. */
    OURS("ours", Whiteboard::new),
    /** Hand-written code for these very methods. */
    FLOOR("floor", Floor::new),
    /** The usual library. */
    JSONRPC4J("jsonrpc4j 1.7", Jsonrpc4j::new),
    /** A small library. */
    SIMPLE("simple-json-rpc 1.3", SimpleJsonRpc::new);

    private final String title;
    private final Supplier<Peer> peer;

    Peers(String title, Supplier<Peer> peer) {
        this.title = title;
        this.peer = peer;
    }

    /** For the table. */
    public String title() {
        return title;
    }

    /** A new one. */
    public Peer create() {
        return peer.get();
    }
}
