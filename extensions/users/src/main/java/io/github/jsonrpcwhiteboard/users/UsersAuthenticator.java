package io.github.jsonrpcwhiteboard.users;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** Checks HTTP Basic logins against a users file. */
final class UsersAuthenticator implements Authenticator {

    private final UsersFile file;

    UsersAuthenticator(UsersFile file) {
        this.file = file;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        return request.password().map(this::check).orElseGet(Authentication::notMine);
    }

    private Authentication check(PasswordCredentials given) {
        return file.users().login(given.user(), given.password())
                .map(user -> Authentication.accepted(user.name(), user.roles()))
                .orElseGet(Authentication::refused);
    }
}
