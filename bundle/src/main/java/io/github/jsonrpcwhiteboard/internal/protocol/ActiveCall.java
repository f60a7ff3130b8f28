package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.concurrent.TimeUnit;

/**
 * A call that runs on a thread. At its deadline the thread is interrupted; if it does not come back soon after, the
 * sequence is answered without it.
 */
final class ActiveCall implements Watchdog.Watched {

    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Watchdog watchdog;
    private final CallSequence sequence;
    private final int index;
    private final Call call;
    private final Thread thread = Thread.currentThread();
    private volatile long deadline;
    /** Guarded by this. */
    private boolean active = true;
    /** Guarded by this. */
    private boolean expired;
    /** Guarded by this. */
    private boolean abandoned;

    /** A call of this thread: that of an index in the sequence. */
    ActiveCall(Watchdog watchdog, CallSequence sequence, int index, Call call) {
        this.watchdog = watchdog;
        this.sequence = sequence;
        this.index = index;
        this.call = call;
        this.deadline = call.deadline();
        watchdog.add(this);
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public synchronized void onDeadline(long now) {
        if (!active) {
            return;
        }
        if (expired) {
            // First: if there is no thread to be had, the watchdog tries again at its next look.
            watchdog.rescuers().execute(() -> sequence.abandon(index, call.timeout()));
            watchdog.remove(this);
            abandoned = true;
            sequence.target().overdue(1);
        } else {
            expired = true;
            deadline = now + GRACE_NANOS;
            thread.interrupt();
        }
    }

    /** Whether the sequence was answered without this call. */
    synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** The call is over; true if it is too late. No interruption of ours is left behind on the thread. */
    synchronized boolean leave() {
        active = false;
        watchdog.remove(this);
        if (expired) {
            Thread.interrupted();
        }
        if (abandoned) {
            sequence.target().overdue(-1);
        }
        return expired;
    }
}
