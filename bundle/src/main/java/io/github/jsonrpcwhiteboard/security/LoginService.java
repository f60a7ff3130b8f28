package io.github.jsonrpcwhiteboard.security;

import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets callers of a bundle's own pages log in as callers of endpoints do: with what the host's {@link Authenticator}
 * services accept, and with one count of failed logins for each address. Registered as a service by this bundle; safe
 * for use by several threads.
 */
@ProviderType
public interface LoginService {

    /**
     * Checks the credentials of a request, and counts a failure. Sessions are not looked at.
     *
     * @param request the request, not null
     * @return accepted, with a principal that has a name; refused; or not mine, if the request has no credentials of a
     *         kind that anybody checks
     * @throws TooManyLoginsException if the address must wait; the credentials have not been looked at
     */
    Authentication login(AuthenticationRequest request) throws TooManyLoginsException;

    /**
     * What to offer to a caller who must log in: values of {@code WWW-Authenticate}.
     *
     * @param request the request that is refused, not null
     * @return at least one challenge
     */
    Set<String> challenges(AuthenticationRequest request);
}
