package io.github.jsonrpcwhiteboard.internal.protocol;

import java.security.Principal;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Who calls.
 *
 * @param principal null without a login
 * @param roles the roles that are known by name
 * @param hasRole whether the caller has a role
 * @param scheme how the caller logged in, null without a login
 * @param remoteAddress where from
 * @param url tells the URL of the endpoint as the caller knows it, as long as the request lasts
 */
public record Caller(Principal principal, Set<String> roles, Predicate<String> hasRole, String scheme,
        String remoteAddress, Supplier<String> url) {

    /**
     * A caller without a login.
     *
     * @param remoteAddress where from
     * @return the caller
     */
    public static Caller anonymous(String remoteAddress) {
        return new Caller(null, Set.of(), role -> false, null, remoteAddress, () -> "");
    }
}
