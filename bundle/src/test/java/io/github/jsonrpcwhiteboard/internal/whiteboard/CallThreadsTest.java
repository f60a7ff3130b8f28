package io.github.jsonrpcwhiteboard.internal.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Threads of either kind. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallThreadsTest {

    /** A plugin's value that threads would inherit. */
    private static final InheritableThreadLocal<String> INHERITABLE = new InheritableThreadLocal<>();

    private static Thread run(CallThreads threads) throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CompletableFuture<String> inherited = new CompletableFuture<>();
        ClassLoader plugins = new ClassLoader(null) {
        };
        Thread.currentThread().setContextClassLoader(plugins);
        INHERITABLE.set("plugin's");
        try {
            threads.execute(() -> {
                inherited.complete(INHERITABLE.get());
                assertNotSame(plugins, Thread.currentThread().getContextClassLoader());
                thread.complete(Thread.currentThread());
            });
            assertNull(inherited.get(20, TimeUnit.SECONDS));
            return thread.get(20, TimeUnit.SECONDS);
        } finally {
            INHERITABLE.remove();
            Thread.currentThread().setContextClassLoader(null);
        }
    }

    @Test
    void ofThePool() throws Exception {
        try (CallThreads threads = new CallThreads(null)) {
            Thread thread = run(threads);
            assertEquals("jsonrpc-call", thread.getName());
            assertTrue(thread.isDaemon());
        }
    }

    @Test
    void thePoolIsBounded() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (CallThreads threads = new CallThreads(null)) {
            CountDownLatch begun = new CountDownLatch(256);
            for (int i = 0; i < 256; i++) {
                threads.execute(() -> {
                    begun.countDown();
                    awaitEnd(end);
                });
            }
            begun.await();
            assertThrows(RejectedExecutionException.class, () -> threads.execute(() -> {
            }));
        } finally {
            end.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void notVirtualBeforeJava21() {
        assertNull(CallThreads.virtualThreads());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualFromJava21On() throws Exception {
        assertNotNull(CallThreads.virtualThreads());
        try (CallThreads threads = new CallThreads()) {
            Thread thread = run(threads);
            assertTrue((Boolean) Thread.class.getMethod("isVirtual").invoke(thread));
            assertEquals("jsonrpc-call", thread.getName());
        }
    }
}
