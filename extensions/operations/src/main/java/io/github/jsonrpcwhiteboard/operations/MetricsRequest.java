package io.github.jsonrpcwhiteboard.operations;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** A request for metrics as authenticators see it. */
final class MetricsRequest implements AuthenticationRequest {

    private final HttpServletRequest request;

    MetricsRequest(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public Optional<PasswordCredentials> password() {
        return PasswordCredentials.basic(request.getHeader("Authorization"));
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String url() {
        return request.getRequestURL().toString();
    }

    @Override
    public String query() {
        return request.getQueryString();
    }

    @Override
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    @Override
    public String remoteAddress() {
        return request.getRemoteAddr();
    }
}
