package io.github.jsonrpcwhiteboard.internal.protocol;

import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcwhiteboard.CallContext;

/** Remembers who was there. */
final class Hall implements Meeting {

    final Set<String> met = ConcurrentHashMap.newKeySet();
    final Queue<Instant> deadlines = new ConcurrentLinkedQueue<>();
    final Set<Thread> guests = ConcurrentHashMap.newKeySet();
    final AtomicInteger inside = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final CompletableFuture<String> stage = new CompletableFuture<>();
    final CountDownLatch end = new CountDownLatch(1);
    volatile CyclicBarrier barrier = new CyclicBarrier(1);

    @Override
    public String meet(String name) throws Exception {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        guests.add(Thread.currentThread());
        barrier.await(20, TimeUnit.SECONDS);
        inside.decrementAndGet();
        return name;
    }

    @Override
    public String name(String name) {
        met.add(name);
        return name;
    }

    @Override
    public CompletionStage<String> later(String name) {
        return stage.thenApply(late -> late + name);
    }

    @Override
    public String context() throws Exception {
        barrier.await(20, TimeUnit.SECONDS);
        return CallContext.current().method() + " " + Thread.currentThread().getContextClassLoader();
    }

    @Override
    public void waits() throws InterruptedException {
        met.add("waits");
        deadlines.add(CallContext.current().deadline());
        end.await();
    }

    @Override
    public void hangs() {
        met.add("hangs");
        SlowService.awaitUninterruptibly(end);
    }
}
