package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.concurrent.TimeUnit;

/**
 * The calls of a sequence, of which its thread makes one at a time. At the deadline of a call the thread is
 * interrupted; if it does not come back soon after, the sequence is answered without it.
 */
final class ActiveCall implements Watchdog.Watched {

    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Watchdog watchdog;
    private final CallSequence sequence;
    private final Thread thread = Thread.currentThread();
    private volatile long deadline;
    /** Guarded by this, like all below: the call that runs, null between two. */
    private Call call;
    private int index;
    private boolean expired;
    private boolean abandoned;

    /** The first call that this thread makes for a sequence, at an index of it, begins. */
    ActiveCall(Watchdog watchdog, CallSequence sequence, Call first, int at) {
        this.watchdog = watchdog;
        this.sequence = sequence;
        this.call = first;
        this.index = at;
        this.deadline = first.deadline();
        watchdog.add(this);
    }

    /** Another one begins. The watchdog knows of it already, unless it has given one up. */
    synchronized void enter(Call next, int at) {
        call = next;
        index = at;
        expired = false;
        deadline = next.deadline();
        if (abandoned) {
            abandoned = false;
            watchdog.add(this);
        }
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public synchronized void onDeadline(long now) {
        if (call == null || abandoned || deadline - now > 0) {
            return; // it has ended meanwhile, or is already the next one
        }
        if (expired) {
            int stuck = index;
            long timeout = call.timeout();
            // First: if there is no thread to be had, the watchdog tries again at its next look.
            watchdog.rescuers().execute(() -> sequence.abandon(stuck, timeout));
            watchdog.remove(this);
            abandoned = true;
            sequence.target().overdue(1);
        } else {
            expired = true;
            deadline = now + GRACE_NANOS;
            thread.interrupt();
        }
    }

    /** Whether the sequence was answered without the call that was the last. */
    synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** The call is over; true if it is too late. No interruption of ours is left behind on the thread. */
    synchronized boolean leave() {
        call = null;
        if (expired) {
            Thread.interrupted();
        }
        if (abandoned) {
            sequence.target().overdue(-1);
        }
        return expired;
    }

    /** There are no more calls. */
    void end() {
        watchdog.remove(this);
    }
}
