package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.jsonrpcwhiteboard.JsonRpcException;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;

/** What is counted, and when. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CountersTest {

    private static final int TIMEOUT = 300;

    private final Map<String, MethodCounters> counters = new ConcurrentHashMap<>();
    private final SlowService service = new SlowService();
    private final Watchdog watchdog = new Watchdog();
    private final Dispatcher dispatcher = new Dispatcher(Settings.of(Map.of("timeout", TIMEOUT), problem -> {
    }).limits(), watchdog, result -> result instanceof CompletionStage<?> stage ? stage : null, false);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Answers answers = new Answers();

    /** An endpoint that counts, and lets nobody call "second". */
    private record Counted(LocalTarget target, Map<String, MethodCounters> all) implements RpcTarget {

        @Override
        public String path() {
            return target.path();
        }

        @Override
        public MethodTable methods() {
            return target.methods();
        }

        @Override
        public Object service() {
            return target.service();
        }

        @Override
        public long timeout() {
            return 0;
        }

        @Override
        public boolean permits(String method, Caller caller) {
            return !"second".equals(method);
        }

        @Override
        public MethodCounters counters(String method) {
            return all.computeIfAbsent(method, m -> new MethodCounters());
        }
    }

    @AfterEach
    void close() {
        service.release.countDown();
        threads.shutdown();
        watchdog.close();
    }

    private void call(String... requests) {
        dispatcher.heavy(new Counted(LocalTarget.of(Slow.class, service, 0), counters), Caller.anonymous(""),
                ("[" + String.join(",", requests) + "]").getBytes(StandardCharsets.UTF_8), answers);
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":1}";
    }

    private static String notification(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private void assertCounts(String method, long inProgress, long calls, Map<Integer, Long> errors) {
        MethodCounters of = counters.get(method);
        assertEquals(List.of(inProgress, calls, errors), List.of(of.inProgress(), of.calls(), of.errors()));
    }

    @Test
    void whatThereIsAndNothingElse() throws Exception {
        call(request("quick", "[\"a\"]"), request("quick", "[]"), notification("quick", "[1, 2]"),
                request("second", "[]"), request("nonsense", "[]"), request("rpc.discover", "[]"), "{}");
        answers.next();
        assertCounts("quick", 0, 3, Map.of(-32602, 2L));
        assertCounts("second", 0, 1, Map.of(-32001, 1L));
        assertEquals(Set.of("quick", "second"), counters.keySet());
    }

    @Test
    void aLateResultCountsWhenItIsAnswered() throws Exception {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        service.stage = stage;
        call(request("stage", "[]"));
        assertCounts("stage", 1, 0, Map.of());
        stage.completeExceptionally(new JsonRpcException(7, "late"));
        answers.next();
        assertCounts("stage", 0, 1, Map.of(7, 1L));
        service.stage = CompletableFuture.completedFuture("early");
        call(request("stage", "[]"));
        assertCounts("stage", 0, 2, Map.of(7, 1L));
    }

    @Test
    void aLateResultThatDoesNotComeCountsOnce() throws Exception {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        service.stage = stage;
        call(request("stage", "[]"));
        answers.next();
        stage.complete("too late");
        assertCounts("stage", 0, 1, Map.of(-32002, 1L));
        assertEquals(0, counters.get("stage").histogram().get(100L));
    }

    @Test
    void aNotificationsLateFailureIsAnError() throws Exception {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        service.stage = stage;
        call(notification("stage", "[]"));
        answers.next();
        assertCounts("stage", 0, 1, Map.of());
        stage.completeExceptionally(new JsonRpcException(7, "late"));
        assertCounts("stage", 0, 1, Map.of(7, 1L));
    }

    @Test
    void whoDoesNotComeBackIsInProgress() throws Exception {
        Future<?> thread = threads.submit(() -> call(request("swallows", "[]"), request("quick", "[\"a\"]")));
        answers.next();
        assertCounts("swallows", 1, 0, Map.of());
        service.release.countDown();
        thread.get(20, TimeUnit.SECONDS);
        assertCounts("swallows", 0, 1, Map.of(-32002, 1L));
        assertEquals(Set.of("swallows"), counters.keySet());
    }

    @Test
    void timesAreInTheBucketsThatTheyFit() {
        MethodCounters times = new MethodCounters();
        for (long nanos : new long[] {0, 1_000_000, 1_000_001, 9_999_999, 100_000_000_000L}) {
            times.begin();
            times.end(nanos);
        }
        assertEquals(List.of(1L, 5L, 10L, 50L, 100L, 500L, 1000L, 5000L, 10_000L, Long.MAX_VALUE),
                List.copyOf(times.histogram().keySet()));
        assertEquals(List.of(2L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L), List.copyOf(times.histogram().values()));
        assertEquals(100_012, times.totalMillis());
        assertEquals(5, times.calls());
    }

    /** Codes are what a service chooses: an endless choice must not take endless memory. */
    @Test
    void codesBeyondTheFirstAreCountedTogether() {
        MethodCounters many = new MethodCounters();
        for (int code = 1; code <= 1000; code++) {
            many.error(code);
        }
        many.error(1);
        Map<Integer, Long> errors = many.errors();
        assertEquals(MethodCounters.MAX_CODES + 1, errors.size());
        assertEquals(2, errors.get(1));
        assertEquals(1000 - MethodCounters.MAX_CODES, errors.get(MethodCounters.OTHER_CODES));
    }
}
