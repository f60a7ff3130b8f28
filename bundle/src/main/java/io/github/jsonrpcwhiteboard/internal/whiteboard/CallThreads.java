package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for the calls of a batch that run at the same time: virtual ones where the JVM has them (Java 21), else those
 * of a bounded pool. They begin without a context class loader, so that they keep none. Safe for use by several
 * threads.
 */
public final class CallThreads implements Executor, AutoCloseable {

    /** Of the pool. As many as requests may be in progress by default; with fewer a batch just takes longer. */
    private static final int MAX = 256;
    private static final String NAME = "jsonrpc-call";

    private final ThreadFactory virtual;
    private final ThreadPoolExecutor pool;

    CallThreads() {
        this(virtualThreads());
    }

    /** Threads of a factory; null for those of the pool. */
    CallThreads(ThreadFactory virtual) {
        this.virtual = virtual;
        this.pool = virtual != null ? null : new ThreadPoolExecutor(0, MAX, 10, TimeUnit.SECONDS,
                new SynchronousQueue<>(), CallThreads::platformThread);
    }

    /**
     * Runs something on a thread of its own.
     *
     * @throws RejectedExecutionException if there is no thread to be had
     */
    @Override
    public void execute(Runnable task) {
        try {
            if (virtual == null) {
                pool.execute(task);
            } else {
                virtual.newThread(task).start();
            }
        } catch (OutOfMemoryError e) {
            throw new RejectedExecutionException("no more threads", e);
        }
    }

    /** Takes no more. What runs goes on. */
    @Override
    public void close() {
        if (pool != null) {
            pool.shutdown();
        }
    }

    private static Thread platformThread(Runnable task) {
        Thread thread = new Thread(null, task, NAME, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** {@code Thread.ofVirtual().name(NAME).inheritInheritableThreadLocals(false).factory()}; null before Java 21. */
    static ThreadFactory virtualThreads() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            builder.getMethod("name", String.class).invoke(virtual, NAME);
            builder.getMethod("inheritInheritableThreadLocals", boolean.class).invoke(virtual, false);
            return (ThreadFactory) builder.getMethod("factory").invoke(virtual);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
