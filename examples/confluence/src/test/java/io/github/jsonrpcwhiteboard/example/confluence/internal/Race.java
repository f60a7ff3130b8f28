package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that meet. */
final class Race {

    private Race() {
    }

    /** Starts all at the same moment, each on a thread of its own, and returns what they throw. */
    static List<Throwable> of(Callable<?>... calls) throws InterruptedException {
        return of(List.of(calls));
    }

    /** The same for calls that a test collects. */
    static List<Throwable> of(List<? extends Callable<?>> calls) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CyclicBarrier start = new CyclicBarrier(calls.size());
            List<Future<?>> futures = new ArrayList<>();
            for (Callable<?> call : calls) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<Throwable> thrown = new ArrayList<>();
            for (Future<?> future : futures) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    thrown.add(e.getCause());
                }
            }
            return thrown;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same call many times. */
    static List<Throwable> of(int times, Callable<?> call) throws InterruptedException {
        return of(Collections.nCopies(times, call));
    }
}
