package io.github.jsonrpcwhiteboard.oauth.bearer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.util.JSONObjectUtils;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.oauth.Request;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;

/** Against an issuer that is not ours: tokens from its token endpoint, its keys, its introspection. */
class OtherIssuerTest {

    private final MockOAuth2Server server = new MockOAuth2Server();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.shutdown();
    }

    /** RFC 6749, section 4.4: the subject is the client. */
    private String token(String issuer, String type, String audience)
            throws IOException, InterruptedException, ParseException {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(issuer, "alice", type, List.of(audience),
                Map.of("scope", "read write", "realm_access", Map.of("roles", List.of("admin"))), 600));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.tokenEndpointUrl(issuer).toString()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=caller&client_secret=s&scope=a"))
                .build();
        String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        return JSONObjectUtils.getString(JSONObjectUtils.parse(answer), "access_token");
    }

    private Hashtable<String, Object> settings(String issuer) {
        Hashtable<String, Object> settings = new Hashtable<>();
        settings.put("issuer", server.issuerUrl(issuer).toString());
        settings.put("audience", "rpc");
        settings.put("roleClaims", "scope,realm_access.roles");
        return settings;
    }

    private static Authentication login(Hashtable<String, Object> settings, String token) throws BadSetting {
        return BearerAuthenticator.of(settings).authenticate(Request.post("Bearer " + token));
    }

    @Test
    void jwt() throws IOException, InterruptedException, ParseException, BadSetting {
        Hashtable<String, Object> settings = settings("one");
        settings.put("jwksUri", server.jwksUrl("one").toString());
        assertEquals(Outcome.REFUSED, login(settings, token("one", "at+jwt", "other")).outcome());
        assertEquals(Outcome.REFUSED, login(settings, token("two", "at+jwt", "rpc")).outcome());
        assertEquals(Outcome.REFUSED, login(settings, token("one", "JWT", "rpc")).outcome());
        Authentication answer = login(settings, token("one", "at+jwt", "rpc"));
        assertEquals("caller", answer.principal().getName());
        assertEquals(Set.of("read", "write", "admin"), answer.roles());
    }

    @Test
    void introspection() throws IOException, InterruptedException, ParseException, BadSetting {
        Hashtable<String, Object> settings = settings("one");
        settings.put("introspectionUri", server.url("/one/introspect").toString());
        settings.put("introspectionClientId", "rpc");
        settings.put("introspectionClientSecret", "secret");
        assertEquals(Outcome.REFUSED, login(settings, "made-up").outcome());
        assertEquals(Outcome.REFUSED, login(settings, token("one", "JWT", "other")).outcome());
        Authentication answer = login(settings, token("one", "JWT", "rpc"));
        assertEquals("caller", answer.principal().getName());
        assertEquals(Set.of("read", "write"), answer.roles());
    }
}
