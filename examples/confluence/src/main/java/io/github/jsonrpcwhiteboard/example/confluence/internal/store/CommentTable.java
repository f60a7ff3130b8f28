package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteComment;

/** Comments in the database. Those on what is in the trash are not found. */
public final class CommentTable {

    private static final String COMMENT = """
            select comment.*, page.content_type as page_type, page.title as page_title, page.created as page_created
            from content comment join content page on page.id = comment.container
            where comment.content_type = 'comment' and comment.status = 'current' and page.status = 'current' and\s""";

    private final Call call;

    public CommentTable(Call call) {
        this.call = call;
    }

    /** The comments on a page or blog entry, in the order in which they came. */
    public List<RemoteComment> on(long pageId) {
        return call.db().createQuery(COMMENT + "comment.container = :page order by comment.created, comment.id")
                .bind("page", pageId)
                .map((row, context) -> comment(row))
                .list();
    }

    public Optional<RemoteComment> find(long id) {
        return call.db().createQuery(COMMENT + "comment.id = :id")
                .bind("id", id)
                .map((row, context) -> comment(row))
                .findOne();
    }

    /** Writes a new comment and returns its id. */
    public long insert(RemoteComment comment, Content page) {
        long id = call.db().createUpdate("""
                insert into content (content_type, space_key, container, parent, title, body, creator, created,
                    modifier, modified)
                values ('comment', :space, :page, nullif(:parent, 0), :title, :body, :user, :now, :user, :now)""")
                .bind("space", page.space())
                .bind("page", page.id())
                .bind("parent", comment.getParentId())
                .bind("title", comment.getTitle())
                .bind("body", comment.getContent())
                .bind("user", call.user())
                .bind("now", call.now())
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
        call.changed(id);
        return id;
    }

    /** Writes title and content of a comment. */
    public void update(RemoteComment comment) {
        call.db().createUpdate("""
                update content set title = :title, body = :body, version = version + 1,
                    modifier = :user, modified = :now
                where id = :id""")
                .bind("id", comment.getId())
                .bind("title", comment.getTitle())
                .bind("body", comment.getContent())
                .bind("user", call.user())
                .bind("now", call.now())
                .execute();
        call.changed(comment.getId());
    }

    /** Removes a comment for good. Those that answer it answer what it answers. */
    public void delete(long id) {
        call.db().createUpdate("""
                update content set parent = (select parent from content where id = :id) where parent = :id""")
                .bind("id", id)
                .execute();
        call.db().createUpdate("delete from content where id = :id").bind("id", id).execute();
        call.changed(id);
    }

    private RemoteComment comment(ResultSet row) throws SQLException {
        RemoteComment comment = new RemoteComment();
        comment.setId(row.getLong("id"));
        comment.setPageId(row.getLong("container"));
        comment.setParentId(row.getLong("parent"));
        comment.setTitle(row.getString("title"));
        comment.setContent(row.getString("body"));
        comment.setUrl(call.site().commentUrl(pageUrl(row), comment.getId()));
        comment.setCreated(date(row, "created"));
        comment.setCreator(row.getString("creator"));
        comment.setModified(date(row, "modified"));
        comment.setModifier(row.getString("modifier"));
        return comment;
    }

    private String pageUrl(ResultSet row) throws SQLException {
        String space = row.getString("space_key");
        String title = row.getString("page_title");
        return row.getString("page_type").equals(Content.PAGE) ? call.site().url(space, title)
                : call.site().url(space, row.getObject("page_created", Instant.class), title);
    }

    private static Date date(ResultSet row, String column) throws SQLException {
        return Date.from(row.getObject(column, Instant.class));
    }
}
