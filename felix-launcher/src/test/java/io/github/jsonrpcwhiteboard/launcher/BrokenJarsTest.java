package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenJarsTest {

    @TempDir
    Path directory;

    @Test
    void whatCannotBeABundleHasAReason() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "text");
        assertTrue(BrokenJars.problem(text.toFile()).startsWith("not a jar file"));
        assertTrue(BrokenJars.problem(directory.resolve("missing.jar").toFile()).startsWith("not a jar file"));
        Path plain = PluginJar.write(directory.resolve("plain.jar"), Map.of("Comment", "none"));
        assertTrue(BrokenJars.problem(plain.toFile()).startsWith("not an OSGi bundle"));
    }

    @Test
    void whatMayBeOneAndOtherFilesAreLeftToFileInstall() throws IOException {
        Path bundle = PluginJar.write(directory.resolve("bundle.jar"), Map.of("Bundle-SymbolicName", "x"));
        assertNull(BrokenJars.problem(bundle.toFile()));
        assertNull(BrokenJars.problem(Files.writeString(directory.resolve("x.cfg"), "text").toFile()));
    }
}
