package io.github.jsonrpcwhiteboard.login;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** A login form that was sent, as authenticators see it: what was typed stands in for HTTP Basic. */
final class FormRequest implements AuthenticationRequest {

    private final HttpServletRequest request;
    private final PasswordCredentials typed;

    FormRequest(HttpServletRequest request, PasswordCredentials typed) {
        this.request = request;
        this.typed = typed;
    }

    @Override
    public Optional<PasswordCredentials> password() {
        return Optional.of(typed);
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

    /** A remembered login of another user's is not what this one typed. */
    @Override
    public List<String> headers(String name) {
        return "Authorization".equalsIgnoreCase(name) ? List.of() : Collections.list(request.getHeaders(name));
    }

    @Override
    public String remoteAddress() {
        return request.getRemoteAddr();
    }
}
