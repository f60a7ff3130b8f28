package io.github.jsonrpcwhiteboard.internal.login;

import java.util.Set;
import java.util.function.IntSupplier;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.LoginService;
import io.github.jsonrpcwhiteboard.security.TooManyLoginsException;

/** Checks credentials, for calls and for whoever asks the service. Safe for use by several threads. */
public final class Logins implements LoginService {

    private final BundleContext context;
    private final Authenticators authenticators;
    private final LoginBackOff backOff = new LoginBackOff(System::nanoTime);
    private final IntSupplier attempts;
    private ServiceRegistration<LoginService> registration;

    /**
     * Not open yet.
     *
     * @param context this bundle's
     * @param attempts tells how many failed logins from an address make it wait
     */
    public Logins(BundleContext context, IntSupplier attempts) {
        this.attempts = attempts;
        this.context = context;
        this.authenticators = new Authenticators(context);
    }

    /** Begins. */
    public void open() {
        authenticators.open();
        registration = context.registerService(LoginService.class, this, null);
    }

    /** Ends. */
    public void close() {
        registration.unregister();
        authenticators.close();
    }

    @Override
    public Authentication login(AuthenticationRequest request) throws TooManyLoginsException {
        if (request.password().isEmpty() && request.headers("Authorization").isEmpty()) {
            return authenticators.authenticate(request);
        }
        String address = request.remoteAddress();
        long wait = backOff.secondsToWait(address);
        if (wait > 0) {
            throw new TooManyLoginsException(wait);
        }
        Authentication answer = authenticators.authenticate(request);
        if (answer.outcome() == Outcome.REFUSED) {
            backOff.failed(address, attempts.getAsInt());
        } else if (answer.outcome() == Outcome.ACCEPTED) {
            backOff.succeeded(address);
        }
        return answer;
    }

    @Override
    public Set<String> challenges(AuthenticationRequest request) {
        return authenticators.challenges(request);
    }
}
