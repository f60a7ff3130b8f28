package io.github.jsonrpcwhiteboard.example.confluence.internal.login;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final WrongPasswords wrong = new WrongPasswords(nanoTime::get);

    @Test
    void afterTenAttemptsThereIsOneAMinute() {
        tryTenTimes("ann");
        assertFalse(wrong.mayTry("ann"));
        nanoTime.addAndGet(WrongPasswords.WAIT_NANOS - 1);
        assertFalse(wrong.mayTry("ANN"));
        nanoTime.incrementAndGet();
        assertTrue(wrong.mayTry("ann"));
        assertFalse(wrong.mayTry("ann"));
    }

    @Test
    void othersNeedNotWait() {
        tryTenTimes("ann");
        assertTrue(wrong.mayTry("bob"));
    }

    @Test
    void theRightPasswordEndsTheWait() {
        tryTenTimes("ann");
        wrong.forget("Ann");
        tryTenTimes("ann");
    }

    private void tryTenTimes(String user) {
        for (int i = 0; i < WrongPasswords.ATTEMPTS; i++) {
            assertTrue(wrong.mayTry(user));
        }
    }
}
