package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.HashSet;
import java.util.Set;

/**
 * Who calls.
 *
 * @param name null if not logged in
 * @param groups the groups that the caller belongs to; the case of their names does not matter
 * @param isHostsAdministrator whether the host says that this is an administrator, and so one of that group
 */
public record Caller(String name, Set<String> groups, boolean isHostsAdministrator) {

    /** The group of all users. */
    public static final String USERS = "confluence-users";

    /** The group of those who may do everything. */
    public static final String ADMINISTRATORS = "confluence-administrators";

    /** Nobody who is known. */
    public static final Caller ANONYMOUS = new Caller(null, Set.of(), false);

    /** A user, with the groups that are kept here. */
    public static Caller of(String name, Set<String> groups, boolean isHostsAdministrator) {
        Set<String> all = new HashSet<>(groups);
        if (isHostsAdministrator) {
            all.add(ADMINISTRATORS);
        }
        return new Caller(name, all, isHostsAdministrator);
    }

    public boolean isAnonymous() {
        return name == null;
    }
}
