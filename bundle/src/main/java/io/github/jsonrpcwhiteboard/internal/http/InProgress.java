package io.github.jsonrpcwhiteboard.internal.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what is in progress: the places of calls that have a thread, the requests that wait for a result without one,
 * and the unanswered requests. A request whose service does not come back is answered without it, but still has a
 * place. Safe for use by several threads.
 */
final class InProgress {

    private final AtomicInteger places = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean draining;

    /** Takes a place, unless as many are taken as the limit allows. */
    boolean take(int limit) {
        return increment(places, limit);
    }

    void free() {
        places.decrementAndGet();
    }

    /** Begins to wait, in exchange for a place; false, and the place is kept, if as many wait as the limit allows. */
    boolean await(int limit) {
        boolean waits = increment(waiting, limit);
        if (waits) {
            places.decrementAndGet();
        }
        return waits;
    }

    void endWaiting() {
        waiting.decrementAndGet();
    }

    private static boolean increment(AtomicInteger count, int limit) {
        if (count.incrementAndGet() <= limit) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    /** A request has begun, which will be {@link #answered}. */
    void begun() {
        unanswered.incrementAndGet();
    }

    void answered() {
        // Nobody waits but at the end: without the look, threads that answer at the same time waited for each other.
        if (unanswered.decrementAndGet() == 0 && draining) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Waits until all are answered; false if that takes too long. */
    synchronized boolean drain(long time, TimeUnit unit) throws InterruptedException {
        draining = true;
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
