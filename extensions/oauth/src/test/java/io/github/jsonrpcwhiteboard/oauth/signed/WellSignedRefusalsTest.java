package io.github.jsonrpcwhiteboard.oauth.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.oauth.Request;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;

/** What a consumer signs well and is refused nevertheless; no library makes such requests. */
class WellSignedRefusalsTest {

    private SignedAuthenticator authenticator;

    @BeforeEach
    void control() throws BadSetting, BadRequest {
        Hashtable<String, Object> consumer = new Hashtable<>(Map.of("consumerKey", "shop", "secret", "secret",
                "impersonate", "*"));
        authenticator = new SignedAuthenticator(SignedSettings.of(new Hashtable<>()),
                Map.of("shop", Consumer.of(consumer)), new NonceMemory(), InstantSource.system());
        assertEquals(Outcome.ACCEPTED, outcome("a=1&a=1", "extra", "1"));
    }

    private Outcome outcome(String query, String... more) throws BadRequest {
        List<Parameter> header = new ArrayList<>(List.of(new Parameter("oauth_consumer_key", "shop"),
                new Parameter("oauth_signature_method", "HMAC-SHA256"),
                new Parameter("oauth_timestamp", Long.toString(Instant.now().getEpochSecond())),
                new Parameter("oauth_nonce", UUID.randomUUID().toString())));
        for (int i = 0; i < more.length; i += 2) {
            header.add(new Parameter(more[i], more[i + 1]));
        }
        List<Parameter> all = new ArrayList<>(header);
        all.addAll(Parameter.ofQuery(query));
        String baseString = BaseString.of("POST", Client.URL, all);
        header.add(new Parameter("oauth_signature", Base64.getEncoder()
                .encodeToString(SignatureMethod.HMAC_SHA256.hmac("secret", "", baseString))));
        StringBuilder text = new StringBuilder("OAuth realm=\"a, b\"");
        header.forEach(p -> text.append(", ").append(Parameter.encode(p.name())).append("=\"")
                .append(Parameter.encode(p.value())).append('"'));
        return authenticator.authenticate(new Request("POST", Client.URL, query, List.of(text.toString()))).outcome();
    }

    @Test
    void duplicatesInTheHeader() throws BadRequest {
        for (String name : List.of("oauth_consumer_key", "oauth_nonce", "oauth_timestamp", "oauth_signature_method")) {
            assertEquals(Outcome.REFUSED, outcome(null, name, "shop"), name);
        }
        assertEquals(Outcome.REFUSED, outcome(null, "x", "1", "x", "1"));
    }

    @Test
    void protocolInTheQuery() throws BadRequest {
        for (String name : List.of("oauth_consumer_key", "oauth_nonce", "oauth_token", "oauth_anything")) {
            assertEquals(Outcome.REFUSED, outcome(name + "=1"), name);
        }
    }

    @Test
    void requestors() throws BadRequest {
        assertEquals(Outcome.ACCEPTED, outcome("xoauth_requestor_id=alice"));
        assertEquals(Outcome.REFUSED, outcome("xoauth_requestor_id=alice&xoauth_requestor_id=alice"));
        assertEquals(Outcome.REFUSED, outcome("xoauth_requestor_id=alice&xoauth_requestor%5fid=bob"));
        assertEquals(Outcome.REFUSED, outcome("xoauth_requestor_id="));
        assertEquals(Outcome.REFUSED, outcome("xoauth_requestor_id=+%09"));
        assertEquals(Outcome.REFUSED, outcome("xoauth_requestor_id=%c3"));
        assertEquals(Outcome.REFUSED, outcome(null, "xoauth_requestor_id", "alice"));
        assertEquals(Outcome.REFUSED, outcome("xoauth_requestor_id=alice", "xoauth_requestor_id", "alice"));
    }

    @Test
    void versionAndToken() throws BadRequest {
        assertEquals(Outcome.ACCEPTED, outcome(null, "oauth_version", "1.0", "oauth_token", ""));
        assertEquals(Outcome.REFUSED, outcome(null, "oauth_version", "2.0"));
        assertEquals(Outcome.REFUSED, outcome(null, "oauth_version", ""));
        assertEquals(Outcome.REFUSED, outcome(null, "oauth_token", "x"));
    }
}
