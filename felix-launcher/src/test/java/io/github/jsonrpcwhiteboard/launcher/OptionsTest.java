package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class OptionsTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StringWriter out = new StringWriter();
    private Options seen;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(home.resolve("plugins"));
        Files.createDirectories(home.resolve("conf"));
    }

    @Test
    void defaults() {
        assertEquals(0, run(Map.of()));
        assertEquals("127.0.0.1", seen.host());
        assertEquals(8080, seen.port());
        assertEquals(home.resolve("plugins"), seen.plugins());
        assertEquals(home.resolve("conf"), seen.conf());
        assertEquals(home.resolve("data"), seen.data());
        assertEquals(home.resolve("data/users"), seen.users());
        assertEquals(home.resolve("bundles"), seen.bundles());
    }

    @Test
    void environmentIsUsedWhereThereIsNoOption() throws IOException {
        Path other = Files.createDirectory(home.resolve("other"));
        Map<String, String> environment = Map.of("JSONRPC_HOST", "localhost", "JSONRPC_PORT", "1", "JSONRPC_DATA",
                home + "/kept", "JSONRPC_PLUGINS", other.toString(), "JSONRPC_CONF", " ");
        assertEquals(0, run(environment, "--port", "0"));
        assertEquals("localhost", seen.host());
        assertEquals(0, seen.port());
        assertEquals(other, seen.plugins());
        assertEquals(home.resolve("kept"), seen.data());
        assertEquals(home.resolve("conf"), seen.conf());
    }

    @Test
    void aRelativeDirectoryIsBelowTheWorkingDirectory() {
        assertEquals(0, run(Map.of(), "--data", "x/../kept"));
        assertEquals(Path.of("kept").toAbsolutePath(), seen.data());
    }

    @ParameterizedTest
    @CsvSource({"--port,70000", "--port,x", "--port,-1", "--plugins,/no/such/directory", "--conf,/no/such/directory",
        "--prot,1"})
    void aBadOptionIsSaidInOneLine(String option, String value) {
        assertEquals(CommandLine.ExitCode.USAGE, run(Map.of(), option, value));
        assertNull(seen);
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("felix-launcher: ") && text.contains(option), text);
        assertEquals(1, text.lines().count(), text);
    }

    @Test
    void aBadVariableIsSaidToo() {
        assertEquals(CommandLine.ExitCode.USAGE, run(Map.of("JSONRPC_PORT", "many")));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("many"));
    }

    @Test
    void whyItDoesNotStartIsSaidInOneLine() {
        CommandLine line = commandLine(Map.of(), options -> {
            throw new StartException("no luck", new IOException("first\nsecond", new IllegalStateException()));
        });
        assertEquals(CommandLine.ExitCode.SOFTWARE, line.execute());
        assertEquals("felix-launcher: no luck: first second: java.lang.IllegalStateException",
                err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void helpNamesTheOptionsAndTheVariables() {
        assertEquals(0, run(Map.of(), "--help"));
        assertNull(seen);
        for (String word : new String[] {"--host", "--port", "--plugins", "--data", "--conf", "--version", "127.0.0.1",
            "8080", "JSONRPC_PORT", "beside this program's jar", "READY"}) {
            assertTrue(out.toString().contains(word), word);
        }
        assertFalse(out.toString().contains("DEFAULT-VALUE"), out.toString());
    }

    @Test
    void versionIsOneLine() {
        assertEquals(0, run(Map.of("JSONRPC_HELP", "true"), "--version"));
        assertTrue(out.toString().startsWith("felix-launcher "), out.toString());
        assertEquals(1, out.toString().lines().count());
    }

    private int run(Map<String, String> environment, String... args) {
        return commandLine(environment, options -> seen = options).execute(args);
    }

    private CommandLine commandLine(Map<String, String> environment, Options.Action action) {
        return Main.commandLine(new Options(home, action), environment,
                new PrintStream(err, true, StandardCharsets.UTF_8)).setOut(new PrintWriter(out));
    }
}
