/**
 * From JSON to a Java call and back: which methods there are, which overload a call means, its arguments, its result.
 * Start with {@link io.github.jsonrpcwhiteboard.internal.binding.MethodTable}. Knows no OSGi and no servlet type.
 */
package io.github.jsonrpcwhiteboard.internal.binding;
