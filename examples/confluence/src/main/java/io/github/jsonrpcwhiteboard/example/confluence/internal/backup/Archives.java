package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.nio.file.Path;

/** The directory in which exports are kept. */
public final class Archives {

    private final Path directory;

    public Archives(Path directory) {
        this.directory = directory;
    }
}
