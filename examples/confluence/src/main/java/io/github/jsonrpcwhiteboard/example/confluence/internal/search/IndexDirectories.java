package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where indexes are: each that is built gets a directory of its own, with the next number. */
final class IndexDirectories {

    private static final Logger LOG = LoggerFactory.getLogger(IndexDirectories.class);

    private static final Comparator<Path> NEWEST_FIRST = Comparator.comparing(IndexDirectories::number).reversed();

    private final Path root;

    IndexDirectories(Path root) {
        this.root = root;
    }

    /** The last that has been completed. */
    Optional<Path> newest() throws IOException {
        for (Path path : all()) {
            try (Directory directory = new MMapDirectory(path)) {
                if (DirectoryReader.indexExists(directory)) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    /** One for a new index. */
    Path next() throws IOException {
        Files.createDirectories(root);
        int last = all().stream().findFirst().map(IndexDirectories::number).orElse(0);
        return root.resolve(Integer.toString(last + 1));
    }

    /** Deletes all others, but those that somebody else holds. */
    void deleteAllBut(Path kept) throws IOException {
        for (Path path : all()) {
            if (!path.equals(kept)) {
                delete(path);
            }
        }
    }

    /** Deletes an index that is not open; or else leaves it for another time. */
    void delete(Path path) {
        try {
            try (Directory directory = new MMapDirectory(path);
                    Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
                    Stream<Path> files = Files.list(path)) {
                lock.ensureValid();
                for (Path file : files.sorted(Comparator.comparing(IndexDirectories::isCommit).reversed()).toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(path);
        } catch (IOException e) {
            LOG.info("An old search index is not deleted yet: {}", e.toString());
        }
    }

    /** The commit goes first: so what is left of an index that is deleted in part is not taken for one. */
    private static boolean isCommit(Path file) {
        return file.getFileName().toString().startsWith(IndexFileNames.SEGMENTS);
    }

    /** From the newest to the oldest. */
    private List<Path> all() throws IOException {
        try (Stream<Path> paths = Files.list(root)) {
            return paths.filter(path -> path.getFileName().toString().matches("[1-9]\\d{0,8}"))
                    .sorted(NEWEST_FIRST).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static int number(Path path) {
        return Integer.parseInt(path.getFileName().toString());
    }
}
