/**
 * JSON-RPC: from the bytes of a request body to the bytes of its answer. Start with
 * {@link io.github.jsonrpcwhiteboard.internal.protocol.Dispatcher}. Knows no OSGi and no servlet type, so it runs in a
 * test without server and framework.
 */
package io.github.jsonrpcwhiteboard.internal.protocol;
