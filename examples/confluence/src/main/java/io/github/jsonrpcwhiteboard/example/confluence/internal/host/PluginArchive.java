package io.github.jsonrpcwhiteboard.example.confluence.internal.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Bundles as bytes. */
final class PluginArchive {

    private static final int MAX_MANIFEST = 1 << 20;

    private PluginArchive() {
    }

    /** The symbolic name of the bundle that these bytes are; empty if they are none. */
    static Optional<String> symbolicName(byte[] data) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(data))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    return symbolicName(new Manifest(new ByteArrayInputStream(zip.readNBytes(MAX_MANIFEST))));
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // no zip file, or names or headers that cannot be read
        }
    }

    /** Only with version 2 do frameworks look at the name. */
    private static Optional<String> symbolicName(Manifest manifest) {
        String name = manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
        String version = manifest.getMainAttributes().getValue(Constants.BUNDLE_MANIFESTVERSION);
        return Optional.ofNullable(name).filter(any -> version != null && version.trim().equals("2"))
                .map(header -> header.split(";", 2)[0].trim()).filter(bare -> !bare.isEmpty());
    }

    /** The bytes of a bundle that is installed: the framework does not tell those that it came from. */
    static byte[] of(Bundle bundle) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            copy(bundle, "/", zip);
        }
        return bytes.toByteArray();
    }

    private static void copy(Bundle bundle, String directory, ZipOutputStream zip) throws IOException {
        Enumeration<String> paths = bundle.getEntryPaths(directory);
        for (String path : paths == null ? Collections.<String>emptyList() : Collections.list(paths)) {
            if (path.endsWith("/")) {
                copy(bundle, path, zip);
                continue;
            }
            zip.putNextEntry(new ZipEntry(path));
            try (InputStream in = bundle.getEntry(path).openStream()) {
                in.transferTo(zip);
            }
        }
    }
}
