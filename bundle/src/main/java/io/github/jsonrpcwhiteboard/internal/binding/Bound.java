package io.github.jsonrpcwhiteboard.internal.binding;

/**
 * A call that is ready to be made.
 *
 * @param method the method
 * @param arguments as many as the Java method has
 */
public record Bound(RpcMethod method, Object[] arguments) implements Params {
}
