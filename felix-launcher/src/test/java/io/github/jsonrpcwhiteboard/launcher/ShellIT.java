package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launcher whose operator types commands. */
class ShellIT {

    @TempDir
    private Path directory;

    private LauncherProcess launcher;

    @BeforeEach
    void start() throws IOException {
        launcher = LauncherProcess.start(directory, LauncherProcess.DIST, "--shell", "--port", "0", "--data", "data",
                "--plugins", LauncherProcess.DIST.resolve("plugins").toString(), "--conf",
                Files.createDirectory(directory.resolve("conf")).toString());
        launcher.url();
    }

    @AfterEach
    void stop() {
        launcher.close();
    }

    @Test
    void commandsShowAndCall() throws Exception {
        launcher.type("jsonrpc:list");
        assertTrue(launcher.awaitOut("  live  ").contains("confluenceservice-v2"), launcher::toString);
        launcher.type("jsonrpc:call hello hello Ann");
        launcher.awaitOut("\"Hello, Ann!\"");
        launcher.type("jsonrpc:call hello hello");
        launcher.awaitOut("-32602");
        launcher.type("jsonrpc:describe hello");
        launcher.awaitOut("-32602: 1");
        launcher.type("jsonrpc:call confluenceservice-v2 getSpace DS");
        launcher.awaitOut("\"Demonstration Space\"");
        launcher.type("jsonrpc:failed");
        launcher.awaitOut("MESSAGE");
        launcher.type("exit 0");
        assertEquals(0, launcher.exitCode());
    }
}
