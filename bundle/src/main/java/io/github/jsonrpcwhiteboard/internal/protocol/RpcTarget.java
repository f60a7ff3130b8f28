package io.github.jsonrpcwhiteboard.internal.protocol;

import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;

/** What calls go to: one revision of an endpoint. */
public interface RpcTarget {

    /**
     * The path below the prefix.
     *
     * @return as registered
     */
    String path();

    /**
     * The methods.
     *
     * @return not null
     */
    MethodTable methods();

    /**
     * The service, fetched at the first call.
     *
     * @return not null
     * @throws IllegalStateException if it cannot be had
     */
    Object service();

    /**
     * How long a call may take.
     *
     * @return milliseconds, 0 for the limit that is configured
     */
    long timeout();

    /**
     * How many calls of a batch may run at the same time.
     *
     * @return with up to 1 they run one after the other
     */
    default int batchParallel() {
        return 1;
    }

    /**
     * Whether a caller who may call the endpoint may also call one of its methods.
     *
     * @param method the method's name
     * @param caller who calls
     * @return false if the method needs a role that the caller has not
     */
    default boolean permits(String method, Caller caller) {
        return true;
    }

    /**
     * What {@code rpc.discover} answers (OpenRPC 1.3.2, section "Service Discovery Method").
     *
     * @param caller who asks, and so sees what that caller may call
     * @return the document as JSON; null if there is none
     */
    default byte[] discover(Caller caller) {
        return null;
    }

    /**
     * Where calls are counted.
     *
     * @param method name of one of the methods
     * @return not null
     */
    MethodCounters counters(String method);

    /**
     * Notes that a call goes on though it is over time and has been interrupted.
     *
     * @param change 1 when that is found out, -1 when the call has come back at last
     */
    default void overdue(int change) {
    }
}
