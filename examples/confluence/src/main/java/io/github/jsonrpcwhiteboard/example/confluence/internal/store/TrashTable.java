package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Collection;
import java.util.List;

import org.jdbi.v3.core.statement.PreparedBatch;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;

/**
 * What is in the trash. It keeps its parent, whose restrictions so hold on, and what is on it, which is not found
 * either. Only comments are removed at once, unless they go with their page.
 */
public final class TrashTable {

    private final Call call;

    public TrashTable(Call call) {
        this.call = call;
    }

    /** Puts a page in the trash; its children move up to its parent. */
    public void put(RemotePageSummary page) {
        new PageTreeTable(call).leaveToParent(page);
        call.db().createUpdate("update content set status = 'deleted', position = null, removed = :now where id = :id")
                .bind("id", page.getId())
                .bind("now", call.now())
                .execute();
        call.db().createUpdate("update content set status = 'deleted' where container = :id")
                .bind("id", page.getId())
                .execute();
        call.db().createUpdate("update space set home_page = null where home_page = :id")
                .bind("id", page.getId())
                .execute();
        new ContentTable(call).changedWithAllOn(List.of(page.getId()));
    }

    /** The pages and blog entries in the trash of a space, the latest first. */
    public List<RemoteContentSummary> of(String spaceKey) {
        return call.db().createQuery("""
                select id, content_type, space_key, status, title, creator, modifier, created, modified from content
                where space_key = :space and content_type in ('page', 'blogpost') and status = 'deleted'
                order by removed desc nulls last, id desc""")
                .bind("space", spaceKey)
                .map((row, context) -> new RemoteContentSummary(row.getLong("id"), row.getString("content_type"),
                        row.getString("space_key"), row.getString("status"), row.getString("title"),
                        row.getString("creator"), row.getString("modifier"), PageRows.date(row, "created"),
                        PageRows.date(row, "modified")))
                .list();
    }

    /** Removes contents for good, with all that is on them. */
    public void purge(Collection<Long> ids) {
        new ContentTable(call).changedWithAllOn(ids);
        PreparedBatch deletion = call.db().prepareBatch("delete from content where id = :id");
        ids.forEach(id -> deletion.bind("id", id).add());
        deletion.execute();
    }
}
