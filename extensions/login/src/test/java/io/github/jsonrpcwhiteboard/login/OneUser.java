package io.github.jsonrpcwhiteboard.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.LoginService;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;
import io.github.jsonrpcwhiteboard.security.TooManyLoginsException;

/** A host that knows one user. */
final class OneUser implements LoginService {

    final List<PasswordCredentials> asked = new ArrayList<>();
    long secondsToWait;
    private final PasswordCredentials good;

    OneUser(String user, String password) {
        good = new PasswordCredentials(user, password);
    }

    @Override
    public Authentication login(AuthenticationRequest request) throws TooManyLoginsException {
        if (secondsToWait > 0) {
            throw new TooManyLoginsException(secondsToWait);
        }
        PasswordCredentials given = request.password().orElseThrow();
        asked.add(given);
        return given.equals(good) ? Authentication.accepted(given.user(), Set.of()) : Authentication.refused();
    }

    @Override
    public Set<String> challenges(AuthenticationRequest request) {
        return Set.of("Basic");
    }
}
