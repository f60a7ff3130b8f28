package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.nio.file.Path;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;

/** The search index. Safe for use by several threads. */
public final class SearchIndex implements AutoCloseable {

    private final Database database;
    private final Path directory;

    public SearchIndex(Database database, Path directory) {
        this.database = database;
        this.directory = directory;
    }

    /** Has the index catch up with the database soon. */
    public void wake() {
        // to come
    }

    @Override
    public void close() {
        // to come
    }
}
