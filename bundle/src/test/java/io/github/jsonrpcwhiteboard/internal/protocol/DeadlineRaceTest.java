package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.jsonrpcwhiteboard.internal.binding.SentParams;
import io.github.jsonrpcwhiteboard.internal.protocol.Answers.Answer;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;

/** Results that come at the deadline: one answer, either the result or that it is too late, and no trace. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineRaceTest {

    private static final int ROUNDS = 20_000;
    private static final int CALLS = 200;
    /** The watchdog looks every 20 ms, so calls of 1 ms that end within this time are in time, too late, or both. */
    private static final long AROUND = TimeUnit.MILLISECONDS.toNanos(30);

    private final Watchdog watchdog = new Watchdog();
    private final Dispatcher dispatcher = new Dispatcher(Settings.of(Map.of("timeout", 1), problem -> {
    }).limits(), watchdog, result -> result instanceof CompletionStage<?> stage ? stage : null, false);
    private final ScheduledExecutorService threads = new ScheduledThreadPoolExecutor(4);

    @AfterEach
    void close() {
        threads.shutdownNow();
        watchdog.close();
    }

    @Test
    void aCallThatHasEndedIsNotInterrupted() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        ActiveCall[] current = new ActiveCall[1];
        Future<?> deadline = threads.submit(() -> {
            for (int round = 1; round <= ROUNDS; round++) {
                spinUntil(begun, round);
                current[0].onDeadline(current[0].deadline());
                ended.set(round);
            }
        });
        LocalTarget target = LocalTarget.of(AtRandom.class, new Service(threads), TimeUnit.HOURS.toMillis(1));
        Request request = Request.call(Request.Shape.V2, Id.NULL, "spins", SentParams.NONE);
        RequestReader.Requests requests = new RequestReader.Requests(false, List.of(request));
        TimeLimit time = TimeLimit.begin(target, dispatcher, false);
        for (int round = 1; round <= ROUNDS; round++) {
            // On a busy machine this thread may be taken for one that is stuck, in a call that the sequence is not at.
            Caller caller = Caller.anonymous("");
            current[0] = new ActiveCall(watchdog,
                    new CallSequence(dispatcher, target, caller, requests, new Answers()),
                    new Call(dispatcher, target, caller, request, new MethodCounters(), time, System.nanoTime()), 1);
            begun.set(round);
            for (int i = ThreadLocalRandom.current().nextInt(50); i > 0; i--) {
                Thread.onSpinWait();
            }
            current[0].leave();
            current[0].end();
            assertFalse(Thread.currentThread().isInterrupted(), "the interruption has ended with the call");
            spinUntil(ended, round);
            assertFalse(Thread.currentThread().isInterrupted(), "nobody interrupts a call that has ended");
        }
        deadline.get();
    }

    @Test
    void aLookThatComesLateDoesNotHitTheNextCall() {
        LocalTarget target = LocalTarget.of(AtRandom.class, new Service(threads), TimeUnit.HOURS.toMillis(1));
        Caller caller = Caller.anonymous("");
        Request request = Request.call(Request.Shape.V2, Id.NULL, "spins", SentParams.NONE);
        TimeLimit time = TimeLimit.begin(target, dispatcher, true);
        Call[] calls = new Call[3];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = new Call(dispatcher, target, caller, request, new MethodCounters(), time, time.begun() - 10 + i);
        }
        ActiveCall active = new ActiveCall(watchdog, new CallSequence(dispatcher, target, caller,
                new RequestReader.Requests(true, List.of(request, request, request)), new Answers()), calls[0], 0);
        assertFalse(active.leave());
        active.onDeadline(calls[0].deadline());
        active.enter(calls[1], 1);
        active.onDeadline(calls[0].deadline());
        assertFalse(Thread.currentThread().isInterrupted(), "the second has time left");
        active.onDeadline(calls[1].deadline());
        assertTrue(Thread.currentThread().isInterrupted());
        assertTrue(active.leave());
        assertFalse(Thread.currentThread().isInterrupted());
        active.onDeadline(calls[2].deadline() + TimeUnit.HOURS.toNanos(1));
        assertFalse(active.isAbandoned(), "it has come back");
        active.enter(calls[2], 2);
        assertFalse(active.leave());
        active.end();
    }

    private static void spinUntil(AtomicInteger value, int wanted) {
        while (value.get() < wanted) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aCallThatEndsAtItsDeadlineIsAnsweredOnce() throws Exception {
        LocalTarget target = LocalTarget.of(AtRandom.class, new Service(threads), 0);
        List<Answers> all = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Answers answers = new Answers();
            all.add(answers);
            heavy(target, "spins", answers);
            assertFalse(Thread.interrupted());
        }
        assertOneAnswerEach(all);
    }

    @Test
    void aResultThatComesAtTheDeadlineIsAnsweredOnce() throws Exception {
        LocalTarget target = LocalTarget.of(AtRandom.class, new Service(threads), 0);
        List<Answers> all = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Answers answers = new Answers();
            all.add(answers);
            heavy(target, "comes", answers);
        }
        assertOneAnswerEach(all);
    }

    private void assertOneAnswerEach(List<Answers> all) throws Exception {
        for (Answers answers : all) {
            Answer answer = answers.next();
            boolean result = "result".equals(answer.json().path("result").asText());
            assertTrue(result != (answer.errorCode("") == -32002), () -> answer.toString());
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
        assertEquals(0, all.stream().filter(answers -> !answers.isEmpty()).count());
    }

    private void heavy(LocalTarget target, String method, Answers answers) {
        String body = "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":1}";
        dispatcher.heavy(target, Caller.anonymous(""), body.getBytes(StandardCharsets.UTF_8), answers);
    }

    /** Ends when nobody knows. */
    private interface AtRandom {

        String spins();

        CompletionStage<String> comes();
    }

    private record Service(ScheduledExecutorService threads) implements AtRandom {

        private static long delay() {
            return ThreadLocalRandom.current().nextLong(AROUND);
        }

        @Override
        public String spins() {
            long end = System.nanoTime() + delay();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return "result";
        }

        @Override
        public CompletionStage<String> comes() {
            CompletableFuture<String> stage = new CompletableFuture<>();
            threads.schedule(() -> stage.complete("result"), delay(), TimeUnit.NANOSECONDS);
            return stage;
        }
    }
}
