package io.github.jsonrpcwhiteboard.security;

import java.security.Principal;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/** The answer of an {@link Authenticator}. Immutable. */
public final class Authentication {

    /** What an authenticator decided. */
    public enum Outcome {
        /** The credentials are good: the caller is {@link Authentication#principal()}. */
        ACCEPTED,
        /** The credentials are of a kind that the authenticator checks, and are not good. */
        REFUSED,
        /** The request carries no credentials for this authenticator. */
        NOT_MINE
    }

    private static final Authentication REFUSED = new Authentication(Outcome.REFUSED, null, Set.of(), null);
    private static final Authentication NOT_MINE = new Authentication(Outcome.NOT_MINE, null, Set.of(), null);

    private final Outcome outcome;
    private final Principal principal;
    private final Set<String> roles;
    private final String scheme;

    private Authentication(Outcome outcome, Principal principal, Set<String> roles, String scheme) {
        this.outcome = outcome;
        this.principal = principal;
        this.roles = roles;
        this.scheme = scheme;
    }

    /**
     * Good credentials of the scheme {@code Basic}.
     *
     * @param name the caller's name, not null
     * @param roles the caller's roles, not null, copied
     * @return accepted
     */
    public static Authentication accepted(String name, Collection<String> roles) {
        return accepted(new NamedPrincipal(name), roles, "Basic");
    }

    /**
     * Good credentials.
     *
     * @param principal the caller, not null
     * @param roles the caller's roles, not null, copied
     * @param scheme the scheme, as {@code Bearer}, not null
     * @return accepted
     */
    public static Authentication accepted(Principal principal, Collection<String> roles, String scheme) {
        return new Authentication(Outcome.ACCEPTED, Objects.requireNonNull(principal, "principal"), Set.copyOf(roles),
                Objects.requireNonNull(scheme, "scheme"));
    }

    /**
     * Credentials that are not good.
     *
     * @return refused
     */
    public static Authentication refused() {
        return REFUSED;
    }

    /**
     * No credentials of the kind that the authenticator checks.
     *
     * @return not mine
     */
    public static Authentication notMine() {
        return NOT_MINE;
    }

    /**
     * The decision.
     *
     * @return not null
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The caller.
     *
     * @return null unless accepted
     */
    public Principal principal() {
        return principal;
    }

    /**
     * The caller's roles.
     *
     * @return an unmodifiable set, empty unless accepted
     */
    public Set<String> roles() {
        return roles;
    }

    /**
     * The scheme of the credentials.
     *
     * @return null unless accepted
     */
    public String scheme() {
        return scheme;
    }

    private record NamedPrincipal(String name) implements Principal {

        NamedPrincipal {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
