/**
 * What a host may already have to check passwords against: User Admin and JAAS. Each becomes an
 * {@link io.github.jsonrpcwhiteboard.security.Authenticator} service, so that the rest need not know of them.
 */
package io.github.jsonrpcwhiteboard.internal.login;
