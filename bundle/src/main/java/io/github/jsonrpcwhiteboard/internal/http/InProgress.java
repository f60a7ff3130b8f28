package io.github.jsonrpcwhiteboard.internal.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests in progress. Safe for use by several threads. */
final class InProgress {

    private final AtomicInteger count = new AtomicInteger();

    /** Begins one, unless there are as many as the limit allows. */
    boolean enter(int limit) {
        if (count.incrementAndGet() <= limit) {
            return true;
        }
        leave();
        return false;
    }

    void leave() {
        if (count.decrementAndGet() == 0) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Waits until there is none; false if that takes too long. */
    synchronized boolean drain(long time, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(time);
        while (count.get() > 0) {
            long rest = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (rest <= 0) {
                return false;
            }
            wait(rest);
        }
        return true;
    }
}
