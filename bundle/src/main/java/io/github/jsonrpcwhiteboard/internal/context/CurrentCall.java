package io.github.jsonrpcwhiteboard.internal.context;

import io.github.jsonrpcwhiteboard.CallContext;

/** The call of each thread. Set by the dispatcher only while the service runs, so that no pool thread keeps a call. */
public final class CurrentCall {

    /** A place of the JDK's own types for each thread, which is emptied but stays: that costs less than removing it. */
    private static final ThreadLocal<Object[]> CURRENT = ThreadLocal.withInitial(() -> new Object[1]);

    private CurrentCall() {
    }

    /**
     * The call that runs on this thread.
     *
     * @return null if none does
     */
    public static CallContext get() {
        return (CallContext) CURRENT.get()[0];
    }

    /**
     * Makes a call the one of this thread.
     *
     * @param call the call, or null to end it
     * @return the call that was the thread's until now, to be set again afterwards; null if there was none
     */
    public static CallContext set(CallContext call) {
        Object[] place = CURRENT.get();
        CallContext previous = (CallContext) place[0];
        place[0] = call;
        return previous;
    }
}
