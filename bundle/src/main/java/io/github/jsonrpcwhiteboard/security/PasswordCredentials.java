package io.github.jsonrpcwhiteboard.security;

import java.util.Objects;

/**
 * A user's name and password. The text form does not show the password.
 *
 * @param user the name, not null
 * @param password the password, not null
 */
public record PasswordCredentials(String user, String password) {

    /** Refuses null. */
    public PasswordCredentials {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return "PasswordCredentials[user=" + user + "]";
    }
}
