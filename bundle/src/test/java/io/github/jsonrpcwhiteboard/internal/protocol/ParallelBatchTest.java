package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.context.CurrentCall;
import io.github.jsonrpcwhiteboard.internal.protocol.Answers.Answer;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;

/** Batches whose calls run at the same time. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelBatchTest {

    private static final int TIMEOUT = 300;
    private static final int OVER_TIME = -32002;

    private final Watchdog watchdog = new Watchdog();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Answers answers = new Answers();
    private final Places places = new Places();
    private final Hall hall = new Hall();

    /** Lanes as long as there are places; remembers what it was asked for. */
    private final class Places implements Lanes {

        private final AtomicInteger free = new AtomicInteger(Integer.MAX_VALUE);
        private final Set<ClassLoader> left = ConcurrentHashMap.newKeySet();
        private final AtomicInteger taken = new AtomicInteger();

        @Override
        public boolean start(Runnable calls, Runnable ended) {
            if (free.getAndUpdate(places -> Math.max(0, places - 1)) == 0) {
                return false;
            }
            taken.incrementAndGet();
            threads.execute(() -> {
                ClassLoader before = Thread.currentThread().getContextClassLoader();
                calls.run();
                assertSame(before, Thread.currentThread().getContextClassLoader());
                assertFalse(Thread.interrupted());
                free.incrementAndGet();
                taken.decrementAndGet();
                ended.run();
            });
            return true;
        }
    }

    @AfterEach
    void close() {
        hall.end.countDown();
        threads.shutdown();
        watchdog.close();
    }

    private static String call(String method, Object id, String... params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":["
                + List.of(params).stream().map(param -> '"' + param + '"').collect(Collectors.joining(","))
                + (id == null ? "]}" : "],\"id\":" + id + "}");
    }

    private static String calls(String method, int count) {
        return "[" + IntStream.range(0, count).mapToObj(i -> call(method, i, "n" + i)).collect(Collectors.joining(","))
                + "]";
    }

    private LocalTarget target(int parallel) {
        return LocalTarget.of(Meeting.class, hall, 0).parallel(parallel);
    }

    private void batch(RpcTarget target, Map<String, Object> configuration, String body) {
        new Dispatcher(Settings.of(configuration, problem -> {
            throw new IllegalArgumentException(problem);
        }).limits(), watchdog, result -> result instanceof CompletionStage<?> stage ? stage : null, false)
                .heavy(target, Caller.anonymous(""), body.getBytes(StandardCharsets.UTF_8), answers, places);
    }

    private Answer answer(int parallel, String body) throws Exception {
        batch(target(parallel), Map.of("timeout", 20_000), body);
        return answers.next();
    }

    private static void assertInOrder(int count, Answer answer) {
        assertEquals(count, answer.json().size(), answer::toString);
        for (int i = 0; i < count; i++) {
            assertEquals(i, answer.json().get(i).get("id").intValue());
            assertEquals("n" + i, answer.json().get(i).path("result").asText(), answer::toString);
        }
    }

    /** They open the barrier only together. */
    @Test
    void asManyRunAtOnceAsAreAllowed() throws Exception {
        hall.barrier = new CyclicBarrier(100);
        assertInOrder(100, answer(100, calls("meet", 100)));
    }

    @Test
    void noMoreRunAtOnceThanAreAllowed() throws Exception {
        hall.barrier = new CyclicBarrier(4);
        assertInOrder(100, answer(4, calls("meet", 100)));
        assertEquals(4, hall.most.get());
    }

    /** Three places besides the own one, whatever is allowed. */
    @Test
    void noMoreRunAtOnceThanThereArePlaces() throws Exception {
        places.free.set(3);
        hall.barrier = new CyclicBarrier(4);
        assertInOrder(100, answer(100, calls("meet", 100)));
        assertEquals(4, hall.most.get());
        assertEquals(3, places.free.get(), "they are free before the answer is given");
    }

    @Test
    void withoutPlacesTheThreadMakesAllCallsItself() throws Exception {
        places.free.set(0);
        assertInOrder(10, answer(100, calls("meet", 10)));
        assertEquals(Set.of(Thread.currentThread()), hall.guests);
    }

    /** The first call gives the place free that the second needs to meet the third. */
    @Test
    void aPlaceThatBecomesFreeIsUsed() throws Exception {
        places.free.set(0);
        hall.barrier = new CyclicBarrier(2);
        batch(new Guarded(target(2), () -> places.free.set(1)), Map.of("timeout", 20_000), "[" + call("name", 0, "n0")
                + "," + call("meet", 1, "n1") + "," + call("meet", 2, "n2") + "]");
        assertInOrder(3, answers.next());
    }

    /** Lets nobody call "waits"; something happens whenever the service is asked for. */
    private record Guarded(RpcTarget target, Runnable asked) implements RpcTarget {

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
            asked.run();
            return target.service();
        }

        @Override
        public long timeout() {
            return target.timeout();
        }

        @Override
        public int batchParallel() {
            return target.batchParallel();
        }

        @Override
        public boolean permits(String method, Caller caller) {
            return !"waits".equals(method);
        }

        @Override
        public MethodCounters counters(String method) {
            return target.counters(method);
        }
    }

    @Test
    void eachElementIsAnsweredAsInASequence() throws Exception {
        hall.stage.complete("late ");
        batch(new Guarded(target(8), () -> {
        }), Map.of(), "[" + call("name", 1, "a") + "," + call("name", null, "noted") + ",{\"id\":3},7,"
                + call("waits", 4) + "," + call("nobody", 5) + "," + call("name", 6) + "," + call("later", 7, "b")
                + ",{\"method\":\"name\",\"params\":[\"c\"],\"id\":8}," + call("rpc.discover", 9) + "]");
        Answer answer = answers.next();
        List<String> seen = new ArrayList<>();
        answer.json().forEach(one -> seen.add(one.get("id") + " "
                + (one.path("error").isObject() ? one.at("/error/code") : one.get("result"))));
        assertEquals(List.of("1 \"a\"", "3 -32600", "null -32600", "4 -32001", "5 -32601", "6 -32602",
                "7 \"late b\"", "8 \"c\"", "9 -32601"), seen);
        assertTrue(hall.met.contains("noted"));
        assertTrue(answer.json().get(7).has("error"), "1.0 stays 1.0");
    }

    @Test
    void notificationsAreMadeAndNotAnswered() throws Exception {
        String batch = "[" + call("name", null, "a") + "," + call("name", null, "b") + "]";
        assertTrue(answer(8, batch).json().isMissingNode());
        assertEquals(Set.of("a", "b"), hall.met);
    }

    /** Each call has its own context, and the class loader that the container's thread has. */
    @Test
    void eachCallHasItsContext() throws Exception {
        ClassLoader own = new ClassLoader(null) {
            @Override
            public String toString() {
                return "container's";
            }
        };
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(own);
        try {
            hall.barrier = new CyclicBarrier(3);
            Answer answer = answer(3, "[" + call("context", 1) + "," + call("context", 2) + "," + call("context", 3)
                    + "]");
            assertEquals(List.of("context container's", "context container's", "context container's"),
                    answer.json().findValuesAsText("result"));
            assertNull(CurrentCall.get());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Results that come later hold no lane. */
    @Test
    void laterResultsHoldNoLane() throws Exception {
        batch(target(2), Map.of(), calls("later", 50));
        assertTrue(answers.isEmpty());
        while (places.taken.get() > 0) {
            Thread.onSpinWait();
        }
        hall.stage.complete("");
        assertInOrder(50, answers.next());
    }

    @Test
    void allHaveOneTime() throws Exception {
        batch(target(2), Map.of("timeout", TIMEOUT, "batch.timeout", TIMEOUT), calls("waits", 20).replaceAll(
                "\"n\\d+\"", ""));
        Answer answer = answers.next();
        assertEquals(20, answer.json().size());
        for (int i = 0; i < 20; i++) {
            assertEquals(OVER_TIME, answer.errorCode("/" + i));
            assertEquals(TIMEOUT, answer.json().at("/" + i + "/error/data/timeout").intValue());
        }
        assertFalse(answer.threadIsStuck());
        assertFalse(Thread.interrupted(), "our interruption stays with us");
    }

    /** The time of a call begins when it does. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void eachHasItsOwnTime(int parallel) throws Exception {
        batch(target(parallel), Map.of("timeout", TIMEOUT), calls("waits", 2 * parallel)
                .replaceAll("\"n\\d+\"", ""));
        answers.next();
        Instant first = Collections.min(hall.deadlines);
        Instant last = Collections.max(hall.deadlines);
        assertTrue(Duration.between(first, last).toMillis() >= TIMEOUT - 1, hall.deadlines::toString);
    }

    @Test
    void othersGoOnBesideOneThatIsStuck() throws Exception {
        Future<?> thread = threads.submit(() -> batch(target(2), Map.of("timeout", TIMEOUT),
                "[" + call("hangs", 0) + "," + call("name", 1, "n1") + "," + call("later", 2, "n2") + ","
                        + call("name", 3, "n3") + "]"));
        hall.stage.complete("");
        Answer answer = answers.next();
        assertTrue(answer.threadIsStuck(), "that was the first thread");
        assertEquals(OVER_TIME, answer.errorCode("/0"));
        assertEquals("n3", answer.json().at("/3/result").asText());
        hall.end.countDown();
        thread.get(20, TimeUnit.SECONDS);
        assertTrue(answers.isEmpty());
    }

    /** The places of both stay taken; what was not begun is not made. */
    @Test
    void whenAllAreStuckTheRestIsGivenUp() throws Exception {
        Future<?> thread = threads.submit(() -> batch(target(2), Map.of("timeout", TIMEOUT),
                "[" + call("hangs", 0) + "," + call("hangs", 1) + "," + call("name", 2, "never") + ","
                        + call("name", null, "never") + ",{\"id\":4}]"));
        Answer answer = answers.next();
        assertEquals(4, answer.json().size());
        for (int i = 0; i < 3; i++) {
            assertEquals(OVER_TIME, answer.errorCode("/" + i));
            assertEquals(TIMEOUT, answer.json().at("/" + i + "/error/data/timeout").intValue());
        }
        assertEquals(-32600, answer.errorCode("/3"));
        assertEquals(1, places.taken.get());
        hall.end.countDown();
        thread.get(20, TimeUnit.SECONDS);
        assertEquals(Set.of("hangs"), hall.met);
        assertTrue(answers.isEmpty());
    }

    /** {@code [} and {@code ]} are not of the results, the frames and commas between are. */
    @Test
    void resultsHaveTheRoomOfASequence() throws Exception {
        String first = "{\"jsonrpc\":\"2.0\",\"result\":\"n0\",\"id\":0}";
        String batch = calls("name", 3);
        int exact = 1 + 3 * first.length() + 2;
        for (int parallel : new int[] {1, 3}) {
            places.free.set(0);
            batch(target(parallel), Map.of("response.limit", exact), batch);
            assertInOrder(3, answers.next());
            batch(target(parallel), Map.of("response.limit", exact - 1), batch);
            Answer answer = answers.next();
            assertEquals(-32005, answer.errorCode("/2"), answer::toString);
            assertEquals("n1", answer.json().at("/1/result").asText());
        }
    }

    @Test
    void moreThanTheRoomIsNeverKept() throws Exception {
        hall.stage.complete("x".repeat(800));
        batch(target(8), Map.of("response.limit", 10_000), calls("later", 100));
        Answer answer = answers.next();
        assertEquals(100, answer.json().size());
        assertEquals(11, answer.json().findValues("result").size());
        assertEquals(89, answer.json().findParents("code").stream().filter(e -> e.get("code").asInt() == -32005)
                .count());
    }

    /** Whatever comes when: one answer, complete and in order, and no place is lost. */
    @Test
    void theyRace() throws Exception {
        for (int round = 0; round < 300; round++) {
            hall.barrier = new CyclicBarrier(1);
            int places0 = ThreadLocalRandom.current().nextInt(6);
            places.free.set(places0);
            assertInOrder(40, answer(1 + ThreadLocalRandom.current().nextInt(8), calls(round % 2 == 0 ? "meet" : "name",
                    40)));
            assertEquals(places0, places.free.get());
            assertTrue(answers.isEmpty());
        }
    }
}
