package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Who looks after all calls must survive each of them. */
class WatchdogTest {

    private record Watched(long deadline, Runnable task) implements Watchdog.Watched {

        @Override
        public void onDeadline(long now) {
            task.run();
        }
    }

    private static Watched expired(Runnable task) {
        return new Watched(System.nanoTime(), task);
    }

    @Test
    void oneThatCannotBeEndedYetIsTriedAgainAndStopsNoOther() throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        CountDownLatch other = new CountDownLatch(1);
        try (Watchdog watchdog = new Watchdog()) {
            watchdog.add(expired(() -> {
                twice.countDown();
                throw new OutOfMemoryError("unable to create native thread, says the test");
            }));
            assertTrue(twice.await(20, TimeUnit.SECONDS), "it is tried again");
            watchdog.add(expired(other::countDown));
            assertTrue(other.await(20, TimeUnit.SECONDS), "another is told");
        }
    }
}
