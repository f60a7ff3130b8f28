package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls of one service, over all its revisions. Safe for use by several threads. */
final class CallStats {

    private final AtomicInteger inProgress = new AtomicInteger();
    private final AtomicInteger overdue = new AtomicInteger();

    /** Begins a request, unless there are as many as the limit allows. */
    boolean begin(long limit) {
        if (inProgress.incrementAndGet() <= limit) {
            return true;
        }
        inProgress.decrementAndGet();
        return false;
    }

    void end() {
        inProgress.decrementAndGet();
    }

    /** Notes that a call ignores its interruption (1), or has come back at last (-1). */
    void overdue(int change) {
        overdue.addAndGet(change);
    }

    int inProgress() {
        return inProgress.get();
    }

    int overdue() {
        return overdue.get();
    }
}
