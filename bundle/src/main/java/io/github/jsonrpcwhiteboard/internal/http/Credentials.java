package io.github.jsonrpcwhiteboard.internal.http;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** A request as authenticators see it. */
final class Credentials implements AuthenticationRequest {

    private static final String AUTHORIZATION = "Authorization";

    private final HttpExchange exchange;
    private final boolean given;
    private final boolean basic;
    private final Optional<PasswordCredentials> password;

    Credentials(HttpExchange exchange) {
        this.exchange = exchange;
        String header = exchange.header(AUTHORIZATION);
        this.given = header != null;
        this.basic = PasswordCredentials.isBasic(header);
        this.password = PasswordCredentials.basic(header);
    }

    @Override
    public Optional<PasswordCredentials> password() {
        return password;
    }

    /** Whether there are credentials of HTTP Basic that cannot be read. They must not count as none at all. */
    boolean areUnreadable() {
        return basic && password.isEmpty();
    }

    @Override
    public String method() {
        return exchange.method();
    }

    @Override
    public String url() {
        return exchange.requestUrl();
    }

    @Override
    public String query() {
        return exchange.queryString();
    }

    @Override
    public List<String> headers(String name) {
        return !given && AUTHORIZATION.equalsIgnoreCase(name) ? List.of() : exchange.headers(name);
    }

    @Override
    public String remoteAddress() {
        return exchange.remoteAddress();
    }
}
