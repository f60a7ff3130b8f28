package io.github.jsonrpcwhiteboard.example.confluence.internal.login;

import java.util.Optional;
import java.util.Set;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Account;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** Lets the active users of this plugin log in to the host. Safe for use by several threads. */
public final class UserAuthenticator implements Authenticator {

    private final Database database;
    private final String role;
    private final KnownLogins known = new KnownLogins();

    /** @param role the role of all users of this plugin */
    public UserAuthenticator(Database database, String role) {
        this.database = database;
        this.role = role;
    }

    /**
     * The role of a user that comes and goes with the password. A host keeps the roles of a session: so the plugin can
     * tell that the user of a session has got another password since, or is another user by now.
     */
    public static String role(String role, Account account) {
        return role + ":" + Password.fingerprint(account.passwordHash());
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        return request.password().map(this::check).orElse(Authentication.notMine());
    }

    private Authentication check(PasswordCredentials given) {
        Optional<Account> user = database.inTransaction(db -> Account.find(db, given.user()))
                .filter(account -> account.active() && !account.isOfHost());
        String hash = user.map(Account::passwordHash).orElse(Password.NONE);
        boolean matches = known.matches(given.user(), given.password(), hash);
        return user.filter(account -> matches)
                .map(account -> Authentication.accepted(account.name(), Set.of(role, role(role, account))))
                .orElse(Authentication.refused());
    }
}
