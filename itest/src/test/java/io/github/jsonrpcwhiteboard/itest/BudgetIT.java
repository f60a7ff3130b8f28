package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.assertRefused;
import static io.github.jsonrpcwhiteboard.itest.Http.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.service.cm.ConfigurationAdmin;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;

/** Overload: what is too much is refused at once, and everybody else is served. */
public class BudgetIT extends InContainer {

    private static final String HEAVY = "{\"jsonrpc\":\"2.0\",\"method\":\"name\",\"id\":1}";

    @Inject
    private ConfigurationAdmin admin;

    private Configurator configurator;
    private State state;
    private final Desk desk = new Desk();

    /** The published interface. */
    public interface Work {

        /**
         * Answers at once.
         *
         * @return something
         */
        String name();

        /**
         * Waits until the test lets it go.
         *
         * @return something
         * @throws InterruptedException if that takes too long
         */
        String hold() throws InterruptedException;

        /** Waits until the test lets it go, interrupted or not. */
        void hang();

        /**
         * Much.
         *
         * @param size of the text
         * @return a text
         */
        String text(int size);

        /**
         * More than anybody wants.
         *
         * @return no end
         */
        Iterator<String> endless();
    }

    private static final class Desk implements Work {

        private final Semaphore entered = new Semaphore(0);
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public String name() {
            return "desk";
        }

        @Override
        public String hold() throws InterruptedException {
            entered.release();
            end.await();
            return "held";
        }

        @Override
        public void hang() {
            entered.release();
            boolean ended = false;
            while (!ended) {
                try {
                    end.await();
                    ended = true;
                } catch (InterruptedException e) {
                    // that is what makes it hang
                }
            }
        }

        @Override
        public String text(int size) {
            return "x".repeat(size);
        }

        @Override
        public Iterator<String> endless() {
            return Stream.generate(() -> "and so on").iterator();
        }
    }

    /**
     * The container with Configuration Admin.
     *
     * @return its options
     */
    @Override
    @Configuration
    public Option[] container() {
        return options(Containers.host(Containers.BOTH), Containers.configAdmin(), Containers.whiteboard());
    }

    /** Registers the endpoints. */
    @Before
    public void register() {
        configurator = new Configurator(admin);
        state = new State(context);
        register(Work.class, new Desk(), open("other"));
        register(Work.class, desk, open("narrow", JsonRpcConstants.MAX_CONCURRENT, 2));
        register(Work.class, desk, open("wide"));
        register(Work.class, desk, open("hanging", JsonRpcConstants.TIMEOUT, 200L));
    }

    /** Frees the threads. */
    @After
    public void end() {
        desk.end.countDown();
    }

