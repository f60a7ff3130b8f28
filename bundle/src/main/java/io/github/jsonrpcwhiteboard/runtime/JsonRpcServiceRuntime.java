package io.github.jsonrpcwhiteboard.runtime;

import org.osgi.annotation.versioning.ProviderType;

import io.github.jsonrpcwhiteboard.runtime.dto.RuntimeDTO;

/**
 * The state of the whiteboard. Its service property {@code service.changecount} (Long) grows with every change of that
 * state, so a listener on this service sees all changes. Safe for use by several threads.
 */
@ProviderType
public interface JsonRpcServiceRuntime {

    /**
     * The state now.
     *
     * @return a new object that the caller may keep and change
     */
    RuntimeDTO getRuntimeDTO();

    /**
     * Makes calls in the name of the host, as {@code POST} to the endpoint does, with all roles, the principal
     * {@code local} and the scheme {@code local}. For the host's own code, as consoles for operators: never to be
     * reached by a caller whose rights have not been checked. Runs on the thread of the caller, and waits for results
     * that come later.
     *
     * @param path the path of an endpoint, below the prefix
     * @param request a JSON-RPC request or a batch
     * @return the answer as JSON, errors included; null if there is nothing to answer
     * @throws IllegalArgumentException if there is no such endpoint
     * @throws IllegalStateException if the thread is interrupted while it waits for a result that comes later
     */
    String call(String path, String request);
}
