package io.github.jsonrpcwhiteboard.launcher;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes small plugin jars. */
public final class PluginJar {

    private static final String API = """
            package plugin;

            public interface Api {
                @io.github.jsonrpcwhiteboard.JsonRpcExample(name = "a word", params = "[\\"word\\"]",
                        result = "\\"word\\"")
                String echo(String text);
                int call(int port) throws java.io.IOException;
            }
            """;

    /** An endpoint of the name of the bundle. */
    private static final String ACTIVATOR = """
            package plugin;

            public class Activator implements org.osgi.framework.BundleActivator, Api {

                public String echo(String text) {
                    return text;
                }

                /** Returns what a server sends, so that the test that is this server knows and decides when. */
                public int call(int port) throws java.io.IOException {
                    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
                        return socket.getInputStream().read();
                    }
                }

                public void start(org.osgi.framework.BundleContext context) {
                    java.util.Hashtable<String, Object> properties = new java.util.Hashtable<>();
                    properties.put("rpc.path", context.getBundle().getSymbolicName());
                    properties.put("rpc.anonymous", %s);
                    context.registerService(Api.class, this, properties);
                }

                public void stop(org.osgi.framework.BundleContext context) {
                }
            }
            """;

    private PluginJar() {
    }

    /** A plugin with an endpoint of this name, that echoes and that calls back. */
    public static Path endpoint(Path file, String name, boolean anonymous) throws IOException {
        return compiled(file, ACTIVATOR.formatted(anonymous), manifest(name));
    }

    /** A plugin that throws when it is started. */
    public static Path throwing(Path file, String name) throws IOException {
        String start = "public void start(org.osgi.framework.BundleContext context) {";
        return compiled(file, ACTIVATOR.formatted(true).replace(start, start + "int boom = 1 / 0;"), manifest(name));
    }

    /** A plugin that needs what there is not. */
    static Path unresolvable(Path file, String name) throws IOException {
        return write(file, Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Import-Package",
                "no.such.thing"));
    }

    private static Map<String, String> manifest(String name) {
        return Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Bundle-Activator",
                "plugin.Activator", "Import-Package", "org.osgi.framework, io.github.jsonrpcwhiteboard",
                "Require-Capability",
                "osgi.implementation;filter:=\"(osgi.implementation=jsonrpc.whiteboard)\"");
    }

    /** A jar of a manifest only. */
    static Path write(Path file, Map<String, String> headers) throws IOException {
        return write(file, headers, List.of());
    }

    private static Path compiled(Path file, String source, Map<String, String> headers) throws IOException {
        Path directory = Files.createTempDirectory(file.getParent(), "plugin");
        Path api = Files.writeString(directory.resolve("Api.java"), API);
        Path activator = Files.writeString(directory.resolve("Activator.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(null, null, null, "--release", "17", "-parameters", "-d", directory.toString(),
                "-cp", System.getProperty("java.class.path") + File.pathSeparator
                        + LauncherProcess.DIST.resolve("bundles/jsonrpc-whiteboard.jar"),
                api.toString(), activator.toString());
        if (result != 0) {
            throw new IllegalStateException("the plugin does not compile");
        }
        try (Stream<Path> files = Files.list(directory.resolve("plugin"))) {
            return write(file, headers, files.sorted().toList());
        }
    }

    /** Written beside and moved, so that a running launcher never sees half of it. */
    private static Path write(Path file, Map<String, String> headers, List<Path> classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        Path part = Files.createTempFile(file.getParent(), "jar", ".part");
        try (OutputStream out = Files.newOutputStream(part); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Path type : classes) {
                jar.putNextEntry(new ZipEntry("plugin/" + type.getFileName()));
                Files.copy(type, jar);
            }
        }
        return Files.move(part, file);
    }
}
