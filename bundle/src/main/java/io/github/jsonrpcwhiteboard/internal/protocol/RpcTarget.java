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
}
