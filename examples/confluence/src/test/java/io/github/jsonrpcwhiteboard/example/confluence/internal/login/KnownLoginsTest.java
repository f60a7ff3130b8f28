package io.github.jsonrpcwhiteboard.example.confluence.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class KnownLoginsTest {

    private final AtomicInteger checks = new AtomicInteger();
    private final KnownLogins logins = new KnownLogins((password, hash) -> {
        checks.incrementAndGet();
        return hash.equals("hash of " + password);
    });

    @Test
    void aGoodLoginIsCheckedOnce() {
        assertTrue(logins.matches("ann", "apple", "hash of apple"));
        assertTrue(logins.matches("ann", "apple", "hash of apple"));
        assertEquals(1, checks.get());
    }

    @Test
    void aWrongLoginIsCheckedOnce() {
        assertFalse(logins.matches("ann", "pear", "hash of apple"));
        assertFalse(logins.matches("ann", "pear", "hash of apple"));
        assertEquals(1, checks.get());
    }

    @Test
    void anotherHashIsCheckedAnew() {
        assertTrue(logins.matches("ann", "apple", "hash of apple"));
        assertFalse(logins.matches("ann", "apple", "hash of pear"));
        assertFalse(logins.matches("ann", "pear", "hash of apple"));
        assertTrue(logins.matches("ann", "pear", "hash of pear"));
        assertEquals(4, checks.get());
    }

    @Test
    void whatIsKnownOfOneUserSaysNothingOfAnother() {
        assertFalse(logins.matches("ann", "pear", "none"));
        assertFalse(logins.matches("eve", "pear", "none"));
        assertFalse(logins.matches("an", "npear", "none"));
        assertEquals(3, checks.get());
    }

    @Test
    void whoGuessesDrivesOutNoGoodLogin() {
        assertTrue(logins.matches("ann", "apple", "hash of apple"));
        for (int i = 0; i < 2000; i++) {
            assertFalse(logins.matches("ann", "guess " + i, "hash of apple"));
        }
        checks.set(0);
        assertTrue(logins.matches("ann", "apple", "hash of apple"));
        assertEquals(0, checks.get());
    }

    @Test
    void theLoginsUsedLastAreKept() {
        for (int i = 0; i < 1000; i++) {
            logins.matches("user " + i, "apple", "hash of apple");
        }
        logins.matches("user 0", "apple", "hash of apple");
        logins.matches("one more", "apple", "hash of apple");
        checks.set(0);
        logins.matches("user 0", "apple", "hash of apple");
        assertEquals(0, checks.get());
        logins.matches("user 1", "apple", "hash of apple");
        assertEquals(1, checks.get());
    }
}
