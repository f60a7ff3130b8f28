package io.github.jsonrpcwhiteboard.oauth.bearer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Hashtable;

import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.oauth.Request;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;

class ChallengeTest {

    private static String challenge(String key, String value, String... authorization) throws IOException, BadSetting {
        try (Issuer issuer = new Issuer()) {
            Hashtable<String, Object> settings = issuer.settings();
            settings.put(key, value);
            return BearerAuthenticator.of(settings).challenge(Request.post(authorization));
        }
    }

    @Test
    void withoutCredentialsThereIsNoError() throws IOException, BadSetting {
        assertEquals("Bearer realm=\"JSON-RPC\"", challenge("realm", " "));
        assertEquals("Bearer realm=\"calls\"", challenge("realm", "calls", "Basic YTpi"));
    }

    @Test
    void afterABadToken() throws IOException, BadSetting {
        assertEquals("Bearer realm=\"JSON-RPC\", error=\"invalid_token\", error_description=\"The access token is"
                + " malformed, expired, revoked or not for this server\"", challenge("realm", "", "bearer x"));
    }

    @Test
    void resourceMetadata() throws IOException, BadSetting {
        assertEquals("Bearer realm=\"JSON-RPC\","
                + " resource_metadata=\"https://rpc.example.com/.well-known/oauth-protected-resource\"",
                challenge("resourceMetadata", "https://rpc.example.com/.well-known/oauth-protected-resource"));
    }
}
