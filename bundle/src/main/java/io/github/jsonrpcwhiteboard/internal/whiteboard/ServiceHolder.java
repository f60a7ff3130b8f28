package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The service object of an endpoint: fetched at the first call, released when the endpoint has gone and the last call
 * is done. Safe for use by several threads; the service's own code never runs under the lock.
 */
final class ServiceHolder {

    private static final int RETIRED = Integer.MIN_VALUE;

    private final Source source;
    private volatile Object service;
    /** Calls that use it, and the sign bit when the endpoint has gone. No lock: every call comes by here twice. */
    private final AtomicInteger users = new AtomicInteger();
    /** Guarded by this. */
    private boolean released;

    ServiceHolder(Source source) {
        this.source = source;
    }

    /** Where the object comes from. Each object that is got is given back once. */
    interface Source {

        /** The object, null if it cannot be had. Runs foreign code. */
        Object get();

        /** Gives one object back. Runs foreign code. */
        void unget();
    }

    /** Begins to use; false if the endpoint has gone, and whoever wants it must look for its successor. */
    boolean enter() {
        if (users.getAndIncrement() >= 0) {
            return true;
        }
        leave();
        return false;
    }

    /** Ends the use. */
    void leave() {
        if (users.decrementAndGet() == RETIRED) {
            release();
        }
    }

    /**
     * The object. If the registration goes after somebody has looked for it and before it is fetched, it is that of the
     * retirement. Only between {@link #enter} and {@link #leave}.
     */
    Object service() {
        Object known = service;
        if (known != null) {
            return known;
        }
        Object got = source.get();
        boolean surplus;
        synchronized (this) {
            surplus = got != null && (service != null || released);
            if (service == null && !released) {
                service = got;
            }
            known = service == null ? got : service;
        }
        if (surplus) {
            source.unget();
        }
        if (known == null) {
            throw new IllegalStateException("the service cannot be had, its registration or factory gives none");
        }
        return known;
    }

    /**
     * The endpoint has gone: nobody enters any more. Calls that have entered and not yet asked for the object get it
     * fetched now, while the service can still be had.
     */
    void retire() {
        int before = users.getAndUpdate(count -> count | RETIRED);
        if (before < 0) {
            return;
        }
        if (before > 0 && service == null) {
            try {
                service();
            } catch (RuntimeException e) {
                // the calls that want it will meet the same, and say so to their callers
            }
        }
        if (users.get() == RETIRED) {
            release();
        }
    }

    private void release() {
        boolean unget;
        synchronized (this) {
            if (released) {
                return;
            }
            released = true;
            unget = service != null;
            service = null;
        }
        if (unget) {
            source.unget();
        }
    }
}
