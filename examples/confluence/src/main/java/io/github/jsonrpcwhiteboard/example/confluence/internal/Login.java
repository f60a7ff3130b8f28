package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.util.function.Predicate;

/**
 * Who logged in to the host.
 *
 * @param name null if nobody did
 * @param isAdministrator whether the host says that this is one
 * @param hasRole tells the roles that the login gave
 */
record Login(String name, boolean isAdministrator, Predicate<String> hasRole) {

    static final Login NONE = new Login(null, false, role -> false);

    /** Whether this plugin checked the password. */
    boolean isOwn() {
        return hasRole.test(Callers.ROLE);
    }
}
