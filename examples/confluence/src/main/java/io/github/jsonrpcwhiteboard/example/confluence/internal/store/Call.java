package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.time.Instant;

import org.jdbi.v3.core.Handle;

/**
 * One call and its transaction.
 *
 * @param db the connection, in a transaction that ends with the call
 * @param site the site
 * @param caller who calls
 * @param now when the call came, in whole milliseconds
 */
public record Call(Handle db, Site site, Caller caller, Instant now) {

    /** The caller's name; null if not logged in. */
    public String user() {
        return caller.name();
    }

    /** Has the search index look at a content, attachment, space or user again: it is new, other, or gone. */
    public void changed(long objectId) {
        db.createUpdate("insert into index_queue (object_id) values (:id)").bind("id", objectId).execute();
    }
}
