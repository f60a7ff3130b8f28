package io.github.jsonrpcwhiteboard.oauth.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.api.client.auth.oauth.OAuthSigner;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.oauth.Request;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;

class SignedTest {

    private final Client client = new Client();
    private final Hashtable<String, Object> settings = new Hashtable<>();
    private final Hashtable<String, Object> consumer = new Hashtable<>(Map.of("consumerKey", "shop"));

    private SignedAuthenticator authenticator() throws BadSetting {
        return new SignedAuthenticator(SignedSettings.of(settings), Map.of("shop", Consumer.of(consumer)),
                new NonceMemory(), InstantSource.system());
    }

    @Test
    void sharedSecret() throws BadSetting {
        consumer.put("secret", "s e+c%r&ét");
        for (OAuthSigner signer : List.of(Client.hmac("s e+c%r&ét"), Client.hmac256("s e+c%r&ét"))) {
            client.signer = signer;
            for (String query : new String[] {null, "a=1", "b=%C3%A9&a=x%20y&a=%2B&%7E=", "a=%26%3D", "*=~-._"}) {
                assertEquals(Outcome.ACCEPTED, authenticator().authenticate(client.call(query)).outcome(), query);
            }
        }
    }

    @Test
    void privateKey() throws BadSetting {
        consumer.put("publicKey", Client.pem(Client.KEYS));
        for (OAuthSigner signer : List.of(Client.rsa(), Client.rsa256())) {
            client.signer = signer;
            assertEquals(Outcome.ACCEPTED, authenticator().authenticate(client.call("a=1")).outcome());
        }
    }

    @Test
    void consumerAsItself() throws BadSetting {
        consumer.put("secret", "secret");
        Authentication answer = authenticator().authenticate(client.call(null));
        assertEquals("shop", answer.principal().getName());
        assertEquals(Set.of(), answer.roles());
        assertEquals("OAuth", answer.scheme());
    }

    @Test
    void consumerAsAUser() throws BadSetting {
        consumer.put("secret", "secret");
        consumer.put("user", "robot");
        consumer.put("roles", "caller, staff");
        consumer.put("impersonate", "*");
        assertEquals("robot", authenticator().authenticate(client.call(null)).principal().getName());
        Authentication answer = authenticator()
                .authenticate(client.call("xoauth_requestor_id=j%C3%B6rg%40example.com"));
        assertEquals("jörg@example.com", answer.principal().getName());
        assertEquals(Set.of("caller", "staff"), answer.roles());
    }

    @Test
    void emptyTokenIsNone() throws BadSetting {
        consumer.put("secret", "secret");
        client.token = "";
        assertEquals(Outcome.ACCEPTED, authenticator().authenticate(client.call(null)).outcome());
    }

    @Test
    void behindAProxy() throws BadSetting {
        consumer.put("secret", "secret");
        Request inside = new Request("POST", "http://10.0.0.7:8080/rpc/calc", "a=1",
                List.of(client.header("POST", "a=1")));
        assertEquals(Outcome.REFUSED, authenticator().authenticate(inside).outcome());
        settings.put("publicOrigin", "https://rpc.example.com");
        assertEquals(Outcome.ACCEPTED, authenticator().authenticate(inside).outcome());
    }

    @Test
    void notMine() throws BadSetting {
        consumer.put("secret", "secret");
        for (Request request : List.of(Request.post(), Request.post("Basic YTpi"), Request.post("Bearer x"),
                Request.post("OAuth2 x"))) {
            assertEquals(Outcome.NOT_MINE, authenticator().authenticate(request).outcome());
        }
    }

    @Test
    void challenge() throws BadSetting {
        consumer.put("secret", "secret");
        assertEquals("OAuth realm=\"JSON-RPC\"", authenticator().challenge(Request.post()));
        settings.put("realm", "calls");
        assertEquals("OAuth realm=\"calls\"", authenticator().challenge(Request.post()));
    }
}
