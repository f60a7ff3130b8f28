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
    private int place;
    /** That of the call that runs, or of one before it, so that beginning a call need not write it. */
    private volatile long deadline;
    /** Guarded by the sequence, like all below: the call that runs, null between two. */
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
        this.place = watchdog.begin(this);
    }

    /** Another one begins. The watchdog knows of it already, unless it has given one up. */
    void enter(Call next, int at) {
        synchronized (sequence) {
            call = next;
            index = at;
            expired = false;
            if (abandoned) {
                abandoned = false;
                deadline = next.deadline();
                place = watchdog.begin(this);
            }
        }
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public void onDeadline(long now) {
        synchronized (sequence) {
            if (call == null || abandoned || deadline - now > 0) {
                return; // it has ended meanwhile
            }
            if (expired) {
                abandon(index, call.timeout());
            } else if (call.deadline() - now > 0) {
                deadline = call.deadline(); // it is already the next one
            } else {
                expired = true;
                deadline = now + GRACE_NANOS;
                thread.interrupt();
            }
        }
    }

    private void abandon(int stuck, long timeout) {
        // First: if there is no thread to be had, the watchdog tries again at its next look.
        watchdog.rescuers().execute(() -> sequence.abandon(stuck, timeout));
        watchdog.end(this, place);
        abandoned = true;
        sequence.target().overdue(1);
    }

    /** Whether the sequence was answered without the call that was the last. */
    boolean isAbandoned() {
        synchronized (sequence) {
            return abandoned;
        }
    }

    /** The call is over; true if it is too late. No interruption of ours is left behind on the thread. */
    boolean leave() {
        synchronized (sequence) {
            call = null;
            if (expired) {
                Thread.interrupted();
            }
            if (abandoned) {
                sequence.target().overdue(-1);
            }
            return expired;
        }
    }

    /** There are no more calls. */
    void end() {
        watchdog.end(this, place);
    }
}
