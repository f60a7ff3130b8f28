package io.github.jsonrpcwhiteboard.internal.context;

import io.github.jsonrpcwhiteboard.CallContext;

/** The call of each thread. Set by the dispatcher only while the service runs, so that no pool thread keeps a call. */
public final class CurrentCall {

    private static final ThreadLocal<CallContext> CURRENT = new ThreadLocal<>();

    private CurrentCall() {
    }

    /**
     * The call that runs on this thread.
     *
     * @return null if none does
     */
    public static CallContext get() {
        return CURRENT.get();
    }

    /**
     * Makes a call the one of this thread.
     *
     * @param call the call, or null to end it
     * @return the call that was the thread's until now, to be set again afterwards; null if there was none
     */
    public static CallContext set(CallContext call) {
        CallContext previous = CURRENT.get();
        if (call == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(call);
        }
        return previous;
    }
}
