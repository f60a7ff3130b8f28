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
import java.util.stream.Collectors;

import io.github.jsonrpcwhiteboard.users.NewUser;

/** The user of a new installation. */
final class FirstUser {

    static final String NAME = "admin";

    /** Letters and digits that are not easily mistaken for each other: 20 of them are 116 bits. */
    private static final String ALPHABET = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private FirstUser() {
    }

    /**
     * Makes the users file with one user if there is none yet.
     *
     * @return the password, of which only a salted hash is kept; empty if the file was there
     */
    static Optional<String> create(Path users) throws IOException {
        if (Files.exists(users)) {
            return Optional.empty();
        }
        String password = new SecureRandom().ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1)).collect(Collectors.joining());
        List<String> lines = List.of(
                "# One user per line, name:hash:role,role - read again when it changes.",
                "# To make a line: java -jar bundles/jsonrpc-whiteboard-users.jar NAME ROLE...",
                NewUser.line(NAME, List.of("admin"), password));
        // moved to its place when it is whole: half a file would lock everyone out for good
        Path part = Files.createTempFile(users.getParent(), "users", ".part", ownerOnly(users));
        Files.write(part, lines);
        Files.move(part, users, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(password);
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
