package io.github.jsonrpcwhiteboard.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** HTTP Basic (RFC 7617). */
class CredentialsTest {

    private static Optional<PasswordCredentials> password(String header) {
        return new Credentials(new TestExchange().with("Authorization", header)).password();
    }

    private static String basic(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    @ParameterizedTest
    @CsvSource({"ann:secret, ann, secret", "ann:a:b:c, ann, a:b:c", "ann:, ann, ''", ":secret, '', secret", ":, '', ''",
        "J\u00fcrgen:\u00e4\u20ac, J\u00fcrgen, \u00e4\u20ac", "ann: secret , ann, ' secret'"})
    void userAndPassword(String text, String user, String password) {
        for (String scheme : new String[] {"Basic ", "basic ", "BASIC  "}) {
            assertEquals(Optional.of(new PasswordCredentials(user, password)),
                    password(scheme + basic(text, StandardCharsets.UTF_8)));
        }
    }

    @Test
    void clientsThatDoNotKnowUtf8() {
        assertEquals(Optional.of(new PasswordCredentials("J\u00fcrgen", "\u00e4\u00df")),
                password("Basic " + basic("J\u00fcrgen:\u00e4\u00df", StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Basic YW5u", "Basic YW5uOnNlY3Jl*",
        "Bearer YW5uOnNlY3JldA==", "BasicYW5uOnNlY3JldA==", "Digest username=\"ann\"", " ",
        "Basic YW5u OnNlY3JldA==", "Basic =", "Basic A"})
    void none(String header) {
        assertEquals(Optional.empty(), password(header));
    }

    @Test
    void thePasswordIsNotShown() {
        assertFalse(password("Basic " + basic("ann:secret", StandardCharsets.UTF_8)).toString().contains("secret"));
    }

    @Test
    void theRestOfTheRequest() {
        Credentials credentials = new Credentials(new TestExchange().with("X-Key", "a", "X-Key", "b"));
        assertEquals("POST", credentials.method());
        assertEquals("http://localhost/rpc/json-rpc/calc", credentials.url());
        assertEquals("q=1", credentials.query());
        assertEquals(List.of("a", "b"), credentials.headers("x-key"));
        assertEquals(List.of(), credentials.headers("x-other"));
        assertEquals("192.0.2.1", credentials.remoteAddress());
    }

    @Test
    void unreadableCredentialsAreNotNone() {
        assertTrue(new Credentials(new TestExchange().with("Authorization", "Basic !!!")).areUnreadable());
        assertTrue(new Credentials(new TestExchange().with("Authorization", "basic YQ==")).areUnreadable());
        assertFalse(new Credentials(new TestExchange().with("Authorization", "Basic YTpi")).areUnreadable());
        assertFalse(new Credentials(new TestExchange().with("Authorization", "Bearer x")).areUnreadable());
        assertFalse(new Credentials(new TestExchange()).areUnreadable());
    }
}
