package io.github.jsonrpcwhiteboard.internal.protocol;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when a deadline has passed, about {@value #TICK_MILLIS} ms late at most. One thread looks at all calls in
 * progress now and then and sleeps while there are none, so an ordinary call is not handed to another thread, and pays
 * for taking a place and leaving it. Safe for use by several threads.
 */
public final class Watchdog implements AutoCloseable {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");
    private static final long TICK_MILLIS = 20;

    /** Places for calls, by turns of the threads' numbers. */
    private static final int PLACES = 64;
    /** So many references lie between two places that no two of them are on one line of a processor's cache. */
    private static final int STRIDE = 16;
    /** So many places are tried. */
    private static final int TRIES = 4;
    private static final int NO_PLACE = -1;

    /** Calls that have found a place, which takes 10 ns; in the set it would be 70. */
    private final AtomicReferenceArray<Watched> places = new AtomicReferenceArray<>(PLACES * STRIDE);
    /** All others. */
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor rescuers;
    private final Thread thread;
    private volatile boolean idle;
    private volatile boolean closed;
    /** Whether there was trouble at the last look, so that it is logged once. Used by the thread only. */
    private boolean failing;

    /** Starts the thread. */
    public Watchdog() {
        // As many as there are stuck calls: one that writes to a client who does not read must not hold up another.
        rescuers = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                task -> daemon(task, "jsonrpc-rescue"));
        thread = daemon(this::run, "jsonrpc-watchdog");
        thread.start();
    }

    /** Something with a deadline, watched until it is removed, or ends. */
    interface Watched {

        /** {@link System#nanoTime()} at which it is to be told. */
        long deadline();

        /** The deadline has passed. Runs no foreign code, does not block; called again after the next deadline. */
        void onDeadline(long now);
    }

    /** Watches what may take long. */
    void add(Watched entry) {
        watched.add(entry);
        wake();
    }

    void remove(Watched entry) {
        watched.remove(entry);
    }

    /** Watches a call, which usually takes no time; what it returns is for {@link #end}. */
    int begin(Watched call) {
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < TRIES; i++) {
            int place = (int) ((thread + i) % PLACES) * STRIDE;
            if (places.get(place) == null && places.compareAndSet(place, null, call)) {
                wake();
                return place;
            }
        }
        add(call);
        return NO_PLACE;
    }

    /** For each call that has begun, once. */
    void end(Watched call, int place) {
        if (place == NO_PLACE) {
            remove(call);
        } else {
            places.lazySet(place, null);
        }
    }

    private void wake() {
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    /** Threads for what has to be done when a deadline has passed, and may block. */
    Executor rescuers() {
        return rescuers;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        rescuers.shutdown();
    }

    private void run() {
        while (!closed) {
            if (isEmpty()) {
                idle = true;
                if (isEmpty() && !closed) {
                    LockSupport.park(this);
                }
                idle = false;
            }
            look(System.nanoTime());
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
        }
    }

    private boolean isEmpty() {
        for (int place = 0; place < places.length(); place += STRIDE) {
            if (places.get(place) != null) {
                return false;
            }
        }
        return watched.isEmpty();
    }

    /** Memory or threads may run out just now; the deadlines of all other calls must not go with them. */
    private void look(long now) {
        Throwable failure = null;
        for (int place = 0; place < places.length(); place += STRIDE) {
            Watched call = places.get(place);
            Throwable thrown = call == null ? null : look(call, now);
            failure = thrown == null ? failure : thrown;
        }
        for (Watched entry : watched) {
            Throwable thrown = look(entry, now);
            failure = thrown == null ? failure : thrown;
        }
        if (failure != null && !failing) {
            LOG.log(Level.ERROR, "Calls that are over time cannot be ended yet", failure);
        }
        failing = failure != null;
    }

    private static Throwable look(Watched entry, long now) {
        try {
            if (entry.deadline() - now <= 0) {
                entry.onDeadline(now);
            }
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    /** Without a context class loader: a thread must not keep that of the plugin that happened to call first. */
    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