    private List<Future<String>> hold(int calls, String path) throws InterruptedException {
        List<Future<String>> held = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            held.add(start(() -> http.light(path + "/hold", "[]").asText()));
        }
        assertTrue("not held", desk.entered.tryAcquire(calls, PATIENCE, TimeUnit.SECONDS));
        return held;
    }

    private void assertBusy(String limit, int value, HttpResponse<String> response) {
        assertRefused(503, -32005, response);
        assertTrue(Integer.parseInt(response.headers().firstValue("Retry-After").orElse("0")) >= 1);
        assertEquals(json("{\"limit\":\"" + limit + "\",\"value\":" + value + "}"),
                Http.error(response).path("data"));
    }

    private void letGo(List<Future<String>> held) throws Exception {
        desk.end.countDown();
        for (Future<String> call : held) {
            assertEquals("held", call.get(PATIENCE, TimeUnit.SECONDS));
        }
    }

    /** A service has as many calls at a time as it declares; one more is refused, and others are not concerned. */
    @Test
    public void maxConcurrent() throws Exception {
        List<Future<String>> held = hold(2, "narrow");
        assertBusy("endpoint.calls", 2, http.post("narrow/name", "[]"));
        assertBusy("endpoint.calls", 2, http.post("narrow", HEAVY));
        assertBusy("endpoint.calls", 2, http.post("narrow", '[' + HEAVY + ',' + HEAVY + ']'));
        assertEquals("desk", http.light("wide/name", "[]").asText());
        assertEquals("desk", http.light("other/name", "[]").asText());
        assertEquals(2, state.endpoint("narrow").callsInProgress);
        assertEquals(2, state.endpoint("narrow").maxConcurrent);
        letGo(held);
        state.awaitCounts("narrow", endpoint -> endpoint.callsInProgress == 0);
        assertEquals("desk", http.light("narrow/name", "[]").asText());
    }

    /** A caller that waits for each answer has one call in progress, not two, however busy the server is. */
    @Test
    public void oneAfterTheOther() throws Exception {
        List<Future<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String path = "single/" + i;
            register(Work.class, desk, open(path, JsonRpcConstants.MAX_CONCURRENT, 1));
            callers.add(start(() -> {
                int refused = 0;
                for (int call = 0; call < 200; call++) {
                    refused += http.status(path + "/name") == 200 ? 0 : 1;
                }
                return refused;
            }));
        }
        int refused = 0;
        for (Future<Integer> caller : callers) {
            refused += caller.get(PATIENCE, TimeUnit.SECONDS);
        }
        assertEquals("refused of 3200", 0, refused);
    }

    /** The server has as many calls at a time as are configured. */
    @Test
    public void callsLimit() throws Exception {
        List<Future<String>> held = hold(3, "wide");
        configurator.set("calls.limit", 3, () -> http.status("other/name") == 503);
        try {
            assertBusy("calls", 3, http.post("other/name", "[]"));
            assertBusy("calls", 3, http.post("other", HEAVY));
            assertRefused(404, http.post("none", HEAVY));
            letGo(held);
            state.awaitCounts("wide", endpoint -> endpoint.callsInProgress == 0);
            assertEquals("desk", http.light("other/name", "[]").asText());
        } finally {
            configurator.reset(() -> http.status("other/name") == 200);
        }
    }

    /** Times of as many calls, each of which must be answered well. */
    private long medianOf200() {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long begin = System.nanoTime();
            assertEquals("desk", http.light("other/name", "[]").asText());
            times.add(System.nanoTime() - begin);
        }
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    /** A service that never returns is answered for, and does not take the server with it. */
    @Test
    public void thousandHanging() throws Exception {
        medianOf200();
        long before = medianOf200();
        Map<Integer, Integer> outcomes = thousandCalls();
        int limit = (int) state.endpoint("hanging").maxConcurrent;
        assertEquals(Map.of(-32002, limit, 503, 1000 - limit), outcomes);
        EndpointDTO hanging = state.endpoint("hanging");
        assertEquals(limit, hanging.callsOverdue);
        assertEquals(limit, hanging.callsInProgress);
        long meanwhile = medianOf200();
        assertTrue(before + " ns, and meanwhile " + meanwhile,
                meanwhile < 2 * before + TimeUnit.MILLISECONDS.toNanos(20));
        assertBusy("endpoint.calls", limit, http.post("hanging/name", "[]"));
        desk.end.countDown();
        state.awaitCounts("hanging", endpoint -> endpoint.callsOverdue == 0 && endpoint.callsInProgress == 0);
        assertEquals("desk", http.light("hanging/name", "[]").asText());
    }

    /** How many of a thousand calls, from 64 threads, were answered with which code or status. */
    private Map<Integer, Integer> thousandCalls() throws Exception {
        AtomicInteger rest = new AtomicInteger(1000);
        List<Future<List<Integer>>> clients = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            clients.add(start(() -> {
                List<Integer> mine = new ArrayList<>();
                while (rest.getAndDecrement() > 0) {
                    HttpResponse<String> response = http.post("hanging/hang", "[]");
                    mine.add(response.statusCode() == 200 ? Http.error(response).path("code").asInt()
                            : response.statusCode());
                }
                return mine;
            }));
        }
        Map<Integer, Integer> outcomes = new TreeMap<>();
        for (Future<List<Integer>> client : clients) {
            client.get(3 * PATIENCE, TimeUnit.SECONDS).forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
        }
        return outcomes;
    }

    /** A result over the limit ends where the limit is, and the others of the batch are answered. */
    @Test
    public void responseLimit() throws IOException {
        int limit = 10_000;
        configurator.set("response.limit", limit,
                () -> Http.error(http.post("other/text", "[10000]")).path("code").asInt() == -32005);
        try {
            assertEquals(json("{\"limit\":\"response\",\"value\":" + limit + "}"),
                    http.lightError(-32005, "other/text", "[" + (limit - 1) + "]").path("data"));
            assertEquals(limit - 2, http.light("other/text", "[" + (limit - 2) + "]").asText().length());
            http.lightError(-32005, "other/endless", "[]");
            String answers = http.post("other", '[' + HEAVY + ",{\"jsonrpc\":\"2.0\",\"method\":\"endless\",\"id\":2},"
                    + HEAVY + ",{\"jsonrpc\":\"2.0\",\"method\":\"text\",\"params\":[9000],\"id\":3},"
                    + "{\"jsonrpc\":\"2.0\",\"method\":\"text\",\"params\":[9000],\"id\":4},\"x\"]").body();
            List<String> codes = json(answers).findParents("jsonrpc").stream()
                    .map(answer -> answer.path("id") + " " + answer.path("error").path("code").asInt()).toList();
            assertEquals(List.of("1 0", "2 -32005", "1 0", "3 0", "4 -32005", "null -32600"), codes);
        } finally {
            configurator.reset(() -> http.light("other/text", "[10000]").asText().length() == 10_000);
        }
    }
}
