package io.github.jsonrpcwhiteboard.internal.login;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/**
 * Checks passwords against a JAAS realm. JAAS does not say which principals are roles: those whose class name speaks of
 * a role or a group are, as in Karaf and most login modules.
 */
final class JaasLogin implements Authenticator {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");

    private final String realm;

    JaasLogin(String realm) {
        this.realm = realm;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        return request.password().map(this::check).orElse(Authentication.notMine());
    }

    private Authentication check(PasswordCredentials credentials) {
        Thread thread = Thread.currentThread();
        ClassLoader outer = thread.getContextClassLoader();
        // JAAS loads login modules with it, and those of a framework are seen from a bundle.
        thread.setContextClassLoader(JaasLogin.class.getClassLoader());
        try {
            Subject subject = new Subject();
            LoginContext login = context(subject, credentials);
            return login == null ? Authentication.refused() : login(login, subject, credentials);
        } finally {
            thread.setContextClassLoader(outer);
        }
    }

    private static Authentication login(LoginContext login, Subject subject, PasswordCredentials credentials) {
        try {
            login.login();
            Authentication accepted = Authentication.accepted(credentials.user(), roles(subject));
            login.logout();
            return accepted;
        } catch (LoginException e) {
            return Authentication.refused();
        }
    }

    /** Null if there is no such realm, which is for the operator to mend. */
    private LoginContext context(Subject subject, PasswordCredentials credentials) {
        try {
            return new LoginContext(realm, subject, callbacks -> answer(callbacks, credentials));
        } catch (LoginException | SecurityException e) {
            LOG.log(Level.WARNING, "There is no JAAS realm {0}, nobody is let in by it: mend jaas.realm", realm);
            return null;
        }
    }

    private static void answer(Callback[] callbacks, PasswordCredentials credentials)
            throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(credentials.user());
            } else if (callback instanceof PasswordCallback password) {
                password.setPassword(credentials.password().toCharArray());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private static Set<String> roles(Subject subject) {
        return subject.getPrincipals().stream().filter(JaasLogin::isRole).map(Principal::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isRole(Principal principal) {
        String type = principal.getClass().getSimpleName();
        return type.contains("Role") || type.contains("Group");
    }
}
