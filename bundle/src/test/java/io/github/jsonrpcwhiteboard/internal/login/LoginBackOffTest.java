package io.github.jsonrpcwhiteboard.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

/** Waiting after failed logins, with a clock that the test moves. */
class LoginBackOffTest {

    private final AtomicLong clock = new AtomicLong(-5);
    private final LoginBackOff backOff = new LoginBackOff(clock::get);

    @Test
    void theFirstAttemptsAreFree() {
        backOff.failed("a", 3);
        backOff.failed("a", 3);
        assertEquals(0, backOff.secondsToWait("a"));
        backOff.failed("a", 3);
        assertEquals(1, backOff.secondsToWait("a"));
    }

    @Test
    void theTimeDoublesUpToAMinute() {
        long[] seconds = {1, 2, 4, 8, 16, 32, 60, 60};
        for (long expected : seconds) {
            backOff.failed("a", 1);
            assertEquals(expected, backOff.secondsToWait("a"));
        }
    }

    @Test
    void theTimePasses() {
        backOff.failed("a", 1);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertEquals(0, backOff.secondsToWait("a"));
    }

    @Test
    void othersDoNotWait() {
        backOff.failed("a", 1);
        assertEquals(0, backOff.secondsToWait("b"));
    }

    @Test
    void aGoodLoginEndsIt() {
        backOff.failed("a", 2);
        backOff.succeeded("a");
        backOff.failed("a", 2);
        assertEquals(0, backOff.secondsToWait("a"));
    }

    @Test
    void onlyTheLatestAddressesAreRemembered() {
        backOff.failed("first", 1);
        for (int i = 0; i < 10_000; i++) {
            backOff.failed("address " + i, 1);
        }
        assertEquals(0, backOff.secondsToWait("first"));
        assertEquals(1, backOff.secondsToWait("address 9999"));
    }
}
