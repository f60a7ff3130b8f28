package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.Query;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntry;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntrySummary;

/** Blog entries in the database. Those in the trash are not found. The date of publishing is that of the creation. */
public final class BlogTable {

    private static final String ENTRY = """
            select content.*,\s""" + ContentPermissionTable.COUNT + """

            from content where content_type = 'blogpost' and status = 'current' and\s""";

    private final Call call;

    public BlogTable(Call call) {
        this.call = call;
    }

    /** The entries of a space, the latest first. */
    public List<RemoteBlogEntrySummary> inSpace(String spaceKey) {
        return call.db().createQuery("""
                select id, space_key, title, creator, created,\s""" + ContentPermissionTable.COUNT + """

                from content where content_type = 'blogpost' and status = 'current' and space_key = :space
                order by created desc, id desc""")
                .bind("space", spaceKey)
                .map((row, context) -> summary(row, new RemoteBlogEntrySummary()))
                .list();
    }

    public Optional<RemoteBlogEntry> find(long id) {
        return entry(call.db().createQuery(ENTRY + "id = :id").bind("id", id));
    }

    /** The entry with that title of a day of the server's time zone. */
    public Optional<RemoteBlogEntry> find(String spaceKey, LocalDate day, String title) {
        return entry(call.db().createQuery(ENTRY + """
                space_key = :space and title = :title and created >= :from and created < :to
                order by created desc, id desc limit 1""")
                .bind("space", spaceKey)
                .bind("title", title)
                .bind("from", day.atStartOfDay(Site.ZONE).toInstant())
                .bind("to", day.plusDays(1).atStartOfDay(Site.ZONE).toInstant()));
    }

    /** Writes a new entry and returns its id. */
    public long insert(RemoteBlogEntry entry) {
        long id = call.db().createUpdate("""
                insert into content (content_type, space_key, title, body, creator, created, modifier, modified)
                values ('blogpost', :space, :title, :body, :user, :published, :user, :now)""")
                .bind("space", entry.getSpace())
                .bind("title", entry.getTitle())
                .bind("body", entry.getContent())
                .bind("user", call.user())
                .bind("published", entry.getPublishDate().toInstant())
                .bind("now", call.now())
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
        call.changed(id);
        return id;
    }

    /** Writes the next version of an entry, unless the version it is made from is not the current one: then false. */
    public boolean update(RemoteBlogEntry entry) {
        boolean kept = call.db().createUpdate("""
                insert into history (content_id, version, title, body, version_comment, minor_edit, modifier, modified)
                select id, version, title, body, version_comment, minor_edit, modifier, modified from content
                where id = :id and version = :version""")
                .bind("id", entry.getId())
                .bind("version", entry.getVersion())
                .execute() > 0;
        call.db().createUpdate("""
                update content set title = :title, body = :body, version = version + 1,
                    modifier = :user, modified = :now
                where id = :id and version = :version""")
                .bind("id", entry.getId())
                .bind("version", entry.getVersion())
                .bind("title", entry.getTitle())
                .bind("body", entry.getContent())
                .bind("user", call.user())
                .bind("now", call.now())
                .execute();
        call.changed(entry.getId());
        return kept;
    }

    private Optional<RemoteBlogEntry> entry(Query query) {
        return query.map((row, context) -> {
            RemoteBlogEntry entry = summary(row, new RemoteBlogEntry());
            entry.setContent(row.getString("body"));
            entry.setVersion(row.getInt("version"));
            return entry;
        }).findOne();
    }

    private <T extends RemoteBlogEntrySummary> T summary(ResultSet row, T entry) throws SQLException {
        Instant published = row.getObject("created", Instant.class);
        entry.setId(row.getLong("id"));
        entry.setSpace(row.getString("space_key"));
        entry.setTitle(row.getString("title"));
        entry.setUrl(call.site().url(entry.getSpace(), published, entry.getTitle()));
        entry.setPermissions(row.getInt("permissions"));
        entry.setAuthor(row.getString("creator"));
        entry.setPublishDate(Date.from(published));
        return entry;
    }
}
