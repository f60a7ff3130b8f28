package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An export or backup that is ready.
 *
 * @param file the zip file
 * @param name what it is called
 * @param length how many bytes it has
 */
public record Archive(Path file, String name, long length) {

    public void writeTo(OutputStream out) throws IOException {
        Files.copy(file, out);
    }
}
