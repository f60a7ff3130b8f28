package io.github.jsonrpcwhiteboard.internal.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests in progress, and of these the unanswered: a request whose service does not come back is answered
 * without it, but still has a thread. Safe for use by several threads.
 */
final class InProgress {

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /** Begins one, unless there are as many as the limit allows. */
    boolean enter(int limit) {
        if (count.incrementAndGet() > limit) {
            count.decrementAndGet();
            return false;
        }
        unanswered.incrementAndGet();
        return true;
    }

    void answered() {
        if (unanswered.decrementAndGet() == 0) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    void leave() {
        count.decrementAndGet();
    }

    /** Waits until all are answered; false if that takes too long. */
    synchronized boolean drain(long time, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(time);
        while (unanswered.get() > 0) {
            long rest = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (rest <= 0) {
                return false;
            }
            wait(rest);
        }
        return true;
    }
}
