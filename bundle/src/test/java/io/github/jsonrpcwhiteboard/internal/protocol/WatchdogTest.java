package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

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

    @Test
    void callsThatFindNoPlaceAreWatchedToo() throws Exception {
        int calls = 200;
        CountDownLatch told = new CountDownLatch(calls);
        try (Watchdog watchdog = new Watchdog()) {
            for (int i = 0; i < calls; i++) {
                AtomicBoolean once = new AtomicBoolean();
                watchdog.begin(expired(() -> {
                    if (once.compareAndSet(false, true)) {
                        told.countDown();
                    }
                }));
            }
            assertTrue(told.await(20, TimeUnit.SECONDS), () -> told.getCount() + " were not told");
        }
    }
}
