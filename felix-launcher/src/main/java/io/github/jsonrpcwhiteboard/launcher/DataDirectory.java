package io.github.jsonrpcwhiteboard.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the data directory for this process, to its end. The framework's lock on its cache does not: it goes when the
 * cache is cleaned.
 */
final class DataDirectory {

    /** Held here because a channel that is collected as garbage is closed, which ends the lock. */
    private final FileChannel channel;

    private DataDirectory(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the directory if it is missing. */
    static DataDirectory claim(Path path) throws StartException {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartException("another launcher uses the data directory " + path);
            }
            return new DataDirectory(channel);
        } catch (IOException e) {
            throw new StartException("cannot use the data directory " + path, e);
        }
    }

    /** Gives it up. */
    void release() throws IOException {
        channel.close();
    }
}
