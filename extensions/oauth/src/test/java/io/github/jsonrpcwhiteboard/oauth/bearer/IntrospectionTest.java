package io.github.jsonrpcwhiteboard.oauth.bearer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.jsonrpcwhiteboard.oauth.LogCapture;
import io.github.jsonrpcwhiteboard.oauth.Request;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;

@Timeout(30)
class IntrospectionTest {

    private static final String SECRET = "s:e c%r+ét";

    private final Map<String, Map<String, Object>> tokens = new ConcurrentHashMap<>();
    private final Semaphore arrived = new Semaphore(0);
    private Issuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = new Issuer();
        issuer.serve("/introspect", this::introspect);
        tokens.put("good", active());
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private void introspect(HttpExchange exchange) throws IOException {
        issuer.asked.incrementAndGet();
        arrived.release();
        try {
            ClientSecretBasic client = ClientSecretBasic.parse(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!client.getClientID().equals(new ClientID("rpc:1"))
                    || !client.getClientSecret().equals(new Secret(SECRET))) {
                issuer.status = 401;
            }
        } catch (ParseException e) {
            issuer.status = 400;
        }
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = URLDecoder.decode(form.replaceAll("^token=|&token_type_hint=access_token$", ""),
                StandardCharsets.UTF_8);
        issuer.respond(exchange, issuer.answer != null ? issuer.answer
                : JSONObjectUtils.toJSONString(tokens.getOrDefault(token, Map.of("active", false))));
    }

    private static Map<String, Object> active() {
        Map<String, Object> answer = new HashMap<>();
        answer.put("active", true);
        answer.put("sub", "alice");
        answer.put("scope", "read write");
        answer.put("aud", List.of(Issuer.AUDIENCE));
        answer.put("iss", Issuer.NAME);
        answer.put("exp", Instant.now().plusSeconds(600).getEpochSecond());
        return answer;
    }

    private Hashtable<String, Object> settings() {
        Hashtable<String, Object> settings = new Hashtable<>();
        settings.put("issuer", Issuer.NAME);
        settings.put("audience", Issuer.AUDIENCE);
        settings.put("introspectionUri", issuer.url("/introspect"));
        settings.put("introspectionClientId", "rpc:1");
        settings.put("introspectionClientSecret", SECRET);
        settings.put("timeoutMillis", 500);
        return settings;
    }

    private Authentication login(String token) throws BadSetting {
        return BearerAuthenticator.of(settings()).authenticate(Request.post("Bearer " + token));
    }

    private void assertRefused(String key, Object value) throws BadSetting {
        Map<String, Object> answer = active();
        answer.put(key, value);
        tokens.put("bad", answer);
        assertEquals(Outcome.REFUSED, login("bad").outcome(), key);
    }

    @Test
    void unknown() throws BadSetting {
        assertEquals(Outcome.REFUSED, login("unknown").outcome());
    }

    @Test
    void notActive() throws BadSetting {
        assertRefused("active", false);
        assertRefused("active", "true");
        assertRefused("active", null);
    }

    @Test
    void ofAnotherIssuerOrAudience() throws BadSetting {
        assertRefused("iss", "https://other.example.com/");
        assertRefused("aud", "https://other.example.com/");
        assertRefused("aud", null);
    }

    @Test
    void outsideOfItsTime() throws BadSetting {
        assertRefused("exp", Instant.now().minusSeconds(61).getEpochSecond());
        assertRefused("nbf", Instant.now().plusSeconds(90).getEpochSecond());
        assertRefused("exp", "tomorrow");
        assertRefused("exp", -1e300);
        assertRefused("nbf", 1e300);
    }

    @Test
    void namesNobodyOrIsBound() throws BadSetting {
        assertRefused("sub", null);
        assertRefused("cnf", Map.of("x5t#S256", "abc"));
    }

    @Test
    void good() throws BadSetting {
        Authentication answer = login("good");
        assertEquals("alice", answer.principal().getName());
        assertEquals(Set.of("read", "write"), answer.roles());
    }

    @Test
    void serverFails() throws BadSetting {
        for (String answer : List.of("", "{", "null", "7", "x".repeat(Http.MAX_ANSWER + 1))) {
            issuer.answer = answer;
            assertRefusedWithALine();
        }
        issuer.answer = null;
        issuer.status = 500;
        assertRefusedWithALine();
        issuer.status = 200;
        issuer.held = new CountDownLatch(1);
        assertRefusedWithALine();
        issuer.close();
        assertRefusedWithALine();
    }

