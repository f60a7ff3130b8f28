package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.function.BooleanSupplier;

/**
 * The service object of an endpoint: fetched at the first call, released when the endpoint has gone and the last call
 * is done. Safe for use by several threads; the service's own code never runs under the lock.
 */
final class ServiceHolder {

    private final Source source;
    private volatile Object service;
    /** Guarded by this, like all below. */
    private int users;
    private boolean retired;
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
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        users++;
        return true;
    }

    /** Ends the use. */
    void leave() {
        releaseIf(() -> --users == 0 && retired);
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
        boolean wanted;
        synchronized (this) {
            if (retired) {
                return;
            }
            retired = true;
            wanted = users > 0 && service == null;
        }
        if (wanted) {
            try {
                service();
            } catch (RuntimeException e) {
                // the calls that want it will meet the same, and say so to their callers
            }
        }
        releaseIf(() -> users == 0);
    }

    private void releaseIf(BooleanSupplier unused) {
        boolean unget;
        synchronized (this) {
            if (!unused.getAsBoolean() || released) {
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
