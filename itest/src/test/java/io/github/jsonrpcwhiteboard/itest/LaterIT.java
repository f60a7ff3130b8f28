package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;

import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.service.cm.ConfigurationAdmin;

/** Results that come later wait without a thread, in numbers that no server has threads for. */
public class LaterIT extends InContainer {

    private static final int MANY = 5000;
    /** Tells which configuration is in force. */
    private static final String LONG_ID = "{\"jsonrpc\":\"2.0\",\"method\":\"soon\",\"id\":\"ab\"}";

    @Inject
    private ConfigurationAdmin admin;

    private final Service service = new Service();
    private State state;

    /** The published interface. */
    public interface Later {

        /**
         * Answers when all have come.
         *
         * @return a text
         */
        CompletionStage<String> together();

        /**
         * Answers at any moment.
         *
         * @return a text
         */
        CompletionStage<String> soon();
    }

    private static final class Service implements Later {

        private final AtomicInteger come = new AtomicInteger();
        /** So many may be on their way: connections that nobody accepts yet are limited by the system. */
        private final Semaphore way = new Semaphore(100);
        private final CompletableFuture<String> all = new CompletableFuture<>();

        @Override
        public CompletionStage<String> together() {
            way.release();
            if (come.incrementAndGet() == MANY) {
                all.completeAsync(() -> "all");
            }
            return all;
        }

        @Override
        public CompletionStage<String> soon() {
            Executor moment = CompletableFuture.delayedExecutor(ThreadLocalRandom.current().nextInt(500),
                    TimeUnit.MICROSECONDS);
            return CompletableFuture.supplyAsync(() -> "soon", moment);
        }
    }

    /**
     * The container, with Configuration Admin and the usual number of threads.
     *
     * @return its options
     */
    @Override
    @Configuration
    public Option[] container() {
        return options(frameworkProperty("org.apache.felix.http.jetty.threadpool.max").value("200"),
                Containers.host(Containers.BOTH), Containers.configAdmin(), Containers.whiteboard());
    }

    /** Registers the endpoint. */
    @Before
    public void register() {
        state = new State(context);
        register(Later.class, service, open("later"));
    }

    private void awaitNothingInProgress() {
        state.awaitCounts("later", endpoint -> endpoint.callsInProgress == 0 && endpoint.callsWaiting == 0);
    }

    /** None is answered before the last one has come, so all of them wait at the same time. */
    @Test
    public void thousandsWait() throws Exception {
        http.status("later/soon");
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            assertTrue("not come", service.way.tryAcquire(PATIENCE, TimeUnit.SECONDS));
            calls.add(client.sendAsync(http.request("later/together").header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("[]")).build(), BodyHandlers.ofString())
                    .whenComplete((response, failure) -> service.all.complete("all but those that are back")));
        }
        Map<String, Integer> outcomes = new TreeMap<>();
        for (CompletableFuture<HttpResponse<String>> call : calls) {
            HttpResponse<String> response = call.get(3 * PATIENCE, TimeUnit.SECONDS);
            outcomes.merge(response.statusCode() + " " + response.body(), 1, Integer::sum);
        }
        assertEquals(Map.of("200 \"all\"", MANY), outcomes);
        awaitNothingInProgress();
    }

    /** Few may wait, so that some do and some keep their places; the results come just when the threads leave. */
    @Test
    public void theyRace() throws Exception {
        Configurator configurator = new Configurator(admin);
        configurator.set(Map.of("waiting.limit", 3, "id.limit", 1),
                () -> http.post("later", LONG_ID).body().contains("-32600"));
        try {
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                clients.add(start(() -> {
                    int answered = 0;
                    for (int call = 0; call < 200; call++) {
                        answered += "soon".equals(http.light("later/soon", "[]").asText()) ? 1 : 0;
                    }
                    return answered;
                }));
            }
            int answered = 0;
            for (Future<Integer> client : clients) {
                answered += client.get(3 * PATIENCE, TimeUnit.SECONDS);
            }
            assertEquals(16 * 200, answered);
            awaitNothingInProgress();
            assertTrue(state.endpoint("later").callsOverdue == 0);
        } finally {
            configurator.reset(() -> http.post("later", LONG_ID).body().contains("\"ab\""));
        }
    }
}
