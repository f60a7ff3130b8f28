/**
 * OSGi: services with {@code rpc.path} become endpoints. The
 * {@link io.github.jsonrpcwhiteboard.internal.whiteboard.EndpointTracker} sees services, the
 * {@link io.github.jsonrpcwhiteboard.internal.whiteboard.EndpointRegistry} decides who answers where.
 */
package io.github.jsonrpcwhiteboard.internal.whiteboard;
