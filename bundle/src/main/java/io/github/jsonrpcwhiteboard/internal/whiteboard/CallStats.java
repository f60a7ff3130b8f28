package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls of one service, over all its revisions, or those of all services. Safe for use by several threads.
 */
final class CallStats {

    /** Counts these calls as well, also when the service has gone; null for the sum itself. */
    private final CallStats total;
    private final AtomicInteger inProgress = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger overdue = new AtomicInteger();

    CallStats(CallStats total) {
        this.total = total;
    }

    /** Begins a request, unless there are as many as the limit allows, maybe with those that wait without a thread. */
    boolean begin(long limit, boolean countWaiting) {
        int now = inProgress.incrementAndGet();
        if (now + (countWaiting ? waiting.get() : 0) <= limit) {
            total.inProgress.incrementAndGet();
            return true;
        }
        inProgress.decrementAndGet();
        return false;
    }

    void end() {
        total.inProgress.decrementAndGet();
        inProgress.decrementAndGet();
    }

    /** A request that is in progress waits from now on. For a moment it is counted twice rather than not at all. */
    void await() {
        total.waiting.incrementAndGet();
        total.inProgress.decrementAndGet();
        waiting.incrementAndGet();
        inProgress.decrementAndGet();
    }

    void endWaiting() {
        total.waiting.decrementAndGet();
        waiting.decrementAndGet();
    }

    /** Notes that a call ignores its interruption (1), or has come back at last (-1). */
    void overdue(int change) {
        total.overdue.addAndGet(change);
        overdue.addAndGet(change);
    }

    int inProgress() {
        return inProgress.get();
    }

    int waiting() {
        return waiting.get();
    }

    int overdue() {
        return overdue.get();
    }
}
