package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;

/**
 * How many bytes a call allocates, which does not depend on the machine. The JVM's compiler is told not to save any,
 * which it can do for a quarter of them (see the benchmarks). The bounds are what was measured, and a little more.
 */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MEBIBYTE = 1024 * 1024;
    private static final Watchdog WATCHDOG = new Watchdog();

    private final Dispatcher dispatcher = new Dispatcher(Settings.of(Map.of(), problem -> {
        throw new IllegalArgumentException(problem);
    }).limits(), WATCHDOG, result -> null, false);
    private final RpcTarget target = LocalTarget.of(Service.class, new Library(), 0);
    private final Caller caller = Caller.anonymous("127.0.0.1");

    /** What is called. */
    public interface Service {

        String greet(String name, int age);

        String find(long id);

        String find(String title);

        int store(Book book);

        Book load(long id);
    }

    /** A bean. */
    public static class Book {
        public String title;
        public String content;
    }

    private static final class Library implements Service {

        private final Book book = new Book();

        Library() {
            book.content = "a line\n".repeat(MEBIBYTE / 7);
        }

        @Override
        public String greet(String name, int age) {
            return name;
        }

        @Override
        public String find(long id) {
            return "by id";
        }

        @Override
        public String find(String title) {
            return "by title";
        }

        @Override
        public int store(Book stored) {
            return stored.content.length();
        }

        @Override
        public Book load(long id) {
            return book;
        }
    }

    @AfterAll
    static void stop() {
        WATCHDOG.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "greet | [\"Ada\",36] | 920",
        "greet | {\"name\":\"Ada\",\"age\":36} | 920",
        "find | [42] | 920",
        "find | [\"Home\"] | 920"})
    void aSmallCall(String method, String params, int bound) {
        check(request(method, params), 2000, bound);
    }

    @Test
    void aCallOfABatch() {
        String batch = "[" + String.join(",", Collections.nCopies(100, request("greet", "[\"Ada\",36]"))) + "]";
        check(batch, 100, 33_400);
    }

    @Test
    void aLargeBodyThatComes() {
        String content = "a line\\n".repeat(MEBIBYTE / 8);
        String body = request("store", "[{\"title\":\"x\",\"content\":\"" + content + "\"}]");
        check(body, 5, 3 * MEBIBYTE);
    }

    @Test
    void aLargeBodyThatGoes() {
        check(request("load", "[1]"), 5, 3 * MEBIBYTE);
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":7}";
    }

    /** The first calls allocate what stays. */
    private void check(String body, int calls, long bound) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long least = Long.MAX_VALUE;
        long end = System.nanoTime() + 20_000_000_000L;
        while (least > bound && System.nanoTime() < end) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < calls; i++) {
                dispatcher.heavy(target, caller, bytes, (answer, threadIsStuck) -> answer.release());
            }
            least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / calls);
        }
        assertTrue(least <= bound, least + " bytes, " + bound + " is the bound");
    }
}
