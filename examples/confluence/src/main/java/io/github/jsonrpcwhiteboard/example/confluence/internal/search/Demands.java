package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What other threads want of the one that keeps the index. */
final class Demands {

    /** How long changes may gather that nobody waits for. */
    private static final long LAG_MILLIS = 1000;

    private volatile boolean awake;
    private volatile boolean closing;
    private CompletableFuture<Void> catchUp;
    private CompletableFuture<Void> rebuild;

    /** There may be changes. Costs next to nothing. */
    void wake() {
        if (!awake) {
            synchronized (this) {
                awake = true;
                notifyAll();
            }
        }
    }

    /** Wants the index to know what is committed by now; completed when it does. */
    synchronized CompletableFuture<Void> catchUp() {
        catchUp = demanded(catchUp);
        return catchUp;
    }

    /** Wants the index to be built anew; completed when it is. */
    synchronized CompletableFuture<Void> rebuild() {
        rebuild = demanded(rebuild);
        return rebuild;
    }

    private CompletableFuture<Void> demanded(CompletableFuture<Void> before) {
        CompletableFuture<Void> demand = before == null ? new CompletableFuture<>() : before;
        if (closing) {
            demand.cancel(false);
        }
        notifyAll();
        return demand;
    }

    /** Wants the thread to end. */
    synchronized void close() {
        closing = true;
        catchUp().cancel(false);
        rebuild().cancel(false);
    }

    /** Ends what takes long, if the thread is to end. */
    void goOn() {
        if (closing) {
            throw new CancellationException();
        }
    }

    /** Waits for something to do, but at least for a pause; false if the thread is to end. */
    synchronized boolean await(long pauseMillis) throws InterruptedException {
        long end = after(pauseMillis);
        for (long left = pauseMillis; left > 0 && !closing; left = until(end)) {
            wait(left);
        }
        while (!awake && !isDemanded()) {
            wait();
        }
        end = after(LAG_MILLIS);
        for (long left = LAG_MILLIS; left > 0 && !isDemanded(); left = until(end)) {
            wait(left);
        }
        return !closing;
    }

    /** Also when closing, as that demands all. */
    private boolean isDemanded() {
        return catchUp != null || rebuild != null;
    }

    private static long after(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static long until(long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }

    /** To be taken before the changes are read; then to be completed or put back. */
    synchronized CompletableFuture<Void> takeCatchUp() {
        CompletableFuture<Void> taken = catchUp();
        catchUp = null;
        awake = false;
        return taken;
    }

    /** What was taken is not done, and still wanted. */
    synchronized void putBack(CompletableFuture<Void> taken) {
        catchUp().whenComplete((done, cancelled) -> {
            if (cancelled == null) {
                taken.complete(null);
            } else {
                taken.cancel(false);
            }
        });
    }

    /** Null if nobody wants it. */
    synchronized CompletableFuture<Void> takeRebuild() {
        CompletableFuture<Void> taken = rebuild;
        rebuild = null;
        return taken;
    }
}
