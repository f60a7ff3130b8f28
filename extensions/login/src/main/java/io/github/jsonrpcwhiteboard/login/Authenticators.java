package io.github.jsonrpcwhiteboard.login;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** The services that know passwords, asked in the order of their ranking. */
final class Authenticators {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard.login");

    private final ServiceTracker<Authenticator, Authenticator> tracker;

    Authenticators(BundleContext context) {
        tracker = new ServiceTracker<>(context, Authenticator.class, null);
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    /** The login that the first service which accepts the request makes of it; empty if none does. */
    Optional<Login> check(AuthenticationRequest request) {
        return firstAccepting(byRanking(), request);
    }

    static Optional<Login> firstAccepting(List<Authenticator> authenticators, AuthenticationRequest request) {
        return authenticators.stream().map(authenticator -> ask(authenticator, request)).flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Login> ask(Authenticator authenticator, AuthenticationRequest request) {
        try {
            return Optional.ofNullable(authenticator.authenticate(request))
                    .filter(answer -> answer.outcome() == Outcome.ACCEPTED).map(Login::of);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.log(Level.WARNING, "Authenticator " + authenticator.getClass().getName()
                    + " failed, which counts as a refusal", e);
            return Optional.empty();
        }
    }

    private List<Authenticator> byRanking() {
        ServiceReference<Authenticator>[] references = tracker.getServiceReferences();
        return references == null ? List.of() : Arrays.stream(references).sorted(Collections.reverseOrder())
                .map(tracker::getService).flatMap(Stream::ofNullable).toList();
    }
}
