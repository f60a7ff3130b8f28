package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls of one service, over all its revisions. Safe for use by several threads. */
final class CallStats {

    private final AtomicInteger inProgress = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger overdue = new AtomicInteger();

    /** Begins a request, unless there are as many as the limit allows, maybe with those that wait without a thread. */
    boolean begin(long limit, boolean countWaiting) {
        int now = inProgress.incrementAndGet();
        if (now + (countWaiting ? waiting.get() : 0) <= limit) {
            return true;
        }
        inProgress.decrementAndGet();
        return false;
    }

    void end() {
        inProgress.decrementAndGet();
    }

    /** A request that is in progress waits from now on. For a moment it is counted twice rather than not at all. */
    void await() {
        waiting.incrementAndGet();
        inProgress.decrementAndGet();
    }

    void endWaiting() {
        waiting.decrementAndGet();
    }

    /** Notes that a call ignores its interruption (1), or has come back at last (-1). */
    void overdue(int change) {
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
