package io.github.jsonrpcwhiteboard.example.confluence.internal.login;

import java.util.Optional;
import java.util.Set;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Credentials;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** Lets the users of this plugin log in to the host. Safe for use by several threads. */
public final class UserAuthenticator implements Authenticator {

    private final Database database;
    private final Set<String> roles;
    private final KnownLogins known = new KnownLogins();

    /** @param role the role of all users of this plugin */
    public UserAuthenticator(Database database, String role) {
        this.database = database;
        this.roles = Set.of(role);
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        return request.password().map(this::check).orElse(Authentication.notMine());
    }

    private Authentication check(PasswordCredentials given) {
        Optional<Credentials> user = database.inTransaction(db -> Credentials.find(db, given.user()));
        String hash = user.map(Credentials::passwordHash).orElse(Password.NONE);
        if (user.isPresent() && known.contains(user.get().name(), given.password(), hash)) {
            return Authentication.accepted(user.get().name(), roles);
        }
        if (!Password.matches(given.password(), hash) || user.isEmpty()) {
            return Authentication.refused();
        }
        known.add(user.get().name(), given.password(), hash);
        return Authentication.accepted(user.get().name(), roles);
    }
}
