package io.github.jsonrpcwhiteboard.users;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The users file: one line {@code name:hash:role,role} per user, and comments after {@code #}. Read again, and all good
 * logins forgotten, when it has changed. Safe for several threads.
 */
final class UsersFile {

    private static final System.Logger LOG = System.getLogger(UsersFile.class.getName());

    private final Path path;
    private volatile State state;

    UsersFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** The users of the file as it is now; none if it cannot be read. */
    Users users() {
        Stamp now = stamp();
        State seen = state;
        return seen != null && seen.stamp.equals(now) ? seen.users : reread();
    }

    private synchronized Users reread() {
        // before the content: what changes in between is then seen at the next call
        Stamp now = stamp();
        if (state == null || !state.stamp.equals(now)) {
            state = new State(now, new Users(read().values()));
        }
        return state.users;
    }

    private Map<String, User> read() {
        Map<String, User> users = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                readLine(lines.get(i).strip(), i + 1, users);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no one can log in, {0} cannot be read: {1}", path, e.toString());
            users.clear();
        }
        return users;
    }

    private void readLine(String line, int number, Map<String, User> users) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        try {
            User user = User.parse(line);
            if (users.putIfAbsent(user.name(), user) != null) {
                throw new IllegalArgumentException("a line above has the same name");
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "{0}, line {1}, ignored: {2}", path, number, e.getMessage());
        }
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(file.lastModifiedTime(), file.size(), file.fileKey());
        } catch (IOException e) {
            return Stamp.NONE;
        }
    }

    /** Tells one state of the file from the next; the key does so when another file was moved to its place. */
    private record Stamp(FileTime modified, long size, Object key) {

        static final Stamp NONE = new Stamp(null, -1, null);
    }

    private record State(Stamp stamp, Users users) {
    }
}
