package io.github.jsonrpcwhiteboard.oauth.bearer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.jsonrpcwhiteboard.oauth.LogCapture;
import io.github.jsonrpcwhiteboard.oauth.Request;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;

/** The keys of a server: gone, slow, changed. */
@Timeout(30)
class KeysTest {

    private Issuer issuer;
    private BearerAuthenticator authenticator;

    @BeforeEach
    void start() throws IOException, BadSetting {
        issuer = new Issuer();
        Hashtable<String, Object> settings = issuer.settings();
        settings.put("timeoutMillis", "500");
        authenticator = BearerAuthenticator.of(settings);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private Outcome outcome(String token) {
        return authenticator.authenticate(Request.post("Bearer " + token)).outcome();
    }

    private void assertRefusedWithALine(String reason) {
        try (LogCapture log = new LogCapture(JwtCheck.class.getName())) {
            assertEquals(Outcome.REFUSED, outcome(issuer.token(Issuer.claims())));
            assertEquals(Outcome.REFUSED, outcome(issuer.token(Issuer.claims())));
            assertEquals(1, log.lines().size(), "once a minute");
            assertTrue(log.lines().get(0).contains(reason) && log.lines().get(0).contains("jwksUri"),
                    log.lines().get(0));
        }
    }

    @Test
    void serverDown() {
        issuer.close();
        assertRefusedWithALine("Connect");
    }

    @Test
    void serverThatDoesNotAnswer() {
        issuer.held = new CountDownLatch(1);
        long start = System.nanoTime();
        assertRefusedWithALine("500 ms");
        assertTrue(System.nanoTime() - start < SECONDS.toNanos(10));
    }

    @Test
    void serverThatDoesNotEnd() {
        issuer.held = new CountDownLatch(1);
        issuer.headFirst = true;
        assertRefusedWithALine("500 ms");
    }

    @Test
    void serverError() {
        issuer.status = 500;
        assertRefusedWithALine("status 500");
    }

    @Test
    void redirect() {
        issuer.status = 302;
        assertRefusedWithALine("status 302");
    }

    @Test
    void longAnswer() {
        issuer.answer = "x".repeat(Http.MAX_ANSWER + 1);
        assertRefusedWithALine("longer than");
    }

    @Test
    void noKeys() {
        issuer.answer = "<html>";
        assertRefusedWithALine("JWK");
    }

    @Test
    void fetchedOnce() {
        for (int i = 0; i < 100; i++) {
            assertEquals(Outcome.ACCEPTED, outcome(issuer.token(Issuer.claims())));
        }
        assertEquals(1, issuer.asked.get());
    }

    @Test
    void rotation() {
        String old = issuer.token(Issuer.claims());
        assertEquals(Outcome.ACCEPTED, outcome(old));
        issuer.key = Issuer.SECOND;
        assertEquals(Outcome.ACCEPTED, outcome(issuer.token(Issuer.claims())), "the new key is fetched");
        assertEquals(2, issuer.asked.get());
        assertEquals(Outcome.REFUSED, outcome(old), "its key has gone");
    }

    @Test
    void unknownKeysCannotFlood() {
        String good = issuer.token(Issuer.claims());
        assertEquals(Outcome.ACCEPTED, outcome(good));
        for (int i = 0; i < 100; i++) {
            assertEquals(Outcome.REFUSED, outcome(Issuer.sign(Issuer.SECOND,
                    Issuer.header(Issuer.SECOND).keyID("made up " + i).build(), Issuer.claims().build())));
        }
        assertEquals(2, issuer.asked.get());
        assertEquals(Outcome.ACCEPTED, outcome(good));
    }

    @Test
    void unknownKeysDoNotStopTheKnown() {
        String good = issuer.token(Issuer.claims());
        assertEquals(Outcome.ACCEPTED, outcome(good));
        issuer.held = new CountDownLatch(1);
        String unknown = Issuer.sign(Issuer.SECOND, Issuer.header(Issuer.SECOND).build(), Issuer.claims().build());
        assertEquals(Outcome.REFUSED, outcome(unknown));
        assertEquals(Outcome.ACCEPTED, outcome(good));
    }
}
