package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.concurrent.TimeUnit;

/**
 * How long the calls of one body may take, each and, in a batch, all together. Begins when it is made. Safe for use by
 * several threads.
 */
final class TimeLimit {

    /** Ten years. With more, time itself would overflow. */
    private static final long MAX_MILLIS = TimeUnit.DAYS.toMillis(3650);

    private final RpcTarget target;
    private final long call;
    private final long total;
    private final long end;
    private final long begun = System.nanoTime();
    /** Guarded by this. */
    private boolean told;

    private TimeLimit(RpcTarget target, long call, long total) {
        this.target = target;
        this.call = call;
        this.total = total;
        this.end = after(begun, total);
    }

    /** The time for a body; a batch always has as much as a single call. */
    static TimeLimit begin(RpcTarget target, Dispatcher dispatcher, boolean batch) {
        long call = Math.min(MAX_MILLIS,
                target.timeout() == 0 ? dispatcher.limits().timeout() : target.timeout());
        long total = batch ? Math.max(call, Math.min(MAX_MILLIS, dispatcher.limits().batchTimeout())) : call;
        return new TimeLimit(target, call, total);
    }

    private static long after(long nanos, long millis) {
        return nanos + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** {@link System#nanoTime()} at which it began. */
    long begun() {
        return begun;
    }

    /** When a call that begins at a nanosecond must be done. */
    long deadline(long begun) {
        return isEarlier(begun) ? after(begun, call) : end;
    }

    /** The milliseconds that such a call meets first: its own, or those of all. */
    long millis(long begun) {
        return isEarlier(begun) ? call : total;
    }

    private boolean isEarlier(long begun) {
        return after(begun, call) - end < 0;
    }

    /** Whether no call may begin at a nanosecond. */
    boolean isOver(long begun) {
        return end - begun <= 0;
    }

    /**
     * The error for a call that is not made any more; for all of them there is one line in the log.
     *
     * @param threadsAreStuck whether that is because calls do not come back, rather than because the time is over
     */
    synchronized RpcError notMade(String method, boolean threadsAreStuck) {
        long millis = threadsAreStuck ? call : total;
        boolean first = !told;
        told = true;
        return first
                ? Incidents.overTime(target, method, millis, "as neither it nor any behind it in the batch was begun")
                : RpcError.overTime(millis);
    }
}
