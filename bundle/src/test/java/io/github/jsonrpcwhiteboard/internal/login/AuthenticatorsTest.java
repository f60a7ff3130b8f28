package io.github.jsonrpcwhiteboard.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** Who decides when several authenticators are asked, and some of them misbehave. */
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

    private static Authenticator accepts(String name) {
        return request -> Authentication.accepted(name, Set.of());
    }

    @Test
    void theFirstThatAcceptsDecides() {
        Authentication answer = Authenticators.ask(List.of(NOT_MINE, REFUSES, SAYS_NOTHING, THROWS, MISSES_A_CLASS,
                NAMELESS, accepts("ann"), accepts("bob")), new Typed(true));
        assertEquals("ann", answer.principal().getName());
    }

    @Test
    void oneThatRefusesIsEnoughIfNoneAccepts() {
        assertEquals(Outcome.REFUSED,
                Authenticators.ask(List.of(NOT_MINE, REFUSES, NOT_MINE), new Typed(true)).outcome());
        assertEquals(Outcome.NOT_MINE, Authenticators.ask(List.of(NOT_MINE), new Typed(true)).outcome());
        assertEquals(Outcome.NOT_MINE, Authenticators.ask(List.of(), new Typed(true)).outcome());
    }

    @ParameterizedTest
    @CsvSource({"true, REFUSED", "false, NOT_MINE"})
    void oneThatFailsRefusesIfThereIsAPassword(boolean password, Outcome outcome) {
        for (Authenticator failing : List.of(THROWS, MISSES_A_CLASS, NAMELESS)) {
            assertEquals(outcome, Authenticators.ask(List.of(failing), new Typed(password)).outcome());
        }
    }

    /** What somebody typed into a form, or nothing. */
    private record Typed(boolean hasPassword) implements AuthenticationRequest {

        @Override
        public Optional<PasswordCredentials> password() {
            return hasPassword ? Optional.of(new PasswordCredentials("ann", "x")) : Optional.empty();
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String url() {
            return "http://here/login";
        }

        @Override
        public String query() {
            return null;
        }

        @Override
        public List<String> headers(String name) {
            return List.of();
        }

        @Override
        public String remoteAddress() {
            return "192.0.2.1";
        }
    }
}
