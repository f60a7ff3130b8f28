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

    /** H2's own level of isolation. The pool sets it back. */
    private static final int SNAPSHOT = 6;

    /** The caller's name; null if not logged in. */
    public String user() {
        return caller.name();
    }

    /** The same in another transaction. */
    public Call on(Handle other) {
        return new Call(other, site, caller, now);
    }

    /** Has the search index look at a content, attachment, space or user again: it is new, other, or gone. */
    public void changed(long objectId) {
        db.createUpdate("insert into index_queue (object_id) values (:id)").bind("id", objectId).execute();
    }

    /**
     * Has all that the call reads from now on be as it is at this moment, whatever others write meanwhile. What the
     * call has written is committed; it cannot write what others may write, too.
     */
    public void snapshot() {
        db.setTransactionIsolationLevel(SNAPSHOT);
        db.execute("select 1"); // the moment is that of the first statement
    }
}
