package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.internal.login.UserAuthenticator;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** Where users of a site log in with their passwords, as they do at the host. */
final class Door {

    private final UserAuthenticator authenticator;

    Door(TestSite site) {
        authenticator = new UserAuthenticator(site.database, Callers.ROLE);
    }

    /** Empty if the password is wrong. */
    Optional<Login> enter(String user, String password) {
        Authentication answer = ask(new PasswordCredentials(user, password));
        return Optional.ofNullable(answer.principal())
                .map(principal -> new Login(principal.getName(), answer.roles().contains("admin"),
                        answer.roles()::contains));
    }

    /** Null for no password. */
    Authentication ask(PasswordCredentials given) {
        return authenticator.authenticate(new Request(Optional.ofNullable(given)));
    }

    private record Request(Optional<PasswordCredentials> password) implements AuthenticationRequest {

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String url() {
            return "http://wiki/rpc/json-rpc/confluenceservice-v2";
        }

        @Override
        public String query() {
            return null;
        }

        @Override
        public List<String> headers(String name) {
            return List.of();
        }

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }
    }
}
