package io.github.jsonrpcwhiteboard.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

import io.github.jsonrpcwhiteboard.users.NewUser;

/** The user of a new installation. */
final class FirstUser {

    static final String NAME = "admin";

    /** Letters and digits that are not easily mistaken for each other: 20 of them are 116 bits. */
    private static final String ALPHABET = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private final Path users;
    private final String password;
    private final FutureTask<String> line;

    private FirstUser(Path users) {
        this.users = users;
        this.password = new SecureRandom().ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1)).collect(Collectors.joining());
        this.line = new FutureTask<>(() -> NewUser.line(NAME, List.of("admin"), password));
    }

    /** One to be made; empty if there is a users file. Its hash is computed, for half a second, by another thread. */
    static Optional<FirstUser> prepare(Path users) {
        if (Files.exists(users)) {
            return Optional.empty();
        }
        FirstUser user = new FirstUser(users);
        Thread thread = new Thread(user.line, "first user");
        thread.setDaemon(true);
        thread.start();
        return Optional.of(user);
    }

    /**
     * Makes the users file.
     *
     * @return the password, of which only a salted hash is kept
     */
    String create() throws IOException, InterruptedException {
        List<String> lines;
        try {
            lines = List.of(
                    "# One user per line, name:hash:role,role - read again when it changes.",
                    "# To make a line: java -jar bundles/jsonrpc-whiteboard-users.jar NAME ROLE...",
                    line.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        // moved to its place when it is whole: half a file would lock everyone out for good
        Path part = Files.createTempFile(users.getParent(), "users", ".part", ownerOnly(users));
        Files.write(part, lines);
        Files.move(part, users, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
