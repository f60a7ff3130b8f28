package io.github.jsonrpcwhiteboard.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

class AuthenticatorsTest {

    private static final Authenticator NOT_MINE = request -> Authentication.notMine();
    private static final Authenticator REFUSES = request -> Authentication.refused();
    private static final Authenticator SAYS_NOTHING = request -> null;
    private static final Authenticator THROWS = request -> {
        throw new IllegalStateException("on purpose");
    };
    private static final Authenticator MISSES_A_CLASS = request -> {
        throw new NoClassDefFoundError("on purpose");
    };
    private static final Authenticator NAMELESS = request -> Authentication.accepted(() -> null, Set.of(), "Basic");

    private static Optional<Login> ask(Authenticator... authenticators) {
        AuthenticationRequest request =
                new FormRequest(Exchange.post("").request, new PasswordCredentials("typed", "x"));
        return Authenticators.firstAccepting(List.of(authenticators), request);
    }

    private static Authenticator accepts(String name) {
        return request -> Authentication.accepted(name, Set.of(request.password().orElseThrow().user()));
    }

    @Test
    void noneThatAcceptsIsNoLogin() {
        assertEquals(Optional.empty(), ask());
        assertEquals(Optional.empty(),
                ask(NOT_MINE, REFUSES, SAYS_NOTHING, THROWS, MISSES_A_CLASS, NAMELESS));
    }

    @Test
    void theFirstThatAcceptsDecides() {
        assertEquals(new Login("ann", Set.of("typed")),
                ask(NOT_MINE, REFUSES, THROWS, NAMELESS, accepts("ann"), accepts("bob")).orElseThrow());
    }

    @Test
    void whatWasTypedStandsInForTheHeader() {
        Exchange exchange = Exchange.post("").header("Authorization", "Basic YTpi");
        AuthenticationRequest request =
                new FormRequest(exchange.request, new PasswordCredentials("typed", "x"));
        assertEquals(List.of(), request.headers("authorization"));
        assertEquals(Optional.of(new PasswordCredentials("typed", "x")), request.password());
        assertEquals(List.of("here:8080"), request.headers("host"));
        assertEquals(List.of(), request.headers("X-None"));
        assertEquals("POST http://here:8080/login q=1 192.0.2.1", request.method() + ' ' + request.url() + ' '
                + request.query() + ' ' + request.remoteAddress());
    }
}
