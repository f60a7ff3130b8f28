package io.github.jsonrpcwhiteboard.internal.protocol;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.github.jsonrpcwhiteboard.CallContext;

/** Takes its time. Remembers what was executed. */
final class SlowService implements Slow {

    final List<String> executed = new CopyOnWriteArrayList<>();
    final CountDownLatch swallowing = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    final CountDownLatch secondBegun = new CountDownLatch(1);
    final CountDownLatch secondMayEnd = new CountDownLatch(1);
    volatile CompletionStage<Object> stage = new CompletableFuture<>();

    @Override
    public String quick(String text) {
        executed.add(text);
        return text;
    }

    @Override
    public String waits() throws InterruptedException {
        executed.add("waits");
        new CountDownLatch(1).await();
        return "never";
    }

    @Override
    public String swallows() {
        executed.add("swallows");
        swallowing.countDown();
        awaitUninterruptibly(release);
        return "released";
    }

    @Override
    public String second() throws InterruptedException {
        executed.add("second");
        secondBegun.countDown();
        secondMayEnd.await();
        return "second";
    }

    @Override
    public CompletionStage<Object> stage() {
        return stage;
    }

    @Override
    public Instant deadline() {
        return CallContext.current().deadline();
    }

    static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
