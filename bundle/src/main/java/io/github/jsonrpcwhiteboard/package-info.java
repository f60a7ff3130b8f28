/**
 * What plugin authors see. A service registered with the property {@value
 * io.github.jsonrpcwhiteboard.JsonRpcConstants#PATH} is a JSON-RPC endpoint; nothing in this package is required for
 * that. Start with {@link io.github.jsonrpcwhiteboard.JsonRpcService} for Declarative Services, or with
 * {@link io.github.jsonrpcwhiteboard.JsonRpcConstants} for plain {@code registerService}.
 */
@Export
@Version("1.0.0")
package io.github.jsonrpcwhiteboard;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
