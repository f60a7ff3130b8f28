package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Optional;

/** What pages, blog entries and comments have in common in the database. Those in the trash are not found. */
public final class ContentTable {

    private final Call call;

    public ContentTable(Call call) {
        this.call = call;
    }

    public Optional<Content> find(long id) {
        return call.db().createQuery("""
                select id, content_type, space_key, title, container, creator from content
                where id = :id and status = 'current'""")
                .bind("id", id)
                .map((row, context) -> new Content(row.getLong("id"), row.getString("content_type"),
                        row.getString("space_key"), row.getString("title"), row.getLong("container"),
                        row.getString("creator")))
                .findOne();
    }
}
