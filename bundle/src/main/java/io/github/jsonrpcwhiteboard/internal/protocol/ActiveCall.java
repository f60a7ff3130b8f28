package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The calls of a sequence, of which its thread makes one at a time. At the deadline of a call the thread is
 * interrupted; if it does not come back soon after, the sequence is answered without it. A call that is in time takes
 * no lock: that saves a tenth of a batch.
 */
final class ActiveCall implements Watchdog.Watched {

    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** No call runs. */
    private static final int NONE = 0;

    private final Watchdog watchdog;
    private final CallSequence sequence;
    private final Thread thread = Thread.currentThread();
    /** Index of the call that runs plus one, so that what is meant for one hits no other; negative if it is late. */
    private final AtomicInteger running = new AtomicInteger();
    /** Not later than that of the call that runs, so that it need not be written for each. */
    private volatile long deadline;
    /** Written by the running thread before {@link #running}. */
    private Call call;
    private int index;
    /** Guarded by the sequence; for the running thread, too, while no call runs. */
    private boolean abandoned;
    private final int place;

    /** The first call that this thread makes for a sequence, at an index of it, begins. */
    ActiveCall(Watchdog watchdog, CallSequence sequence, Call first, int at) {
        this.watchdog = watchdog;
        this.sequence = sequence;
        this.deadline = first.deadline();
        enter(first, at);
        this.place = watchdog.begin(this);
    }

    /** A call begins. */
    void enter(Call next, int at) {
        call = next;
        index = at;
        abandoned = false;
        running.lazySet(at + 1);
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public void onDeadline(long now) {
        synchronized (sequence) {
            int at = running.get();
            Call which = call;
            if (at == NONE || abandoned || deadline - now > 0) {
                return; // it has ended meanwhile
            }
            if (at < 0) {
                abandon(-at - 1, which.timeout());
            } else if (which.deadline() - now > 0) {
                deadline = which.deadline(); // it is already the next one
            } else if (running.compareAndSet(at, -at)) {
                deadline = now + GRACE_NANOS;
                thread.interrupt();
            }
        }
    }

    private void abandon(int stuck, long timeout) {
        // First: if there is no thread to be had, the watchdog tries again at its next look.
        watchdog.rescuers().execute(() -> sequence.abandon(stuck, timeout));
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
        if (running.compareAndSet(index + 1, NONE)) {
            return false;
        }
        synchronized (sequence) {
            running.set(NONE);
            Thread.interrupted();
            if (abandoned) {
                sequence.target().overdue(-1);
            }
            return true;
        }
    }

    /** There are no more calls. */
    void end() {
        watchdog.end(this, place);
    }
}
