package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.List;

import org.jdbi.v3.core.Handle;

/** What the search index does not know yet, as {@link Call#changed} has written it down. */
public final class IndexQueue {

    private final Handle db;

    public IndexQueue(Handle db) {
        this.db = db;
    }

    /**
     * An object that is new, other, or gone.
     *
     * @param id of the entry
     * @param objectId of the content, attachment, space or user
     */
    public record Entry(long id, long objectId) {
    }

    /** The oldest entries. */
    public List<Entry> read(int most) {
        return db.createQuery("select id, object_id from index_queue order by id limit :most")
                .bind("most", most)
                .map((row, context) -> new Entry(row.getLong("id"), row.getLong("object_id")))
                .list();
    }

    /**
     * Removes these entries and no others: one with a lower number may have come since they were read, as transactions
     * do not end in the order in which they begin.
     */
    public void remove(List<Entry> entries) {
        if (!entries.isEmpty()) {
            db.createUpdate("delete from index_queue where id in (<ids>)")
                    .bindList("ids", entries.stream().map(Entry::id).toList())
                    .execute();
        }
    }

    public void clear() {
        db.execute("delete from index_queue");
    }
}
