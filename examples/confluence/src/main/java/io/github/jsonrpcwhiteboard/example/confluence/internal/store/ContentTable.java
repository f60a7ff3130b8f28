package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Collection;
import java.util.Optional;

/**
 * What pages, blog entries and comments have in common in the database. Those in the trash are not found, nor is what
 * is on them.
 */
public final class ContentTable {

    private final Call call;

    public ContentTable(Call call) {
        this.call = call;
    }

    public Optional<Content> find(long id) {
        return call.db().createQuery("""
                select content.id, content.content_type, page.space_key, content.title, content.container,
                    content.creator
                from content join content page on page.id = coalesce(content.container, content.id)
                where content.id = :id and content.status = 'current' and page.status = 'current'""")
                .bind("id", id)
                .map((row, context) -> new Content(row.getLong("id"), row.getString("content_type"),
                        row.getString("space_key"), row.getString("title"), row.getLong("container"),
                        row.getString("creator")))
                .findOne();
    }

    /** Has the search index look again at contents, the comments on them and the attachments of them all. */
    void changedWithAllOn(Collection<Long> ids) {
        call.db().createUpdate("""
                insert into index_queue (object_id)
                select id from unnest(:ids) page (id)
                union all select comment.id from unnest(:ids) page (id)
                    join content comment on comment.container = page.id
                union all select attachment.id from unnest(:ids) page (id)
                    join attachment on attachment.content_id = page.id
                union all select attachment.id from unnest(:ids) page (id)
                    join content comment on comment.container = page.id
                    join attachment on attachment.content_id = comment.id""")
                .bindArray("ids", Long.class, ids)
                .execute();
    }

    public Optional<String> body(long id) {
        return call.db().createQuery("select body from content where id = :id").bind("id", id).mapTo(String.class)
                .findOne();
    }
}
