package io.github.jsonrpcwhiteboard.internal.login;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** The host's {@link Authenticator} services, asked in the order of their ranking. Safe for use by several threads. */
final class Authenticators {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");
    /** RFC 9110, section 15.5.2, wants a challenge with every 401, also where nobody could log in. */
    private static final String DEFAULT_CHALLENGE = "Basic realm=\"JSON-RPC\", charset=\"UTF-8\"";

    private final ServiceTracker<Authenticator, Authenticator> tracker;
    /** What is tracked. The tracker itself can be asked by one thread at a time only. */
    private final Map<ServiceReference<Authenticator>, Authenticator> services = new ConcurrentHashMap<>();

    Authenticators(BundleContext context) {
        tracker = new ServiceTracker<>(context, Authenticator.class, null) {

            @Override
            public Authenticator addingService(ServiceReference<Authenticator> reference) {
                Authenticator authenticator = super.addingService(reference);
                if (authenticator != null) {
                    services.put(reference, authenticator);
                }
                return authenticator;
            }

            @Override
            public void removedService(ServiceReference<Authenticator> reference, Authenticator authenticator) {
                services.remove(reference);
                super.removedService(reference, authenticator);
            }
        };
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    /**
     * Checks the credentials of a request: the first that accepts them decides.
     *
     * @param request the request
     * @return refused if at least one refuses and none accepts
     */
    Authentication authenticate(AuthenticationRequest request) {
        return ask(byRanking(), request);
    }

    static Authentication ask(List<Authenticator> authenticators, AuthenticationRequest request) {
        Authentication decision = Authentication.notMine();
        for (Authenticator authenticator : authenticators) {
            Authentication answer = ask(authenticator, request);
            if (answer.outcome() == Outcome.ACCEPTED) {
                return answer;
            }
            if (answer.outcome() == Outcome.REFUSED) {
                decision = answer;
            }
        }
        return decision;
    }

    /**
     * What to offer to a caller who must log in.
     *
     * @param request the request that is refused
     * @return at least one challenge
     */
    Set<String> challenges(AuthenticationRequest request) {
        Set<String> challenges = new LinkedHashSet<>();
        for (Authenticator authenticator : byRanking()) {
            try {
                String challenge = authenticator.challenge(request);
                if (challenge != null) {
                    challenges.add(challenge);
                }
            } catch (RuntimeException | LinkageError e) {
                warn(authenticator, e);
            }
        }
        return challenges.isEmpty() ? Set.of(DEFAULT_CHALLENGE) : challenges;
    }

    private static Authentication ask(Authenticator authenticator, AuthenticationRequest request) {
        try {
            Authentication answer = authenticator.authenticate(request);
            if (answer != null && answer.outcome() == Outcome.ACCEPTED) {
                Objects.requireNonNull(answer.principal().getName(), "the principal's name");
            }
            return answer == null ? Authentication.notMine() : answer;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            warn(authenticator, e);
            return request.password().isEmpty() && request.headers("Authorization").isEmpty()
                    ? Authentication.notMine() : Authentication.refused();
        }
    }

    private static void warn(Authenticator authenticator, Throwable thrown) {
        LOG.log(Level.WARNING,
                "Authenticator " + authenticator.getClass().getName() + " failed, nobody is let in by it", thrown);
    }

    private List<Authenticator> byRanking() {
        if (services.isEmpty()) {
            return List.of();
        }
        List<Map.Entry<ServiceReference<Authenticator>, Authenticator>> sorted = new ArrayList<>(services.entrySet());
        sorted.sort(Map.Entry.comparingByKey(Collections.reverseOrder()));
        List<Authenticator> authenticators = new ArrayList<>();
        for (Map.Entry<ServiceReference<Authenticator>, Authenticator> entry : sorted) {
            authenticators.add(entry.getValue());
        }
        return authenticators;
    }
}
