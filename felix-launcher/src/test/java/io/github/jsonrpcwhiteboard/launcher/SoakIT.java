package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clients, of whose requests a third is bad, while a plugin comes and goes. Short unless {@code soak.seconds} says
 * otherwise; CONTRIBUTING has the command for the long one.
 */
class SoakIT {

    private static final int SECONDS = Integer.getInteger("soak.seconds", 10);
    private static final int CLIENTS = 64;
    private static final int MAX_REPORTED = 20;
    /** How what is least alive in the second half may compare with the first; requests in progress count too. */
    private static final double MAX_GROWTH = 1.2;

    @TempDir
    private Path directory;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final AtomicLong redeployed = new AtomicLong();
    private volatile boolean over;

    private record Kind(String path, String type, String body, BiPredicate<Integer, String> expected) {
    }

    private static Kind kind(String path, String body, int status, String part) {
        return new Kind(path, "application/json", body, (s, answer) -> s == status && answer.contains(part));
    }

    private static List<Kind> kinds() {
        String heavy = "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[\"x\"],\"id\":7}";
        return List.of(
                kind("stays", heavy, 200, "{\"jsonrpc\":\"2.0\",\"result\":\"x\",\"id\":7}"),
                kind("stays/echo", "[\"y\"]", 200, "\"y\""),
                kind("stays/echo", "{\"text\":\"z\"}", 200, "\"z\""),
                kind("stays", "[" + heavy + "," + heavy + "]", 200, "\"id\":7},{"),
                kind("stays", heavy.replace(",\"id\":7", ""), 204, ""),
                new Kind("comes/echo", "application/json", "[\"c\"]", (s, answer) -> s == 200 && "\"c\"".equals(answer)
                        || s == 404 && answer.contains("no such endpoint")),
                kind("stays", "{", 200, "-32700"),
                kind("stays/nope", "[]", 200, "-32601"),
                kind("stays/echo", "[{}]", 200, "-32602"),
                kind("stays", "[]", 200, "-32600"),
                kind("nobody/echo", "[\"y\"]", 404, "no such endpoint"),
                new Kind("stays", "text/plain", heavy, (s, answer) -> s == 415 && answer.contains("-32600")),
                kind("stays/echo", "[" + "[".repeat(200), 200, "nesting"),
                kind("closed/echo", "[\"y\"]", 401, "-32001"));
    }

    @Test
    void everyAnswerIsRightAndTheHeapStaysFlat() throws Exception {
        Path plugins = Files.createDirectory(directory.resolve("plugins"));
        Path conf = Files.createDirectory(directory.resolve("conf"));
        PluginJar.endpoint(plugins.resolve("stays.jar"), "stays", true);
        PluginJar.endpoint(plugins.resolve("closed.jar"), "closed", false);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
        try (LauncherProcess launcher = LauncherProcess.start(directory, LauncherProcess.DIST, "--port", "0",
                "--plugins", plugins.toString(), "--data",
                directory.resolve("data").toString(), "--conf", conf.toString())) {
            String url = launcher.url() + "rpc/json-rpc/";
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int seed = i;
                running.add(clients.submit(() -> call(url, seed)));
            }
            running.add(clients.submit(() -> redeploy(url, plugins)));
            List<Long> heap = measure(launcher);
            over = true;
            for (Future<?> task : running) {
                task.get(60, TimeUnit.SECONDS);
            }
            System.out.println("soak: " + SECONDS + " s, " + requests + " requests, " + busy + " answered 503, "
                    + redeployed + " redeployments, bytes alive " + heap);
            assertEquals(List.of(), List.copyOf(wrong));
            assertTrue(redeployed.get() > 0 && requests.get() > 0);
            long early = Collections.min(heap.subList(0, heap.size() / 2));
            long late = Collections.min(heap.subList(heap.size() / 2, heap.size()));
            assertTrue(late <= early * MAX_GROWTH, () -> "heap grows: " + heap);
        } finally {
            over = true;
            clients.shutdownNow();
        }
    }

    /** What is alive in the heap, ten times in the time that the soak takes. */
    private List<Long> measure(LauncherProcess launcher) throws Exception {
        List<Long> heap = new ArrayList<>();
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 10; i++) {
            assertFalse(never.await(SECONDS * 100L, TimeUnit.MILLISECONDS));
            heap.add(launcher.bytesAlive());
        }
        return heap;
    }

    private void call(String url, int seed) {
        List<Kind> kinds = kinds();
        URI base = URI.create(url);
        KeptConnection connection = new KeptConnection(base.getPort());
        for (int i = seed; !over; i++) {
            Kind kind = kinds.get(i % kinds.size());
            try {
                KeptConnection.Reply reply = connection.post(base.getPath() + kind.path, kind.type, kind.body);
                requests.incrementAndGet();
                if (reply.status() == 503 && reply.retryAfter()) {
                    busy.incrementAndGet();
                } else if (!kind.expected.test(reply.status(), reply.body())) {
                    report(kind + " was answered " + reply);
                }
            } catch (IOException e) {
                report(kind + " failed: " + e);
                connection = new KeptConnection(base.getPort());
            }
        }
    }

    private void redeploy(String url, Path plugins) {
        Path jar = plugins.resolve("comes.jar");
        try {
            while (!over) {
                PluginJar.endpoint(jar, "comes", true);
                Http.await(200, url + "comes/echo", "[\"c\"]", null);
                Files.delete(jar);
                Http.await(404, url + "comes/echo", "[\"c\"]", null);
                redeployed.incrementAndGet();
            }
        } catch (IOException | InterruptedException | AssertionError e) {
            report("redeploying failed: " + e);
        }
    }

    private void report(String problem) {
        if (wrong.size() < MAX_REPORTED) {
            wrong.add(problem);
        }
    }
}
