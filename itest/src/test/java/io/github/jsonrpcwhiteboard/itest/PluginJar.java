package io.github.jsonrpcwhiteboard.itest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle made in memory of one class of this module and the classes that are declared in it. */
final class PluginJar {

    private PluginJar() {
    }

    /** The jar, with more manifest headers. */
    static InputStream of(Class<?> content, Map<String, String> headers) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", content.getName());
        headers.forEach(main::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            add(jar, content);
            for (Class<?> inner : content.getDeclaredClasses()) {
                add(jar, inner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void add(JarOutputStream jar, Class<?> type) throws IOException {
        String entry = type.getName().replace('.', '/') + ".class";
        try (InputStream source = type.getResourceAsStream('/' + entry)) {
            jar.putNextEntry(new JarEntry(entry));
            source.transferTo(jar);
            jar.closeEntry();
        }
    }
}
