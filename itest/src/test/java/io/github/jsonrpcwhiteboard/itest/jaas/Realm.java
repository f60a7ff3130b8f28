package io.github.jsonrpcwhiteboard.itest.jaas;

import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/** Knows jim, who uses his name as password and is a clerk, and breaks for joe. */
public final class Realm implements LoginModule {

    private Subject subject;
    private CallbackHandler handler;

    /**
     * The user.
     *
     * @param name the name
     */
    public record UserPrincipal(String name) implements Principal {

        @Override
        public String getName() {
            return name;
        }
    }

    /**
     * A role.
     *
     * @param name the name
     */
    public record RolePrincipal(String name) implements Principal {

        @Override
        public String getName() {
            return name;
        }
    }

    @Override
    public void initialize(Subject who, CallbackHandler callbacks, Map<String, ?> shared, Map<String, ?> options) {
        subject = who;
        handler = callbacks;
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("user");
        PasswordCallback password = new PasswordCallback("password", false);
        try {
            handler.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new LoginException(e.toString());
        }
        if ("joe".equals(name.getName())) {
            throw new IllegalStateException("down");
        }
        if (!"jim".equals(name.getName()) || !"jim".equals(String.valueOf(password.getPassword()))) {
            throw new FailedLoginException();
        }
        return true;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().add(new UserPrincipal("jim"));
        subject.getPrincipals().add(new RolePrincipal("clerk"));
        return true;
    }

    @Override
    public boolean abort() {
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().clear();
        return true;
    }
}
