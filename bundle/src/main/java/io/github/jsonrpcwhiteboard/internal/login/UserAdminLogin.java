package io.github.jsonrpcwhiteboard.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.osgi.service.useradmin.Authorization;
import org.osgi.service.useradmin.Role;
import org.osgi.service.useradmin.User;
import org.osgi.service.useradmin.UserAdmin;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/**
 * Checks passwords against the User Admin service (OSGi Compendium, chapter 107): the user is the role of that name,
 * the password its credential {@code password}, and the caller's roles those that User Admin implies.
 */
final class UserAdminLogin implements Authenticator {

    private static final String PASSWORD = "password";
    /** Compared where there is no user, so that a wrong name takes as long as a wrong password. */
    private static final byte[] NOBODY = new byte[32];

    private final UserAdmin userAdmin;

    UserAdminLogin(UserAdmin userAdmin) {
        this.userAdmin = userAdmin;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        return request.password().map(this::check).orElse(Authentication.notMine());
    }

    private Authentication check(PasswordCredentials credentials) {
        Role role = userAdmin.getRole(credentials.user());
        User user = role instanceof User found && role.getType() == Role.USER ? found : null;
        Object known = user == null ? null : user.getCredentials().get(PASSWORD);
        byte[] expected = known instanceof byte[] bytes ? bytes
                : known instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
        byte[] given = credentials.password().getBytes(StandardCharsets.UTF_8);
        boolean same = MessageDigest.isEqual(digest(given), expected == null ? NOBODY : digest(expected));
        return same && expected != null ? Authentication.accepted(credentials.user(), roles(user))
                : Authentication.refused();
    }

    private Set<String> roles(User user) {
        Authorization authorization = userAdmin.getAuthorization(user);
        String[] roles = authorization.getRoles();
        return Set.copyOf(roles == null ? List.of() : Arrays.asList(roles));
    }

    /** Of the same length for every password, so that comparing them does not tell their lengths. */
    private static byte[] digest(byte[] password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
