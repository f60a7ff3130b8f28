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
}
