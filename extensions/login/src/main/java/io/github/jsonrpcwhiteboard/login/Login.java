package io.github.jsonrpcwhiteboard.login;

import java.util.Objects;
import java.util.Set;

import org.osgi.service.useradmin.Authorization;

import io.github.jsonrpcwhiteboard.security.Authentication;

/** Who logged in. Immutable. */
record Login(String name, Set<String> roles) implements Authorization {

    Login {
        Objects.requireNonNull(name, "name");
    }

    static Login of(Authentication accepted) {
        return new Login(accepted.principal().getName(), accepted.roles());
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean hasRole(String role) {
        return role != null && roles.contains(role);
    }

    @Override
    public String[] getRoles() {
        return roles.isEmpty() ? null : roles.toArray(String[]::new);
    }
}