    private void assertRefusedWithALine() throws BadSetting {
        try (LogCapture log = new LogCapture(IntrospectionCheck.class.getName())) {
            assertEquals(Outcome.REFUSED, login("good").outcome());
            assertEquals(1, log.lines().size());
            String line = log.lines().get(0);
            assertTrue(line.contains("introspectionUri"), line);
            assertFalse(line.contains(SECRET) || line.contains("\"good"), line);
        }
    }

    @Test
    void jwtsGoToTheKeysAndOthersToTheServer() throws BadSetting {
        Hashtable<String, Object> settings = settings();
        settings.put("jwksUri", issuer.url("/jwks"));
        BearerAuthenticator both = BearerAuthenticator.of(settings);
        assertEquals(Outcome.ACCEPTED, both.authenticate(Request.post("Bearer good")).outcome());
        assertEquals(1, arrived.availablePermits());
        String jwt = issuer.token(Issuer.claims());
        assertEquals(Outcome.ACCEPTED, both.authenticate(Request.post("Bearer " + jwt)).outcome());
        String expired = issuer.token(Issuer.claims().audience("other"));
        tokens.put(expired, active());
        assertEquals(Outcome.REFUSED, both.authenticate(Request.post("Bearer " + expired)).outcome());
        assertEquals(1, arrived.availablePermits(), "no JWT goes to the server");
        tokens.put(jwt, active());
        assertEquals(Outcome.ACCEPTED, login(jwt).outcome(), "unless that is all there is");
    }

    @Test
    void remembersGoodOnesForAShortTime() throws BadToken {
        Instant[] now = {Instant.now()};
        IntrospectionCheck check = new IntrospectionCheck(direct(2), new Http(Duration.ofSeconds(5)), () -> now[0]);
        check.claims("good");
        check.claims("good");
        assertEquals(1, issuer.asked.get());
        tokens.remove("good");
        now[0] = now[0].plusSeconds(29);
        check.claims("good");
        now[0] = now[0].plusSeconds(1);
        assertThrows(BadToken.class, () -> check.claims("good"));
        assertThrows(BadToken.class, () -> check.claims("good"));
        assertEquals(3, issuer.asked.get(), "bad ones are not remembered");
    }

    @Test
    void remembersNoneLongerThanItLives() throws BadToken {
        Instant[] now = {Instant.now()};
        tokens.get("good").put("exp", now[0].plusSeconds(5).getEpochSecond());
        IntrospectionCheck check = new IntrospectionCheck(direct(2), new Http(Duration.ofSeconds(5)), () -> now[0]);
        check.claims("good");
        now[0] = now[0].plusSeconds(5);
        check.claims("good");
        assertEquals(2, issuer.asked.get());
    }

    @Test
    void remembersABoundedNumber() {
        KnownTokens known = new KnownTokens(2);
        Instant now = Instant.now();
        for (String token : List.of("a", "b", "c")) {
            known.put(token, Map.of(), now.plusSeconds(1));
        }
        assertEquals(2, known.size());
        assertEquals(null, known.get("a", now));
        assertEquals(Map.of(), known.get("c", now));
    }

    @Test
    void madeUpTokensCannotHoldAllThreads() throws BadSetting, InterruptedException {
        Hashtable<String, Object> settings = settings();
        settings.put("timeoutMillis", 20_000);
        BearerAuthenticator authenticator = BearerAuthenticator.of(settings);
        assertEquals(Outcome.ACCEPTED, authenticator.authenticate(Request.post("Bearer good")).outcome());
        arrived.drainPermits();
        issuer.held = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try (LogCapture log = new LogCapture(IntrospectionCheck.class.getName())) {
            for (int i = 0; i < IntrospectionCheck.MAX_CONCURRENT; i++) {
                String token = "made-up-" + i;
                threads.execute(() -> authenticator.authenticate(Request.post("Bearer " + token)));
            }
            assertTrue(arrived.tryAcquire(IntrospectionCheck.MAX_CONCURRENT, 10, TimeUnit.SECONDS));
            assertEquals(Outcome.REFUSED, authenticator.authenticate(Request.post("Bearer one-more")).outcome());
            assertEquals(Outcome.ACCEPTED, authenticator.authenticate(Request.post("Bearer good")).outcome());
            assertEquals(1, log.lines().size());
            issuer.held.countDown();
            threads.shutdown();
            assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
    }

    private IntrospectionSettings direct(int size) {
        String basic = new ClientSecretBasic(new ClientID("rpc:1"), new Secret(SECRET)).toHTTPAuthorizationHeader();
        return new IntrospectionSettings(URI.create(issuer.url("/introspect")), basic, null, Set.of(),
                Duration.ofSeconds(60), Duration.ofSeconds(30), size);
    }
}
