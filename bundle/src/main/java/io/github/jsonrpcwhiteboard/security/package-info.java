/**
 * What host authors see: who may call. Register an {@link io.github.jsonrpcwhiteboard.security.Authenticator} as a
 * service, and callers can log in with what it accepts.
 */
@Export
@Version("1.0.0")
package io.github.jsonrpcwhiteboard.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
