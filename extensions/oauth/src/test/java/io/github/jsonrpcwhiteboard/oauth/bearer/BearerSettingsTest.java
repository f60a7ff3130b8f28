package io.github.jsonrpcwhiteboard.oauth.bearer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;

/** A bad configuration makes no authenticator, and the message names the key and no value. */
class BearerSettingsTest {

    private static Hashtable<String, Object> good() {
        Hashtable<String, Object> settings = new Hashtable<>();
        settings.put("issuer", "https://issuer.example.com");
        settings.put("audience", "rpc");
        settings.put("jwksUri", "https://issuer.example.com/jwks");
        settings.put("introspectionUri", "https://issuer.example.com/introspect");
        settings.put("introspectionClientId", "rpc");
        settings.put("introspectionClientSecret", "hidden");
        settings.put("service.pid", "some.pid");
        return settings;
    }

    private static void assertBad(String key, Hashtable<String, Object> settings) {
        String message = assertThrows(BadSetting.class, () -> BearerAuthenticator.of(settings)).getMessage();
        assertTrue(message.startsWith(key + ": "), message);
        assertFalse(message.contains("hidden"), message);
    }

    @Test
    void control() {
        assertDoesNotThrow(() -> BearerAuthenticator.of(good()));
    }

    @ParameterizedTest
    @CsvSource({"issuer", "audience", "introspectionClientId", "introspectionClientSecret"})
    void missing(String key) {
        Hashtable<String, Object> settings = good();
        settings.remove(key);
        assertBad(key, settings);
    }

    @Test
    void nothingToCheckWith() {
        Hashtable<String, Object> settings = good();
        settings.remove("jwksUri");
        settings.remove("introspectionUri");
        assertBad("jwksUri", settings);
        assertBad("jwksUri", new Hashtable<>());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"jwksUri|http://issuer.example.com/jwks", "jwksUri|hidden",
        "jwksUri|file:/jwks", "jwksUri|https:///jwks",
        "introspectionUri|http://10.0.0.1/", "introspectionUri|https://u:hidden@host/",
        "algorithms|none", "algorithms|RS256,none", "algorithms|HS256", "algorithms|EdDSA", "algorithms|ES256K",
        "algorithms|hidden", "jwksFile|/no/such/hidden", "clockSkewSeconds|601", "clockSkewSeconds|-1",
        "timeoutMillis|0", "timeoutMillis|hidden", "jwksMinRefreshSeconds|300", "introspectionCacheSize|0",
        "realm|hid\"den", "resourceMetadata|hidden", "allowHttp|yes", "audiance|hidden"})
    void bad(String key, String value) {
        Hashtable<String, Object> settings = good();
        settings.put(key, value);
        assertBad(key, settings);
    }

    @Test
    void plainHttpWhereItIsAllowed() {
        Hashtable<String, Object> settings = good();
        settings.put("jwksUri", "http://issuer.internal/jwks");
        settings.put("allowHttp", true);
        assertDoesNotThrow(() -> BearerAuthenticator.of(settings));
    }

    @Test
    void badKeyFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("keys.json"), "hidden");
        Hashtable<String, Object> settings = good();
        settings.put("jwksFile", file.toString());
        assertBad("jwksFile", settings);
        settings.remove("jwksUri");
        assertBad("jwksFile", settings);
    }

    @Test
    void wrongTypes() {
        Hashtable<String, Object> settings = good();
        settings.put("audience", 7);
        assertBad("audience", settings);
        settings.put("audience", "rpc");
        settings.put("issuer", 7);
        assertBad("issuer", settings);
    }
}
