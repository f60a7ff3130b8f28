package io.github.jsonrpcwhiteboard.oauth;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** A request as it came. */
public record Request(String method, String url, String query, List<String> authorization)
        implements AuthenticationRequest {

    /** A call with these headers. */
    public static Request post(String... authorization) {
        return new Request("POST", "https://rpc.example.com/rpc", null, List.of(authorization));
    }

    @Override
    public Optional<PasswordCredentials> password() {
        return Optional.empty();
    }

    @Override
    public List<String> headers(String name) {
        return name.equalsIgnoreCase("Authorization") ? authorization : List.of();
    }

    @Override
    public String remoteAddress() {
        return "192.0.2.1";
    }
}
