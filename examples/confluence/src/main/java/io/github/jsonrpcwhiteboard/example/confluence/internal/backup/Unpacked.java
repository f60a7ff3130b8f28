package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** A zip that somebody sent. All of it is checked when it is opened: names, numbers, sizes, and what it unpacks to. */
final class Unpacked implements Closeable {

    /** The most entries that an import may have. */
    static final int ENTRIES = 100_000;

    /** The most bytes that the entries of an import may have together when they are unpacked. */
    static final long BYTES = 1L << 30;

    private static final Pattern NAMES =
            Pattern.compile(Pattern.quote(Format.XML) + "|" + Pattern.quote(Format.FOLDER) + "[1-9][0-9]*");

    private final ZipFile zip;
    private final Set<String> used = new HashSet<>();

    private Unpacked(ZipFile zip) {
        this.zip = zip;
    }

    /** By way of a file, which has to be deleted afterwards: only so the table at the end of a zip counts. */
    static Unpacked in(Path file) throws IOException, RemoteException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw Format.damaged("it is no zip file, or not all of one");
        }
        try {
            check(zip);
        } catch (RemoteException | RuntimeException e) {
            zip.close();
            throw e;
        }
        return new Unpacked(zip);
    }

    private static void check(ZipFile zip) throws RemoteException {
        if (zip.size() > ENTRIES) {
            throw Format.damaged("it has more than " + ENTRIES + " entries");
        }
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        Set<String> names = new HashSet<>();
        long left = BYTES;
        for (ZipEntry entry : entries) {
            if (!NAMES.matcher(entry.getName()).matches()) {
                throw Format.damaged("it has an entry that is neither " + Format.XML + " nor in " + Format.FOLDER);
            }
            if (!names.add(entry.getName())) {
                throw Format.damaged("it has two entries " + entry.getName());
            }
            if (entry.getSize() < 0 || entry.getSize() > left) {
                throw Format.damaged("it unpacks to more than " + BYTES + " bytes");
            }
            left -= entry.getSize();
        }
        if (!names.contains(Format.XML)) {
            throw Format.damaged("it has no " + Format.XML);
        }
        for (ZipEntry entry : entries) {
            unpack(zip, entry);
        }
    }

    /** Whether the size is what the entry says, of which a bomb says less. */
    private static void unpack(ZipFile zip, ZipEntry entry) throws RemoteException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[1 << 14];
        long left = entry.getSize();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0 && left >= 0; count = in.read(buffer)) {
                left -= count;
                sum.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw Format.damaged("its entry " + entry.getName() + " cannot be read");
        }
        if (left != 0 || sum.getValue() != entry.getCrc()) {
            throw Format.damaged("its entry " + entry.getName() + " is not what was packed");
        }
    }

    InputStream xml() throws IOException {
        return zip.getInputStream(zip.getEntry(Format.XML));
    }

    /** An entry of bytes. Is there once: what unpacks to little must not become much by being there often. */
    ZipEntry entry(String name) throws RemoteException {
        ZipEntry entry = name.startsWith(Format.FOLDER) ? zip.getEntry(name) : null;
        if (entry == null || !used.add(name)) {
            throw Format.damaged("an entry is missing, or used twice");
        }
        return entry;
    }

    InputStream open(ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
