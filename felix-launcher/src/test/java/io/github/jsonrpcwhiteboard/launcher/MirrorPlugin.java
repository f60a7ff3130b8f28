package io.github.jsonrpcwhiteboard.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A plugin whose endpoints, {@code mirror} and {@code office} for clerks, tell the caller who it is. */
final class MirrorPlugin {

    private static final Map<String, String> SOURCES = Map.of("Mirror", """
            package mirror;

            public interface Mirror {
                String look();
            }
            """, "Activator", """
            package mirror;

            import io.github.jsonrpcwhiteboard.CallContext;
            import java.util.Hashtable;
            import java.util.Map;
            import org.osgi.framework.*;

            public class Activator implements BundleActivator, Mirror {

                public String look() {
                    CallContext call = CallContext.current();
                    return call.principal().get() + " by " + call.scheme().get() + ", " + call.roles() + ", clerk: "
                            + call.hasRole("clerk") + ", boss: " + call.hasRole("boss");
                }

                public void start(BundleContext context) {
                    context.registerService(Mirror.class, this, new Hashtable<>(Map.of("rpc.path", "mirror")));
                    context.registerService(Mirror.class, this,
                            new Hashtable<>(Map.of("rpc.path", "office", "rpc.roles", "clerk")));
                }

                public void stop(BundleContext context) {
                }
            }
            """);

    private MirrorPlugin() {
    }

    static void write(Path plugins) throws IOException {
        Path classes = Files.createTempDirectory(plugins.getParent(), "mirror");
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            Files.writeString(classes.resolve(source.getKey() + ".java"), source.getValue());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-proc:none",
                "-d", classes.toString(), "-cp", System.getProperty("java.class.path")
                + System.getProperty("path.separator") + LauncherProcess.DIST.resolve("bundles/jsonrpc-whiteboard.jar"),
                classes.resolve("Mirror.java").toString(), classes.resolve("Activator.java").toString());
        if (result != 0) {
            throw new IllegalStateException("the plugin does not compile");
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "mirror", "Bundle-Activator", "mirror.Activator",
                "Import-Package", "org.osgi.framework,io.github.jsonrpcwhiteboard").forEach(
                manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(plugins.resolve("mirror.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String type : SOURCES.keySet()) {
                jar.putNextEntry(new ZipEntry("mirror/" + type + ".class"));
                Files.copy(classes.resolve("mirror").resolve(type + ".class"), jar);
            }
        }
    }
}
