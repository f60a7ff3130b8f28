package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.jsonrpcwhiteboard.internal.binding.SentParams;
import io.github.jsonrpcwhiteboard.internal.protocol.Answers.Answer;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;

/** Calls that take too long. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineTest {

    private static final int TIMEOUT = 300;
    private static final int OVER_TIME = -32002;

    private final SlowService service = new SlowService();
    private final Watchdog watchdog = new Watchdog();
    private final Dispatcher dispatcher = dispatcher(Map.of("timeout", TIMEOUT));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Answers answers = new Answers();

    @AfterEach
    void close() {
        service.release.countDown();
        service.secondMayEnd.countDown();
        threads.shutdown();
        watchdog.close();
    }

    @Test
    void isInterrupted() throws Exception {
        heavy(0, call("waits", 1));
        Answer answer = answers.next();
        assertEquals(OVER_TIME, answer.errorCode(""));
        assertEquals(TIMEOUT, answer.json().at("/error/data/timeout").intValue());
        assertEquals(1, answer.json().get("id").intValue());
        assertFalse(answer.threadIsStuck());
        assertFalse(Thread.interrupted(), "our interruption stays with us");
    }

    @Test
    void theServicesOwnTimeoutComesFirst() throws Exception {
        heavy(TIMEOUT + 1, call("waits", 1));
        assertEquals(TIMEOUT + 1, answers.next().json().at("/error/data/timeout").intValue());
    }

    @Test
    void isInterruptedInABatch() throws Exception {
        heavy(0, "[" + call("waits", 1) + "," + quick("b", 2) + "]");
        Answer answer = answers.next();
        assertEquals(OVER_TIME, answer.errorCode("/0"));
        assertEquals("b", answer.json().at("/1/result").textValue());
        assertFalse(Thread.interrupted());
    }

    /** Only the first two find time for their beginning. */
    @Test
    void aBatchHasATimeOfItsOwn() throws Exception {
        Dispatcher shortBatches = dispatcher(Map.of("batch.timeout", TIMEOUT));
        String batch = "[" + call("waits", 1) + (',' + call("waits", 2)).repeat(9) + "]";
        shortBatches.heavy(target(TIMEOUT * 2 / 3), Caller.anonymous(""), batch.getBytes(StandardCharsets.UTF_8),
                answers);
        Answer answer = answers.next();
        assertEquals(10, answer.json().size());
        assertEquals(TIMEOUT * 2 / 3, answer.json().at("/0/error/data/timeout").intValue());
        for (int i = 2; i < 10; i++) {
            assertEquals(OVER_TIME, answer.errorCode("/" + i));
            assertEquals(TIMEOUT, answer.json().at("/" + i + "/error/data/timeout").intValue());
        }
        assertTrue(service.executed.size() <= 2, () -> "executed " + service.executed);
    }

    @Test
    void aBatchMayTakeAsLongAsACall() throws Exception {
        dispatcher(Map.of("batch.timeout", 1)).heavy(target(TIMEOUT), Caller.anonymous(""),
                ("[" + call("waits", 1) + "]").getBytes(StandardCharsets.UTF_8), answers);
        assertEquals(TIMEOUT, answers.next().json().at("/0/error/data/timeout").intValue());
    }

    @Test
    void isInterruptedInALightCall() throws Exception {
        dispatcher.light(target(0), Caller.anonymous(""), "waits", new byte[0], answers);
        Answer answer = answers.next();
        assertEquals(OVER_TIME, answer.errorCode(""));
        assertTrue(answer.json().get("id").isNull());
    }

    @Test
    void isAnsweredWithoutAThreadThatDoesNotComeBack() throws Exception {
        Future<Boolean> thread = start(0, call("swallows", 1));
        Answer answer = answers.next();
        assertTrue(answer.threadIsStuck());
        assertEquals(OVER_TIME, answer.errorCode(""));
        assertEquals(TIMEOUT, answer.json().at("/error/data/timeout").intValue());
        assertNothingMore(thread, List.of("swallows"));
    }

    @Test
    void keepsWhatWasAnsweredBeforeTheThreadWasStuck() throws Exception {
        Future<Boolean> thread = start(0, "[" + quick("a", 1) + "," + notification("noted") + "," + call("swallows", 2)
                + "," + quick("c", 3) + "," + notification("late") + ",{\"id\":4}]");
        Answer answer = answers.next();
        assertTrue(answer.threadIsStuck());
        assertEquals(4, answer.json().size());
        assertEquals("a", answer.json().at("/0/result").textValue());
        assertEquals(OVER_TIME, answer.errorCode("/1"));
        assertEquals(OVER_TIME, answer.errorCode("/2"));
        assertEquals(-32600, answer.errorCode("/3"));
        for (int i = 0; i < 4; i++) {
            assertEquals(i + 1, answer.json().get(i).get("id").intValue());
        }
        assertNothingMore(thread, List.of("a", "noted", "swallows"));
    }

    @Test
    void keepsLaterResultsThatHaveCome() throws Exception {
        service.stage = CompletableFuture.completedFuture("come");
        Future<Boolean> thread = start(0, "[" + call("stage", 1) + "," + call("swallows", 2) + "]");
        Answer answer = answers.next();
        assertEquals("come", answer.json().at("/0/result").textValue());
        assertEquals(OVER_TIME, answer.errorCode("/1"));
        assertNothingMore(thread, List.of("swallows"));
    }

    @Test
    void doesNotWaitForLaterResultsOfAThreadThatIsStuck() throws Exception {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        service.stage = stage;
        Future<Boolean> thread = start(0, "[" + call("stage", 1) + "," + call("swallows", 2) + "]");
        Answer answer = answers.next();
        assertEquals(OVER_TIME, answer.errorCode("/0"));
        assertEquals(OVER_TIME, answer.errorCode("/1"));
        stage.complete("too late");
        assertNothingMore(thread, List.of("swallows"));
    }

    @Test
    void aStageThatNeverCompletesIsGivenUp() throws Exception {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        service.stage = stage;
        heavy(0, "[" + call("stage", 1) + "," + quick("b", 2) + "]");
        Answer answer = answers.next();
        assertFalse(answer.threadIsStuck());
        assertEquals(OVER_TIME, answer.errorCode("/0"));
        assertEquals(TIMEOUT, answer.json().at("/0/error/data/timeout").intValue());
        assertEquals("b", answer.json().at("/1/result").textValue());
        stage.complete("too late");
        assertTrue(answers.isEmpty());
    }

    /** Thousands of calls may wait, each of which came with a body of megabytes. */
    @Test
    void whatWaitsDoesNotKeepItsBody() throws Exception {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        service.stage = stage;
        WeakReference<byte[]> single = send(1, call("stage", 1));
        WeakReference<byte[]> batch = send(1, "[" + call("stage", 2) + "," + call("stage", 3) + "]");
        WeakReference<byte[]> parallel = send(2, "[" + call("stage", 4) + "," + call("stage", 5) + "]");
        while (single.get() != null || batch.get() != null || parallel.get() != null) {
            System.gc();
        }
        assertTrue(stage.complete("come"), "they have waited until now");
        assertEquals(Set.of(List.of("1"), List.of("2", "3"), List.of("4", "5")),
                Set.of(ids(answers.next()), ids(answers.next()), ids(answers.next())));
    }

    private static List<String> ids(Answer answer) {
        return answer.json().findValuesAsText("id");
    }

    private WeakReference<byte[]> send(int parallel, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        dispatcher(Map.of()).heavy(target(0).parallel(parallel), Caller.anonymous(""), body, answers);
        return new WeakReference<>(body);
    }

    /** The result is asked for its members while it is written, and that is a part of the call. */
    @Test
    void aLaterResultThatCannotBeWrittenInTimeIsGivenUp() throws Exception {
        service.stage = CompletableFuture.completedFuture(new Object() {
            @SuppressWarnings("unused")
            public String getName() {
                SlowService.awaitUninterruptibly(service.release);
                return "too late";
            }
        });
        start(0, call("stage", 1));
        assertEquals(OVER_TIME, answers.next().errorCode(""));
    }

    @Test
    void aStageThatCannotBeListenedToSpoilsNothingElse() throws Exception {
        service.stage = new CompletableFuture<>() {
            @Override
            public CompletableFuture<Object> whenComplete(BiConsumer<? super Object, ? super Throwable> action) {
                throw new UnsupportedOperationException();
            }
        };
        heavy(0, "[" + quick("a", 1) + "," + call("stage", 2) + "," + quick("c", 3) + "]");
        Answer answer = answers.next();
        assertEquals("a", answer.json().at("/0/result").textValue());
        assertEquals(-32603, answer.errorCode("/1"));
        assertEquals("c", answer.json().at("/2/result").textValue());
    }

    @Test
    void aNotificationIsNeverAnswered() throws Exception {
        heavy(0, notification("waits", "[]"));
        assertTrue(answers.next().json().isMissingNode());
        heavy(0, "[" + notification("waits", "[]") + "," + notification("stage", "[]") + "]");
        assertTrue(answers.next().json().isMissingNode());
        assertFalse(Thread.interrupted());
        Future<Boolean> thread = start(0, "[" + notification("swallows", "[]") + "," + notification("late") + "]");
        Answer answer = answers.next();
        assertTrue(answer.json().isMissingNode());
        assertTrue(answer.threadIsStuck());
        assertNothingMore(thread, List.of("waits", "waits", "swallows"));
    }

    /** The rescuers may be slow to begin; meanwhile the thread comes back, and its next call has all its time. */
    @Test
    void aRescueThatComesLateDoesNotHitTheNextCall() throws Exception {
        List<Request> requests = List.of(request("quick", "[\"a\"]", 1), request("second", "[]", 2));
        CallSequence sequence = new CallSequence(dispatcher, target(0), Caller.anonymous(""),
                new RequestReader.Requests(true, requests), answers);
        Future<?> thread = threads.submit(sequence::run);
        service.secondBegun.await();
        sequence.abandon(0, TIMEOUT);
        service.secondMayEnd.countDown();
        Answer answer = answers.next();
        assertEquals("a", answer.json().at("/0/result").textValue());
        assertEquals("second", answer.json().at("/1/result").textValue(), answer::toString);
        thread.get(20, TimeUnit.SECONDS);
        assertTrue(answers.isEmpty());
    }

    private static Request request(String method, String arguments, int id) {
        byte[] body = (arguments + id).getBytes(StandardCharsets.US_ASCII);
        int end = arguments.length();
        return Request.call(Request.Shape.V2, new Id(body, end, body.length), method,
                new SentParams(SentParams.Kind.ARRAY, body, 0, end));
    }

    @Test
    void aServiceMayHaveAllTheTimeInTheWorld() throws Exception {
        Instant before = Instant.now();
        heavy(Long.MAX_VALUE, call("deadline", 1));
        long deadline = answers.next().json().get("result").longValue();
        assertTrue(deadline > before.toEpochMilli(), () -> "the deadline is " + deadline);
    }

    /** A client can do that: the answer is written by whoever has it, and the connection takes no more. */
    @Test
    void clientsThatDoNotReadHoldUpNobodyElse() throws Exception {
        service.stage = new CompletableFuture<>();
        CountDownLatch writing = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            AnswerSink slow = (out, stuck) -> {
                writing.countDown();
                SlowService.awaitUninterruptibly(service.release);
            };
            dispatcher.heavy(target(0), Caller.anonymous(""), call("stage", i).getBytes(StandardCharsets.UTF_8), slow);
        }
        writing.await();
        heavy(0, call("stage", 9));
        assertEquals(OVER_TIME, answers.next().errorCode(""));
    }

    private void assertNothingMore(Future<Boolean> thread, List<String> executed) throws Exception {
        service.release.countDown();
        assertFalse(thread.get(20, TimeUnit.SECONDS), "no interruption of ours is left");
        assertEquals(executed, new ArrayList<>(service.executed));
        assertTrue(answers.isEmpty());
    }

    private Dispatcher dispatcher(Map<String, Object> configuration) {
        return new Dispatcher(Settings.of(configuration, problem -> {
            throw new IllegalArgumentException(problem);
        }).limits(), watchdog, result -> result instanceof CompletionStage<?> stage ? stage : null, false);
    }

    private LocalTarget target(long timeout) {
        return LocalTarget.of(Slow.class, service, timeout);
    }

    private void heavy(long timeout, String body) {
        dispatcher.heavy(target(timeout), Caller.anonymous(""), body.getBytes(StandardCharsets.UTF_8), answers);
    }

    /** The same on a thread of its own; tells whether the thread is left interrupted. */
    private Future<Boolean> start(long timeout, String body) {
        return threads.submit(() -> {
            heavy(timeout, body);
            return Thread.interrupted();
        });
    }

    private static String call(String method, int id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":" + id + "}";
    }

    private static String quick(String text, int id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"quick\",\"params\":[\"" + text + "\"],\"id\":" + id + "}";
    }

    private static String notification(String text) {
        return notification("quick", "[\"" + text + "\"]");
    }

    private static String notification(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }
}
