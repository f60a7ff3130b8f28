package io.github.jsonrpcwhiteboard.users;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/** Makes lines of the users file: {@code java -jar jsonrpc-whiteboard-users.jar NAME [ROLE]...} prints one. */
public final class NewUser {

    private NewUser() {
    }

    /**
     * Asks for the password on the terminal, or reads it as one line where there is none, and prints the line.
     *
     * @param args the name and the roles
     * @throws IOException if standard input fails
     */
    public static void main(String[] args) throws IOException {
        String password = args.length == 0 ? null : password(args[0]);
        if (password == null) {
            System.err.println("usage: NAME [ROLE]...   The password is asked for, the line goes to standard output.");
            System.exit(2);
        }
        List<String> roles = List.of(args).subList(1, args.length);
        System.out.println(line(args[0], roles, password));
    }

    /**
     * A line of the users file.
     *
     * @param name the user's name, without a colon
     * @param roles the user's roles, without colons and commas
     * @param password the password, of which only a salted hash is in the line
     * @return the line
     * @throws IllegalArgumentException if the name or a role cannot be in a users file
     */
    public static String line(String name, List<String> roles, String password) {
        String line = String.join(":", name, PasswordHash.of(password).toString(), String.join(",", roles));
        User user = User.parse(line);
        if (!user.name().equals(name) || name.startsWith("#") || !user.roles().equals(Set.copyOf(roles))) {
            throw new IllegalArgumentException("a users file cannot hold this name or these roles");
        }
        return line;
    }

    private static String password(String name) throws IOException {
        if (System.console() == null) {
            return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        }
        char[] typed = System.console().readPassword("Password of %s: ", name);
        return typed == null ? null : new String(typed);
    }
}
