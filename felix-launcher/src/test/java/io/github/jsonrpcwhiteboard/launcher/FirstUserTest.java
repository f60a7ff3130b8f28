package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstUserTest {

    @TempDir
    Path data;

    @Test
    void isMadeOnceAndOnlyItsHashIsKept() throws Exception {
        Path users = data.resolve("users");
        String password = FirstUser.prepare(users).orElseThrow().create();
        assertTrue(password.matches("[A-Za-z0-9]{20}"), password);

        String text = Files.readString(users);
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).matches("admin:pbkdf2-sha256\\$\\d+\\$[^:]+:admin"), lines.get(0));
        assertFalse(text.contains(password));

        assertEquals(Optional.empty(), FirstUser.prepare(users));
        assertEquals(text, Files.readString(users));
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(List.of(users), files.toList());
        }
    }

    @Test
    void isForTheOwnerOnly() throws Exception {
        Path users = data.resolve("users");
        FirstUser.prepare(users).orElseThrow().create();
        if (Files.getFileStore(users).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(users)));
        }
    }

    @Test
    void hasAnotherPasswordEachTime() throws Exception {
        assertNotEquals(FirstUser.prepare(data.resolve("a")).orElseThrow().create(),
                FirstUser.prepare(data.resolve("b")).orElseThrow().create());
    }
}
