package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Set;

/**
 * Who calls.
 *
 * @param name null if not logged in
 * @param groups the groups that the caller belongs to, in lower case
 */
public record Caller(String name, Set<String> groups) {

    /** The group of all users. */
    public static final String USERS = "confluence-users";

    /** The group of those who may do everything. */
    public static final String ADMINISTRATORS = "confluence-administrators";

    /** Nobody who is known. */
    public static final Caller ANONYMOUS = new Caller(null, Set.of());

    public boolean isAnonymous() {
        return name == null;
    }
}
