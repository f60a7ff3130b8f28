package io.github.jsonrpcwhiteboard.users;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** One line of the users file. */
record User(String name, PasswordHash hash, Set<String> roles) {

    /** Throws IllegalArgumentException, whose message says what is wrong and shows nothing of the line. */
    static User parse(String line) {
        String[] parts = line.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("not of the form name:hash:role,role");
        }
        String name = parts[0].strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name is empty");
        }
        return new User(name, PasswordHash.parse(parts[1].strip()), roles(parts.length == 3 ? parts[2] : ""));
    }

    private static Set<String> roles(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "User[name=" + name + ", roles=" + roles + "]";
    }
}
