package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageUpdateOptions;

/** Pages in the database. Those in the trash are not found. */
public final class PageTable {

    private static final String SUMMARY = """
            select id, space_key, title, parent, version from content
            where content_type = 'page' and status = 'current' and\s""";
    private static final String PAGE = """
            select content.*, exists (select 1 from space where home_page = content.id) as home from content
            where content_type = 'page' and status = 'current' and\s""";
    private static final String BY_ID = "id = :id";
    private static final String BY_TITLE = "space_key = :space and live_title = :title";

    private final Call call;

    public PageTable(Call call) {
        this.call = call;
    }

    public List<RemotePageSummary> inSpace(String spaceKey) {
        return call.db().createQuery(SUMMARY + "space_key = :space order by title")
                .bind("space", spaceKey)
                .map((row, context) -> summary(row, new RemotePageSummary()))
                .list();
    }

    public Optional<RemotePageSummary> findSummary(long id) {
        return call.db().createQuery(SUMMARY + BY_ID)
                .bind("id", id)
                .map((row, context) -> summary(row, new RemotePageSummary()))
                .findOne();
    }

    public Optional<RemotePageSummary> findSummary(String spaceKey, String title) {
        return call.db().createQuery(SUMMARY + BY_TITLE)
                .bind("space", spaceKey)
                .bind("title", title)
                .map((row, context) -> summary(row, new RemotePageSummary()))
                .findOne();
    }

    public Optional<RemotePage> find(long id) {
        return call.db().createQuery(PAGE + BY_ID)
                .bind("id", id)
                .map((row, context) -> page(row))
                .findOne();
    }

    public Optional<RemotePage> find(String spaceKey, String title) {
        return call.db().createQuery(PAGE + BY_TITLE)
                .bind("space", spaceKey)
                .bind("title", title)
                .map((row, context) -> page(row))
                .findOne();
    }

    /** Whether one page is the other, or above it in the tree. */
    public boolean isAtOrAbove(long ancestor, long id) {
        return call.db().createQuery("""
                with recursive up (id, parent) as (
                    select id, parent from content where id = :id
                    union all
                    select content.id, content.parent from content join up on content.id = up.parent)
                select count(*) from up where id = :ancestor""")
                .bind("id", id)
                .bind("ancestor", ancestor)
                .mapTo(long.class).one() > 0;
    }

    /** Writes a new page and returns its id. */
    public long insert(RemotePage page) throws AlreadyExistsException {
        long id = Database.unique(() -> call.db().createUpdate("""
                insert into content
                    (content_type, space_key, parent, title, body, creator, created, modifier, modified)
                values ('page', :space, nullif(:parent, 0), :title, :body, :user, :now, :user, :now)""")
                .bind("space", page.getSpace())
                .bind("parent", page.getParentId())
                .bind("title", page.getTitle())
                .bind("body", page.getContent())
                .bind("user", call.user())
                .bind("now", call.now())
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one(),
                () -> taken(page));
        call.changed(id);
        return id;
    }

    /**
     * Writes the next version of a page, unless the version it is made from is not the current one: then false. A
     * parent of 0 leaves the page where it is.
     */
    public boolean update(RemotePage page, RemotePageUpdateOptions options) throws AlreadyExistsException {
        boolean updated = Database.unique(() -> call.db().createUpdate("""
                update content set title = :title, body = :body, parent = coalesce(nullif(:parent, 0), parent),
                    version = version + 1, version_comment = :comment, minor_edit = :minor,
                    modifier = :user, modified = :now
                where id = :id and version = :version and content_type = 'page' and status = 'current'""")
                .bind("id", page.getId())
                .bind("version", page.getVersion())
                .bind("title", page.getTitle())
                .bind("body", page.getContent())
                .bind("parent", page.getParentId())
                .bind("comment", options.getVersionComment())
                .bind("minor", options.isMinorEdit())
                .bind("user", call.user())
                .bind("now", call.now())
                .execute() > 0,
                () -> taken(page));
        call.changed(page.getId());
        return updated;
    }

    /** Puts a page in the trash; its children take its place. */
    public void trash(RemotePageSummary page) {
        call.db().createUpdate("update content set status = 'deleted', parent = null where id = :id")
                .bind("id", page.getId())
                .execute();
        call.db().createUpdate("update content set parent = nullif(:parent, 0) where parent = :id")
                .bind("id", page.getId())
                .bind("parent", page.getParentId())
                .execute();
        call.db().createUpdate("update space set home_page = null where home_page = :id")
                .bind("id", page.getId())
                .execute();
        call.changed(page.getId());
    }

    private static AlreadyExistsException taken(RemotePage page) {
        return new AlreadyExistsException("A page with the title \"" + page.getTitle()
                + "\" already exists in the space " + page.getSpace() + ".");
    }

    private RemotePage page(ResultSet row) throws SQLException {
        RemotePage page = summary(row, new RemotePage());
        page.setContent(row.getString("body"));
        page.setCreated(date(row, "created"));
        page.setCreator(row.getString("creator"));
        page.setModified(date(row, "modified"));
        page.setModifier(row.getString("modifier"));
        page.setHomePage(row.getBoolean("home"));
        page.setContentStatus(row.getString("status"));
        return page;
    }

    private <T extends RemotePageSummary> T summary(ResultSet row, T page) throws SQLException {
        page.setId(row.getLong("id"));
        page.setSpace(row.getString("space_key"));
        page.setTitle(row.getString("title"));
        page.setParentId(row.getLong("parent"));
        page.setVersion(row.getInt("version"));
        page.setUrl(call.site().url(page.getSpace(), page.getTitle()));
        return page;
    }

    private static Date date(ResultSet row, String column) throws SQLException {
        return Date.from(row.getObject(column, Instant.class));
    }
}
