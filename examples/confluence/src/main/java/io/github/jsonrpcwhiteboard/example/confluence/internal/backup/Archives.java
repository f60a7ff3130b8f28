package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Access;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.ArchiveTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;

/**
 * The directories of exports and backups. Exports are for fetching: they are removed after a day, and a user's oldest
 * ones of spaces earlier if there are many. Backups stay until somebody removes the files. Safe for use by several
 * threads.
 */
public final class Archives {

    /** Where exports and backups are found, under the site's URL. */
    public static final String PATH = "/download/exports/";

    static final int PER_USER = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Archives.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String UNFINISHED = ".part";
    private static final int KEY_LENGTH = 64;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path exports;
    private final Path backups;

    /** In directories of the plugin's home. Nothing else writes to them. */
    public Archives(Path home) {
        exports = home.resolve("exports");
        backups = home.resolve("backups");
        Instant old = Instant.now().minus(KEPT);
        remove(exports, file -> isUnfinished(file) || isOlder(file, old));
        remove(backups, Archives::isUnfinished);
    }

    /** Writes an export of a space and returns its URL. */
    public String export(Call call, String spaceKey, String type, boolean everything, Contents contents) {
        String key = spaceKey.replaceAll("[^A-Za-z0-9~]", "_");
        String name = name(call, key.substring(0, Math.min(key.length(), KEY_LENGTH)) + "-" + type);
        return write(call, exports, new ArchiveTable.Row(name, spaceKey, call.user(), everything), contents);
    }

    /** Writes an export of the site and returns its URL. */
    public String export(Call call, Contents contents) {
        return write(call, exports, new ArchiveTable.Row(name(call, "site-xml"), null, call.user(), true), contents);
    }

    /** Writes a backup and returns its URL. */
    public String backup(Call call, Contents contents) {
        return write(call, backups, new ArchiveTable.Row(name(call, "backup"), null, call.user(), true), contents);
    }

    /** Adds what is in an export to the site. */
    public void importing(Call call, byte[] data) throws RemoteException {
        try {
            Files.createDirectories(exports);
            Path file = Files.createTempFile(exports, null, UNFINISHED);
            try {
                Files.write(file, data);
                try (Unpacked zip = Unpacked.in(file)) {
                    new Import(call, zip).run();
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack what is imported in " + exports, e);
        }
    }

    /**
     * What the caller may fetch under a name: any, as an administrator; else what the caller made of a space, as long
     * as the caller might make it again.
     */
    public Optional<Archive> find(Call call, String name) {
        return new ArchiveTable(call).find(name)
                .filter(row -> mayFetch(call, row))
                .flatMap(row -> Stream.of(exports, backups).map(directory -> directory.resolve(row.name()))
                        .filter(Files::isRegularFile).findFirst())
                .map(file -> new Archive(file, name, file.toFile().length()));
    }

    private static boolean mayFetch(Call call, ArchiveTable.Row row) {
        Access access = new Access(call);
        return access.isAdministrator()
                || row.space() != null && call.user() != null && call.user().equalsIgnoreCase(row.creator())
                && access.canView(row.space()) && access.may(SpacePermission.EXPORTSPACE, row.space())
                && (!row.everything() || access.may(SpacePermission.SETSPACEPERMISSIONS, row.space()));
    }

    /** Nobody can guess it. */
    private static String name(Call call, String what) {
        return what + "-" + STAMP.format(call.now()) + "-" + UUID.randomUUID().toString().replace("-", "") + ".zip";
    }

    /** The row comes first: what reads the whole database at one moment cannot write to it. */
    private String write(Call call, Path directory, ArchiveTable.Row row, Contents contents) {
        removeOld(call);
        new ArchiveTable(call).insert(row);
        call.snapshot();
        try {
            Files.createDirectories(directory);
            Path unfinished = Files.createTempFile(directory, null, UNFINISHED);
            try {
                try (ZipOutputStream zip = open(unfinished)) {
                    contents.writeTo(zip);
                }
                Files.move(unfinished, directory.resolve(row.name()), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + row.name() + " to " + directory, e);
        }
        return call.site().baseUrl() + PATH + row.name();
    }

    /** A channel, because that ends when the call is interrupted. */
    private static ZipOutputStream open(Path file) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(
                Channels.newOutputStream(FileChannel.open(file, StandardOpenOption.WRITE))));
        zip.setLevel(Deflater.BEST_SPEED);
        return zip;
    }

    private void removeOld(Call call) {
        ArchiveTable table = new ArchiveTable(call);
        Instant old = call.now().minus(KEPT);
        remove(exports, file -> isOlder(file, old));
        List<String> own = table.ofCaller();
        Stream.concat(table.before(old).stream(), own.stream().skip(PER_USER - 1)).forEach(name -> {
            remove(exports, file -> file.endsWith(name));
            if (!Files.exists(backups.resolve(name))) {
                table.delete(name);
            }
        });
    }

    /** A file that cannot be removed now stays until next time. */
    private static void remove(Path directory, Predicate<Path> which) {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    if (which.test(file)) {
                        Files.deleteIfExists(file);
                    }
                }
            } catch (IOException e) {
                LOG.warn("Cannot remove old files from {}", directory, e);
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        return file.toString().endsWith(UNFINISHED);
    }

    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException e) {
            return false; // another export was faster
        }
    }
}
