package io.github.jsonrpcwhiteboard.internal.protocol;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when a deadline has passed, about {@value #TICK_MILLIS} ms late at most. One thread looks at all calls in
 * progress now and then and sleeps while there are none, so an ordinary call is not handed to another thread, and pays
 * for one insertion and one removal. Safe for use by several threads.
 */
public final class Watchdog implements AutoCloseable {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");
    private static final long TICK_MILLIS = 20;

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

    /** Something with a deadline. Waits in {@link Watchdog#add} until it is removed. */
    interface Watched {

        /** {@link System#nanoTime()} at which it is to be told. */
        long deadline();

        /** The deadline has passed. Runs no foreign code, does not block; called again after the next deadline. */
        void onDeadline(long now);
    }

    void add(Watched entry) {
        watched.add(entry);
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    void remove(Watched entry) {
        watched.remove(entry);
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
            if (watched.isEmpty()) {
                idle = true;
                if (watched.isEmpty() && !closed) {
                    LockSupport.park(this);
                }
                idle = false;
            }
            look(System.nanoTime());
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
        }
    }

    /** Memory or threads may run out just now; the deadlines of all other calls must not go with them. */
    private void look(long now) {
        Throwable failure = null;
        for (Watched entry : watched) {
            try {
                if (entry.deadline() - now <= 0) {
                    entry.onDeadline(now);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }
        if (failure != null && !failing) {
            LOG.log(Level.ERROR, "Calls that are over time cannot be ended yet", failure);
        }
        failing = failure != null;
    }

    /** Without a context class loader: a thread must not keep that of the plugin that happened to call first. */
    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
