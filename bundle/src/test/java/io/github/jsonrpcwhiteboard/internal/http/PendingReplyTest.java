package io.github.jsonrpcwhiteboard.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One reply, whoever comes first: the answer or the container's thread. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PendingReplyTest {

    private static final int ROUNDS = 1000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Place place = new Place();
    private final TestExchange exchange = new TestExchange();
    private final PendingReply pending = pending(exchange, place);

    /** Counts what it is told. */
    private static final class Place implements PendingReply.Place {

        private final AtomicInteger left = new AtomicInteger();
        private final AtomicInteger freed = new AtomicInteger();
        private final AtomicInteger answered = new AtomicInteger();

        @Override
        public void threadLeaves() {
            assertEquals(0, freed.get(), "what has ended does not begin to wait");
            left.incrementAndGet();
        }

        @Override
        public void free() {
            freed.incrementAndGet();
        }

        @Override
        public void answered() {
            answered.incrementAndGet();
        }
    }

    private static PendingReply pending(TestExchange exchange, PendingReply.Place place) {
        return new PendingReply(exchange, answer -> new HttpReply(204, null), place);
    }

    private void assertState(int isAnswered, int isFreed) {
        assertEquals(isAnswered, exchange.replies.size());
        assertEquals(isAnswered, place.answered.get());
        assertEquals(isFreed, place.freed.get());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void theThreadWritesWhatIsThereWhenItComesBack() {
        pending.accept(null, false);
        assertState(0, 0);
        pending.leave();
        assertState(1, 1);
        assertEquals(0, exchange.completed, "it was never asynchronous");
        assertEquals(0, place.left.get());
    }

    @Test
    void anAnswerThatComesLaterIsWrittenByWhoBringsIt() {
        pending.leave();
        assertState(0, 0);
        assertEquals(1, place.left.get(), "it waits without a thread");
        pending.accept(null, false);
        assertState(1, 1);
        assertEquals(1, exchange.completed);
    }

    @Test
    void theThreadWaitsWhereTheContainerAllowsNothingElse() throws Exception {
        exchange.asyncSupported = false;
        Future<Boolean> thread = threads.submit(() -> {
            Thread.currentThread().interrupt();
            pending.leave();
            return Thread.interrupted();
        });
        pending.accept(null, false);
        assertTrue(thread.get(), "the interruption is for others");
        assertState(1, 1);
        assertEquals(0, place.left.get(), "it has waited with its thread");
        assertEquals(0, exchange.completed);
    }

    @Test
    void aThreadThatIsStuckIsNotWaitedFor() {
        pending.accept(null, true);
        assertState(1, 0);
        assertTrue(exchange.replies.get(0).headers().containsKey("Connection"), "the connection is the thread's");
        pending.leave();
        assertState(1, 1);
        assertEquals(0, exchange.completed);
    }

    /** The rescuer has found the thread stuck, and while it makes the answer the thread comes back. */
    @Test
    void aThreadThatComesBackJustThenIsNotLeftWaiting() throws Exception {
        exchange.asyncSupported = false;
        Thread thread = new Thread(pending::leave);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        pending.accept(null, true);
        thread.join(20_000);
        assertFalse(thread.isAlive());
        assertState(1, 1);
    }

    @Test
    void everythingIsReleasedWhenTheClientHasGone() {
        exchange.clientHasGone = true;
        pending.accept(null, false);
        pending.leave();
        assertState(1, 1);
        Place second = new Place();
        PendingReply later = pending(exchange, second);
        later.leave();
        later.accept(null, false);
        assertEquals(2, exchange.replies.size());
        assertEquals(1, second.answered.get());
        assertEquals(1, second.freed.get());
        assertEquals(1, exchange.completed);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true", "false, true"})
    void theyRace(boolean asyncSupported, boolean threadIsStuck) throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        PendingReply[] current = new PendingReply[1];
        Future<?> answers = threads.submit(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                both.await();
                current[0].accept(null, threadIsStuck);
                both.await();
            }
            return null;
        });
        for (int i = 0; i < ROUNDS; i++) {
            TestExchange raced = new TestExchange();
            raced.asyncSupported = asyncSupported;
            Place raceds = new Place();
            current[0] = pending(raced, raceds);
            both.await();
            current[0].leave();
            both.await();
            assertEquals(1, raced.replies.size());
            assertEquals(1, raceds.answered.get());
            assertEquals(1, raceds.freed.get());
            assertTrue(raceds.left.get() <= 1);
            assertTrue(raced.completed <= 1);
        }
        answers.get();
        assertFalse(Thread.interrupted());
    }
}
