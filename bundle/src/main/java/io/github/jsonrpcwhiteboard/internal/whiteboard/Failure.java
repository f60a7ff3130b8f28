package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.List;

import io.github.jsonrpcwhiteboard.internal.binding.MethodFailure;

/**
 * Why a service is no endpoint. Immutable.
 *
 * @param serviceId {@code service.id}
 * @param bundleId the bundle that registered the service
 * @param path {@code rpc.path} as text
 * @param reason the reason
 * @param message one sentence
 * @param methods the methods that made it fail, if they did
 */
record Failure(long serviceId, long bundleId, String path, FailedReason reason, String message,
        List<MethodFailure> methods) {
}
