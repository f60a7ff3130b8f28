package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of the exports and backups whose files are on the disk. */
public final class ArchiveTable {

    /**
     * One of them.
     *
     * @param name of the file
     * @param space the key of its space; null if it is of the whole site
     * @param creator who made it; null if removed since
     * @param everything whether it has what the creator may not view, too
     */
    public record Row(String name, String space, String creator, boolean everything) {
    }

    private final Call call;

    public ArchiveTable(Call call) {
        this.call = call;
    }

    public void insert(Row row) {
        call.db().createUpdate("""
                insert into archive (name, space_key, creator, created, everything)
                values (:name, :space, :creator, :now, :everything)""")
                .bind("name", row.name())
                .bind("space", row.space())
                .bind("creator", row.creator())
                .bind("now", call.now())
                .bind("everything", row.everything())
                .execute();
    }

    public Optional<Row> find(String name) {
        return call.db().createQuery("select name, space_key, creator, everything from archive where name = :name")
                .bind("name", name)
                .map((row, context) -> new Row(row.getString("name"), row.getString("space_key"),
                        row.getString("creator"), row.getBoolean("everything")))
                .findOne();
    }

    /** The names of those that were made before a moment. */
    public List<String> before(Instant moment) {
        return call.db().createQuery("select name from archive where created < :moment")
                .bind("moment", moment)
                .mapTo(String.class).list();
    }

    /** The names of those that the caller made of spaces, from the newest to the oldest. */
    public List<String> ofCaller() {
        return call.db().createQuery("""
                select name from archive where creator = :user and space_key is not null order by created desc, name""")
                .bind("user", call.user())
                .mapTo(String.class).list();
    }

    public void delete(String name) {
        call.db().createUpdate("delete from archive where name = :name").bind("name", name).execute();
    }
}
