package io.github.jsonrpcwhiteboard.oauth.bearer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.oauth.Request;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;

class JwtTest {

    private Issuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = new Issuer();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private static Authentication login(Hashtable<String, Object> settings, String token) throws BadSetting {
        return BearerAuthenticator.of(settings).authenticate(Request.post("bearer  " + token));
    }

    @Test
    void subjectAndScope() throws BadSetting {
        Authentication answer = login(issuer.settings(), issuer.token(Issuer.claims()));
        assertEquals("alice", answer.principal().getName());
        assertEquals(Set.of("read", "write"), answer.roles());
        assertEquals("Bearer", answer.scheme());
    }

    @Test
    void otherClaims() throws BadSetting {
        Hashtable<String, Object> settings = issuer.settings();
        settings.put("principalClaim", "user.login");
        settings.put("roleClaims", "realm_access.roles, https://example.com/groups, scp, resource_access.my.rpc.roles");
        Authentication answer = login(settings, issuer.token(Issuer.claims()
                .claim("user", Map.of("login", "bob")).claim("realm_access", Map.of("roles", List.of("admin")))
                .claim("https://example.com/groups", List.of("staff", 7)).claim("scp", "read")
                .claim("resource_access", Map.of("my.rpc", Map.of("roles", List.of("caller"))))));
        assertEquals("bob", answer.principal().getName());
        assertEquals(Set.of("admin", "staff", "read", "caller"), answer.roles());
    }

    @Test
    void noRoles() throws BadSetting {
        assertEquals(Set.of(), login(issuer.settings(), issuer.token(Issuer.claims().claim("scope", null))).roles());
    }

    @Test
    void otherTypes() throws BadSetting {
        Hashtable<String, Object> settings = issuer.settings();
        settings.put("tokenTypes", new String[] {"JWT"});
        for (String type : new String[] {"JWT", "jwt", null}) {
            String token = Issuer.sign(Issuer.FIRST, Issuer.header(Issuer.FIRST)
                    .type(type == null ? null : new JOSEObjectType(type)).build(), Issuer.claims().build());
            assertEquals(Outcome.ACCEPTED, login(settings, token).outcome(), type);
        }
        String full = Issuer.sign(Issuer.FIRST, Issuer.header(Issuer.FIRST)
                .type(new JOSEObjectType("application/at+jwt")).build(), Issuer.claims().build());
        assertEquals(Outcome.ACCEPTED, login(issuer.settings(), full).outcome());
    }

    @Test
    void severalAudiences() throws BadSetting {
        Hashtable<String, Object> settings = issuer.settings();
        settings.put("audience", "rpc," + Issuer.AUDIENCE);
        String token = issuer.token(Issuer.claims().audience(List.of("other", "rpc")));
        assertEquals(Outcome.ACCEPTED, login(settings, token).outcome());
    }

    @Test
    void keysOfAFile(@TempDir Path directory) throws BadSetting, IOException, JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt"))
                .keyID("ec").build(), Issuer.claims().build());
        jwt.sign(new ECDSASigner(key));
        BearerAuthenticator authenticator = BearerAuthenticator.of(fileSettings(directory, new JWKSet(
                Issuer.FIRST.toPublicJWK())));
        Request first = Request.post("Bearer " + issuer.token(Issuer.claims()));
        assertEquals(Outcome.ACCEPTED, authenticator.authenticate(first).outcome());
        fileSettings(directory, new JWKSet(key.toPublicJWK()));
        Request second = Request.post("Bearer " + jwt.serialize());
        assertEquals(Outcome.ACCEPTED, authenticator.authenticate(second).outcome(), "the file is read again");
        assertEquals(Outcome.REFUSED, authenticator.authenticate(first).outcome(), "its key has gone");
    }

    @Test
    void secretsOfAFile(@TempDir Path directory) throws BadSetting, IOException, JOSEException {
        OctetSequenceKey key = new OctetSequenceKeyGenerator(256).keyID("shared").generate();
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt"))
                .keyID("shared").build(), Issuer.claims().build());
        jwt.sign(new MACSigner(key));
        Hashtable<String, Object> settings = fileSettings(directory, new JWKSet(key));
        assertEquals(Outcome.REFUSED, login(settings, jwt.serialize()).outcome(), "only if it is allowed");
        settings.put("algorithms", "HS256");
        assertEquals(Outcome.ACCEPTED, login(settings, jwt.serialize()).outcome());
    }

    private Hashtable<String, Object> fileSettings(Path directory, JWKSet keys) throws IOException {
        Path file = Files.writeString(directory.resolve("keys.json"), keys.toString(false));
        Hashtable<String, Object> settings = issuer.settings();
        settings.remove("jwksUri");
        settings.put("jwksFile", file.toString());
        return settings;
    }
}
