package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.mapper.RowMapper;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageHistory;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;

/** Earlier versions in the database. What is not versioned, such as its place, an earlier version has of its page. */
public final class HistoryTable {

    private static final String EARLIER = """
            select history.id, history.title, history.version, history.body, history.modifier, history.modified,
                content.space_key, content.parent, content.created, content.creator,
                'historical' as status, false as home,
            """ + ContentPermissionTable.COUNT + """

            from history join content on content.id = history.content_id where history.id = :id""";

    private final Call call;
    private final PageRows rows;

    public HistoryTable(Call call) {
        this.call = call;
        this.rows = new PageRows(call.site());
    }

    /** Keeps a content as it is, before it is changed; false if this is not its version. */
    public boolean keep(long contentId, int version) {
        return call.db().createUpdate("""
                insert into history (content_id, version, title, body, version_comment, minor_edit, modifier, modified)
                select id, version, title, body, version_comment, minor_edit, modifier, modified from content
                where id = :id and version = :version and status = 'current'""")
                .bind("id", contentId)
                .bind("version", version)
                .execute() > 0;
    }

    /** The earlier versions of a content, the newest first. */
    public List<RemotePageHistory> of(long contentId) {
        return call.db().createQuery("""
                select id, version, modifier, modified, version_comment from history
                where content_id = :id order by version desc""")
                .bind("id", contentId)
                .map((row, context) -> {
                    RemotePageHistory earlier = new RemotePageHistory();
                    earlier.setId(row.getLong("id"));
                    earlier.setVersion(row.getInt("version"));
                    earlier.setModifier(row.getString("modifier"));
                    earlier.setModified(PageRows.date(row, "modified"));
                    earlier.setVersionComment(row.getString("version_comment"));
                    return earlier;
                })
                .list();
    }

    /** The id of the content of which something is an earlier version; empty if it is none. */
    public Optional<Long> contentOf(long id) {
        return call.db().createQuery("select content_id from history where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    /** An earlier version of a page, as a page. */
    public Optional<RemotePage> page(long id) {
        return earlier(id, rows::page);
    }

    public Optional<RemotePageSummary> summary(long id) {
        return earlier(id, rows::summary);
    }

    private <T extends RemotePageSummary> Optional<T> earlier(long id, RowMapper<T> mapper) {
        Optional<T> page = call.db().createQuery(EARLIER).bind("id", id).map(mapper).findOne();
        page.ifPresent(earlier -> earlier.setUrl(call.site().url(id)));
        return page;
    }

    /** The id of a version of a content; empty if there is no such version, or it is the current one. */
    public Optional<Long> find(long contentId, int version) {
        return call.db().createQuery("select id from history where content_id = :content and version = :version")
                .bind("content", contentId)
                .bind("version", version)
                .mapTo(Long.class)
                .findOne();
    }

    /** Removes an earlier version for good. */
    public void delete(long id) {
        call.db().createUpdate("delete from history where id = :id").bind("id", id).execute();
    }
}
