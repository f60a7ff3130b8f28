package io.github.jsonrpcwhiteboard.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @ParameterizedTest
    @ValueSource(strings = {"secret", "", " a:b#c ", "pässwörd €"})
    void onlyTheSamePasswordMatches(String password) {
        PasswordHash hash = PasswordHash.parse(PasswordHash.of(password, 10).toString());
        assertTrue(hash.matches(password));
        assertFalse(hash.matches(password + " "));
        assertFalse(PasswordHash.unknown(10).matches(password));
    }

    /** A test vector of RFC 7914, section 11, cut to 32 bytes. */
    @Test
    void isPbkdf2() {
        byte[] expected = HexFormat.of().parseHex(
                "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
        String text = "pbkdf2-sha256$1$c2FsdA==$" + Base64.getEncoder().encodeToString(expected);
        assertTrue(PasswordHash.parse(text).matches("passwd"));
    }

    @Test
    void hasASaltOfItsOwnAndManyIterations() {
        PasswordHash hash = PasswordHash.of("secret");
        assertNotEquals(hash.toString(), PasswordHash.of("secret").toString());
        assertEquals(PasswordHash.ITERATIONS, hash.iterations());
        assertTrue(hash.matches("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "sha1$1$c2FsdA==$AAAA", "pbkdf2-sha256$x$c2FsdA==$AAAA",
        "pbkdf2-sha256$0$c2FsdA==$VawEblY7Gy+CPIlKfL4YXLoHlmHXYMgYqQXxkwKIaw8=",
        "pbkdf2-sha256$1$$VawEblY7Gy+CPIlKfL4YXLoHlmHXYMgYqQXxkwKIaw8=", "pbkdf2-sha256$1$c2FsdA==$secret!",
        "pbkdf2-sha256$1$c2FsdA==$AAAA", "pbkdf2-sha256$99999999$c2FsdA==$AAAA"})
    void badTextIsRefusedAndNotShown(String text) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(text));
        assertFalse(e.getMessage().contains("secret"), e.getMessage());
    }
}
