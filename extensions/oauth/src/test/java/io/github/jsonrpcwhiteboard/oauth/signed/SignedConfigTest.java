package io.github.jsonrpcwhiteboard.oauth.signed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;

/** A bad configuration is refused, and the message names the key and no value. */
class SignedConfigTest {

    private static void assertBad(String key, Executable executable) {
        String message = assertThrows(BadSetting.class, executable).getMessage();
        assertTrue(message.startsWith(key + ": "), message);
        assertFalse(message.contains("hidden"), message);
    }

    @ParameterizedTest
    @CsvSource({"windowSeconds,0", "windowSeconds,3601", "maxNonces,0", "signatureMethods,PLAINTEXT",
        "signatureMethods,hidden", "publicOrigin,hidden", "publicOrigin,https://a/b", "publicOrigin,https://a?b",
        "realm,é", "window,300"})
    void settings(String key, String value) {
        assertBad(key, () -> SignedSettings.of(new Hashtable<>(Map.of(key, value))));
    }

    @Test
    void consumerWithoutKey() {
        assertBad("consumerKey", () -> Consumer.of(new Hashtable<>(Map.of("secret", "hidden"))));
    }

    @Test
    void consumerWithNoneOrTwoOfThem() {
        assertBad("secret", () -> Consumer.of(new Hashtable<>(Map.of("consumerKey", "a"))));
        assertBad("secret", () -> Consumer.of(new Hashtable<>(Map.of("consumerKey", "a", "secret", "hidden",
                "publicKey", Client.pem(Client.KEYS)))));
    }

    @Test
    void consumerWithBadPublicKey() {
        for (String key : new String[] {"hidden", "AAAA", Client.pem(Client.keys(1024)),
            "-----BEGIN CERTIFICATE-----\nhidden\n-----END CERTIFICATE-----"}) {
            assertBad("publicKey", () -> Consumer.of(new Hashtable<>(Map.of("consumerKey", "a", "publicKey", key))));
        }
    }

    @Test
    void consumerWithUnknownSetting() {
        assertBad("impersonates", () -> Consumer.of(new Hashtable<>(Map.of("consumerKey", "a", "secret", "hidden",
                "impersonates", "*"))));
    }

    @Test
    void publicKeyOfAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("key.pem");
        Hashtable<String, Object> values = new Hashtable<>(Map.of("consumerKey", "a", "publicKeyFile",
                file.toString()));
        assertBad("publicKeyFile", () -> Consumer.of(values));
        Files.writeString(file, Client.pem(Client.KEYS));
        assertDoesNotThrow(() -> Consumer.of(values));
    }

    @Test
    void consumerDoesNotShowItsSecret() throws BadSetting {
        assertFalse(Consumer.of(new Hashtable<>(Map.of("consumerKey", "a", "secret", "hidden"))).toString()
                .contains("hidden"));
    }
}
