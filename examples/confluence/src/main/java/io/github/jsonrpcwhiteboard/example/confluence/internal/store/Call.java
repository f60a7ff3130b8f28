package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.time.Instant;

import org.jdbi.v3.core.Handle;

/**
 * One call and its transaction.
 *
 * @param db the connection, in a transaction that ends with the call
 * @param site the site
 * @param user the caller's name; null if not logged in
 * @param now when the call came, in whole milliseconds
 */
public record Call(Handle db, Site site, String user, Instant now) {
}
