package io.github.jsonrpcwhiteboard.oauth.bearer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.oauth.LogCapture;
import io.github.jsonrpcwhiteboard.oauth.Request;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;

/** Each token is the good one but for one thing. */
class JwtRefusalsTest {

    private Issuer issuer;
    private BearerAuthenticator authenticator;

    @BeforeEach
    void start() throws IOException, BadSetting {
        issuer = new Issuer();
        authenticator = BearerAuthenticator.of(issuer.settings());
        assertEquals(Outcome.ACCEPTED, outcome(issuer.token(Issuer.claims())), "the control");
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private Outcome outcome(String token) {
        return authenticator.authenticate(Request.post("Bearer " + token)).outcome();
    }

    private void assertRefused(String token) {
        assertEquals(Outcome.REFUSED, outcome(token));
    }

    private static Date inSeconds(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @Test
    void otherIssuer() {
        assertRefused(issuer.token(Issuer.claims().issuer("https://issuer.example.com")));
        assertRefused(issuer.token(Issuer.claims().issuer(null)));
    }

    @Test
    void otherAudience() {
        assertRefused(issuer.token(Issuer.claims().audience("https://other.example.com/")));
        assertRefused(issuer.token(Issuer.claims().audience(List.of())));
    }

    @Test
    void expired() {
        assertEquals(Outcome.ACCEPTED, outcome(issuer.token(Issuer.claims().expirationTime(inSeconds(-30)))), "skew");
        assertRefused(issuer.token(Issuer.claims().expirationTime(inSeconds(-61))));
        assertRefused(issuer.token(Issuer.claims().expirationTime(null)));
    }

    @Test
    void notYetGood() {
        assertEquals(Outcome.ACCEPTED, outcome(issuer.token(Issuer.claims().notBeforeTime(inSeconds(30)))), "skew");
        assertRefused(issuer.token(Issuer.claims().notBeforeTime(inSeconds(90))));
    }

    @Test
    void unsigned() {
        assertRefused(new PlainJWT(Issuer.claims().build()).serialize());
        String[] parts = issuer.token(Issuer.claims()).split("\\.");
        assertRefused(base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "." + parts[2]);
        assertRefused(base64("{\"alg\":\"nOnE\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void publicKeyAsSecret() throws JOSEException {
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(Issuer.FIRST.toRSAPublicKey().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(pem.getBytes(StandardCharsets.US_ASCII),
                Issuer.FIRST.toRSAPublicKey().getEncoded(), Issuer.FIRST.getModulus().decode())) {
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(new JOSEObjectType("at+jwt")).keyID("first").build(), Issuer.claims().build());
            jwt.sign(new MACSigner(secret));
            assertRefused(jwt.serialize());
        }
    }

    @Test
    void keyOfTheCaller() {
        String stranger = Issuer.sign(Issuer.SECOND, Issuer.header(Issuer.FIRST).build(), Issuer.claims().build());
        assertRefused(stranger);
        assertRefused(Issuer.sign(Issuer.SECOND, Issuer.header(Issuer.FIRST).jwk(Issuer.SECOND.toPublicJWK()).build(),
                Issuer.claims().build()));
        assertRefused(Issuer.sign(Issuer.SECOND, Issuer.header(Issuer.SECOND).build(), Issuer.claims().build()));
    }

    @Test
    void otherAlgorithmThanAllowed() throws BadSetting {
        Hashtable<String, Object> settings = issuer.settings();
        settings.put("algorithms", "ES256, PS256");
        authenticator = BearerAuthenticator.of(settings);
        assertRefused(issuer.token(Issuer.claims()));
    }

    @Test
    void otherType() {
        for (String type : List.of("JWT", "secevent+jwt", "dpop+jwt")) {
            assertRefused(Issuer.sign(Issuer.FIRST, Issuer.header(Issuer.FIRST).type(new JOSEObjectType(type)).build(),
                    Issuer.claims().build()));
        }
        assertRefused(Issuer.sign(Issuer.FIRST, Issuer.header(Issuer.FIRST).type(null).build(),
                Issuer.claims().build()));
    }

    @Test
    void changed() {
        String[] parts = issuer.token(Issuer.claims()).split("\\.");
        String[] other = issuer.token(Issuer.claims().subject("root")).split("\\.");
        assertRefused(parts[0] + "." + other[1] + "." + parts[2]);
    }

    @Test
    void namesNobody() {
        assertRefused(issuer.token(Issuer.claims().subject(null)));
        assertRefused(issuer.token(Issuer.claims().subject(" ")));
    }

    @Test
    void boundToAKeyThatBearersDoNotProve() {
        assertRefused(issuer.token(Issuer.claims().claim("cnf", Map.of("jkt", "abc"))));
    }

    @Test
    void encrypted() throws JOSEException {
        EncryptedJWT jwt = new EncryptedJWT(new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                .build(), Issuer.claims().build());
        jwt.encrypt(new RSAEncrypter(Issuer.FIRST.toRSAPublicKey()));
        assertRefused(jwt.serialize());
    }

    @Test
    void malformed() {
        String good = issuer.token(Issuer.claims());
        for (String token : List.of("", " ", "x", "..", "a.b.c", "a b", good + "\"", good + " x", "é",
                good + "." + good, "A".repeat(100_000))) {
            assertRefused(token);
        }
        assertEquals(Outcome.REFUSED, authenticator.authenticate(Request.post("Bearer")).outcome());
        assertEquals(Outcome.REFUSED, authenticator.authenticate(Request.post("Bearer " + good, "Basic YTpi"))
                .outcome());
        assertEquals(Outcome.REFUSED, authenticator.authenticate(Request.post("Bearer " + good, "Bearer " + good))
                .outcome());
    }

    @Test
    void ofAnotherScheme() {
        for (String header : List.of("Basic YTpi", "OAuth a=\"b\"", "Bearers abc", "")) {
            assertEquals(Outcome.NOT_MINE, authenticator.authenticate(Request.post(header)).outcome());
        }
        assertEquals(Outcome.NOT_MINE, authenticator.authenticate(Request.post()).outcome());
    }

    @Test
    void logHasNothingOfTheToken() {
        Logger logger = Logger.getLogger(BearerAuthenticator.class.getName());
        logger.setLevel(Level.ALL);
        try (LogCapture log = new LogCapture(BearerAuthenticator.class.getName())) {
            String token = issuer.token(Issuer.claims().issuer("evil\nline"));
            assertRefused(token);
            assertRefused(token.substring(1));
            assertRefused("opaque-token");
            assertEquals(3, log.lines().size());
            for (String line : log.lines()) {
                assertFalse(line.contains("\n") || line.contains("opaque-token")
                        || line.contains(token.split("\\.")[1]), line);
            }
        } finally {
            logger.setLevel(null);
        }
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
