package io.github.jsonrpcwhiteboard.example.confluence.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordTest {

    @Test
    void aHashIsOfOnePasswordAndSaltedEachTime() {
        String hash = Password.hash("p\u00e4ssw\u00f6rd \ud83d\ude00");
        assertTrue(Password.matches("p\u00e4ssw\u00f6rd \ud83d\ude00", hash));
        assertFalse(Password.matches("p\u00e4ssw\u00f6rd", hash));
        assertFalse(Password.matches("", hash));
        assertFalse(hash.contains("ssw"));
        String other = Password.hash("p\u00e4ssw\u00f6rd \ud83d\ude00");
        assertNotEquals(hash, other);
        assertNotEquals(Password.fingerprint(hash), Password.fingerprint(other));
        assertEquals(Password.fingerprint(hash), Password.fingerprint(hash));
        assertTrue(hash.length() <= 255, "fits its column");
    }

    @Test
    void aHashOfFewerRoundsIsStillGood() {
        String hash = "1000:c2FsdA==:ahok7vWE2AWwPRecxa8GhYMOXINovWztGItFnnKbsfI=";
        assertTrue(Password.matches("apple", hash));
        assertFalse(Password.matches("pear", hash));
    }

    @Test
    void theFingerprintShowsNeitherSaltNorHash() {
        String hash = Password.hash("apple");
        String fingerprint = Password.fingerprint(hash);
        assertFalse(fingerprint.contains(hash.split(":")[1].substring(0, 8)));
        assertFalse(fingerprint.contains(hash.split(":")[2].substring(0, 8)));
    }
}
