package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.basic;
import static io.github.jsonrpcwhiteboard.itest.Http.json;
import static org.junit.Assert.assertEquals;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** Batches, most of them in parallel, and what becomes of them when somebody leaves. */
public class ParallelIT extends InContainer {

    private final Hall hall = new Hall();
    private State state;

    /** The published interface. */
    public interface Work {

        /**
         * Waits for as many others as the test says.
         *
         * @param n a number
         * @return the same
         * @throws Exception if they do not come
         */
        int meet(int n) throws Exception;

        /**
         * Waits until the test lets it go.
         *
         * @param n a number
         * @return the same
         * @throws InterruptedException if that takes too long
         */
        int hold(int n) throws InterruptedException;
    }

    private static final class Hall implements Work {

        private final Semaphore entered = new Semaphore(0);
        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicInteger made = new AtomicInteger();
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile CyclicBarrier barrier;

        @Override
        public int meet(int n) throws Exception {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            barrier.await(PATIENCE, TimeUnit.SECONDS);
            inside.decrementAndGet();
            made.incrementAndGet();
            return n;
        }

        @Override
        public int hold(int n) throws InterruptedException {
            entered.release();
            end.await();
            made.incrementAndGet();
            return n;
        }
    }

    /**
     * The container.
     *
     * @return its options
     */
    @Override
    @Configuration
    public Option[] container() {
        return options(Containers.host(Containers.BOTH), Containers.whiteboard());
    }

    /** Looks at the state. */
    @Before
    public void prepare() {
        state = new State(context);
    }

    /** Frees the threads. */
    @After
    public void end() {
        hall.end.countDown();
    }

    private static String batch(String method, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":[" + i + "],\"id\":" + i
                        + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void assertAnswers(int count, HttpResponse<String> response) {
        JsonNode answers = json(response.body());
        assertEquals(response.body(), count, answers.size());
        for (int i = 0; i < count; i++) {
            assertEquals(response.body(), i, answers.get(i).path("result").asInt(-1));
            assertEquals(i, answers.get(i).path("id").asInt(-1));
        }
    }

    private void awaitNothingInProgress(String path) {
        state.awaitCounts(path, endpoint -> endpoint.callsInProgress == 0 && endpoint.callsWaiting == 0);
    }

    /** With the limits as they are by default; each of the calls waits for all the others. */
    @Test
    public void aHundredAtOnce() {
        hall.barrier = new CyclicBarrier(100);
        register(Work.class, hall, open("wide", JsonRpcConstants.BATCH_PARALLEL, 100));
        assertAnswers(100, http.post("wide", batch("meet", 100)));
        assertEquals(100, state.endpoint("wide").batchParallel);
        awaitNothingInProgress("wide");
    }

    /** One after the other, unless a service says otherwise. */
    @Test
    public void notUnlessDeclared() {
        hall.barrier = new CyclicBarrier(1);
        register(Work.class, hall, open("single"));
        assertAnswers(20, http.post("single", batch("meet", 20)));
        assertEquals(1, hall.most.get());
    }

    /** A batch takes the places that are left, and needs but its own; its calls count for others. */
    @Test
    public void theBudgetHolds() throws Exception {
        register(Work.class, hall, open("narrow", JsonRpcConstants.BATCH_PARALLEL, 100,
                JsonRpcConstants.MAX_CONCURRENT, 4));
        Future<Integer> first = start(() -> http.light("narrow/hold", "[1]").asInt());
        hall.entered.acquire();
        hall.barrier = new CyclicBarrier(3);
        assertAnswers(30, http.post("narrow", batch("meet", 30)));
        assertEquals(3, hall.most.get());
        Future<HttpResponse<String>> batch = start(() -> http.post("narrow", batch("hold", 30)));
        hall.entered.acquire(3);
        assertEquals(503, http.post("narrow/meet", "[0]").statusCode());
        assertEquals(4, state.endpoint("narrow").callsInProgress);
        hall.end.countDown();
        assertAnswers(30, batch.get(PATIENCE, TimeUnit.SECONDS));
        assertEquals(1, (int) first.get(PATIENCE, TimeUnit.SECONDS));
        awaitNothingInProgress("narrow");
    }

    /** Who has the answer finds all places free: each of these needs both. */
    @Test
    public void thePlacesAreFreeWhenTheAnswerIsThere() {
        hall.barrier = new CyclicBarrier(2);
        register(Work.class, hall, open("pair", JsonRpcConstants.BATCH_PARALLEL, 2,
                JsonRpcConstants.MAX_CONCURRENT, 2));
        for (int i = 0; i < 200; i++) {
            assertAnswers(2, http.post("pair", batch("meet", 2)));
        }
    }

    /** Each call is decided by itself, on whichever thread. */
    @Test
    public void eachCallNeedsItsRoles() {
        Authenticator authenticator = request -> request.password()
                .map(p -> Authentication.accepted(p.user(), List.of(p.user()))).orElse(Authentication.notMine());
        register(Authenticator.class, authenticator, null);
        hall.barrier = new CyclicBarrier(2);
        hall.end.countDown();
        register(Work.class, hall, guarded("office", JsonRpcConstants.BATCH_PARALLEL, 2,
                JsonRpcConstants.METHOD_ROLES + "hold", "boss"));
        String both = (batch("meet", 2) + batch("hold", 2)).replace("][", ",");
        assertEquals(401, http.post("office", both).statusCode());
        assertEquals(List.of("0", "0", "-32003", "-32003"), codes(http.post("office", both, basic("ann", "x"))));
        assertEquals(2, hall.made.get());
        assertEquals(List.of("0", "0", "0", "0"), codes(http.post("office", both, basic("boss", "x"))));
    }

    private static List<String> codes(HttpResponse<String> response) {
        return Http.json(response.body()).findParents("jsonrpc").stream()
                .map(answer -> String.valueOf(answer.path("error").path("code").asInt())).toList();
    }

    /** The client cannot be seen to have gone before there is an answer to write: the batch is run to its end. */
    @Test
    public void theClientLeaves() throws Exception {
        for (int parallel : new int[] {1, 4}) {
            Hall left = new Hall();
            String path = "left/" + parallel;
            register(Work.class, left, open(path, JsonRpcConstants.BATCH_PARALLEL, parallel));
            String body = batch("hold", 8);
            try (RawConnection client = new RawConnection(http.base())) {
                client.send("POST /rpc/json-rpc/" + path + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                left.entered.acquire(parallel);
            }
            left.end.countDown();
            awaitNothingInProgress(path);
            assertEquals(8, left.made.get());
        }
    }

    /** The service leaves: the batch is run to its end on the object on which it began. */
    @Test
    public void theServiceLeaves() throws Exception {
        for (int parallel : new int[] {1, 4}) {
            Hall left = new Hall();
            String path = "leaving/" + parallel;
            ServiceRegistration<?> registration =
                    register(Work.class, left, open(path, JsonRpcConstants.BATCH_PARALLEL, parallel));
            Future<HttpResponse<String>> batch = start(() -> http.post(path, batch("hold", 8)));
            left.entered.acquire(parallel);
            registration.unregister();
            assertEquals(404, http.status(path + "/hold"));
            left.end.countDown();
            assertAnswers(8, batch.get(PATIENCE, TimeUnit.SECONDS));
            assertEquals(8, left.made.get());
        }
    }
}
