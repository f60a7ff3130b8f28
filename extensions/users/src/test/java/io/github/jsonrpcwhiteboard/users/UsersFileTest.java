package io.github.jsonrpcwhiteboard.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersFileTest {

    private static final String ANN = "ann:" + PasswordHash.of("secret", 10) + ":admin, staff";
    private static final String BOB = "bob:" + PasswordHash.of("hidden", 10);

    @TempDir
    Path directory;

    private Path path;
    private UsersFile file;

    @BeforeEach
    void name() {
        path = directory.resolve("users");
        file = new UsersFile(path);
    }

    @Test
    void readsUsersAndRoles() throws IOException {
        write("# who may call", "", ANN, "  " + BOB + "  ");
        assertEquals(Set.of("admin", "staff"), file.users().login("ann", "secret").orElseThrow().roles());
        assertEquals(Set.of(), file.users().login("bob", "hidden").orElseThrow().roles());
        assertTrue(file.users().login("ann", "hidden").isEmpty());
        assertTrue(file.users().login("Ann", "secret").isEmpty());
        assertTrue(file.users().login("# who may call", "").isEmpty());
    }

    @Test
    void badLinesAreReportedByNumberWithoutTheirContent() throws IOException {
        write("# comment", "oops:topsecret", "a:b:c:d", ":" + ANN.split(":")[1], ANN, ANN, "noColonTopsecret", BOB);
        try (LogCapture log = new LogCapture(UsersFile.class)) {
            assertTrue(file.users().login("ann", "secret").isPresent());
            assertTrue(file.users().login("bob", "hidden").isPresent());
            assertEquals(List.of(2, 3, 4, 6, 7), log.lines().stream().map(this::lineNumber).toList());
            assertFalse(log.lines().toString().toLowerCase().contains("topsecret"), log.lines().toString());
        }
    }

    @Test
    void withoutAFileNoOneCanLogIn() throws IOException {
        try (LogCapture log = new LogCapture(UsersFile.class)) {
            assertTrue(file.users().login("ann", "secret").isEmpty());
            assertTrue(file.users().login("ann", "secret").isEmpty());
            assertEquals(1, log.lines().size());
            assertTrue(log.lines().get(0).contains(path.toString()));
        }
        write(ANN);
        assertTrue(file.users().login("ann", "secret").isPresent());
        Files.delete(path);
        assertTrue(file.users().login("ann", "secret").isEmpty());
    }

    @Test
    void whatIsNotTextLetsNoOneIn() throws IOException {
        Files.write(path, new byte[] {(byte) 0xc3, '(', '\n'});
        assertTrue(file.users().login("ann", "secret").isEmpty());
    }

    @Test
    void isReadAgainWhenItsTimeItsSizeOrTheFileItselfChanges() throws IOException {
        write(ANN);
        Users first = file.users();
        assertSame(first, file.users());

        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000_000_000L));
        Users second = file.users();
        assertNotSame(first, second);

        write(ANN, BOB);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000_000_000L));
        Users third = file.users();
        assertNotSame(second, third);
        assertTrue(third.login("bob", "hidden").isPresent());

        Path copy = Files.copy(path, directory.resolve("copy"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(copy, path, StandardCopyOption.ATOMIC_MOVE);
        assertNotSame(third, file.users());
    }

    @Test
    void aPasswordTakenAwayIsRefusedAtOnce() throws IOException {
        write(ANN);
        assertTrue(file.users().login("ann", "secret").isPresent());
        write("ann:" + PasswordHash.of("changed", 10) + ":admin,staff,more");
        assertTrue(file.users().login("ann", "secret").isEmpty());
        assertTrue(file.users().login("ann", "changed").isPresent());
    }

    @Test
    void newUserMakesALineThatCanBeRead() throws IOException {
        write(NewUser.line("eve", List.of("admin", "staff"), "pass:word"));
        assertEquals(Set.of("admin", "staff"), file.users().login("eve", "pass:word").orElseThrow().roles());
    }

    private void write(String... lines) throws IOException {
        Files.write(path, List.of(lines));
    }

    private int lineNumber(String message) {
        String start = path + ", line ";
        assertTrue(message.startsWith(start), message);
        return Integer.parseInt(message.substring(start.length(), message.indexOf(',', start.length())));
    }
}
