package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageUpdateOptions;

/** Pages in the database. Those in the trash are not found. */
public final class PageTable {

    private static final String SUMMARY = PageRows.SUMMARY + PageRows.IS_PAGE + " and ";
    private static final String PAGE = """
            select content.*, exists (select 1 from space where home_page = content.id) as home,
            """ + ContentPermissionTable.COUNT + " from content where " + PageRows.IS_PAGE + " and ";
    private static final String BY_ID = "id = :id";
    private static final String BY_TITLE = "space_key = :space and live_title = :title";

    private final Call call;
    private final PageRows rows;

    public PageTable(Call call) {
        this.call = call;
        this.rows = new PageRows(call.site());
    }

    public List<RemotePageSummary> inSpace(String spaceKey) {
        return call.db().createQuery(SUMMARY + "space_key = :space order by title")
                .bind("space", spaceKey)
                .map(rows::summary)
                .list();
    }

    public Optional<RemotePageSummary> findSummary(long id) {
        return call.db().createQuery(SUMMARY + BY_ID)
                .bind("id", id)
                .map(rows::summary)
                .findOne();
    }

    public Optional<RemotePageSummary> findSummary(String spaceKey, String title) {
        return call.db().createQuery(SUMMARY + BY_TITLE)
                .bind("space", spaceKey)
                .bind("title", title)
                .map(rows::summary)
                .findOne();
    }

    public Optional<RemotePage> find(long id) {
        return call.db().createQuery(PAGE + BY_ID)
                .bind("id", id)
                .map(rows::page)
                .findOne();
    }

    public Optional<RemotePage> find(String spaceKey, String title) {
        return call.db().createQuery(PAGE + BY_TITLE)
                .bind("space", spaceKey)
                .bind("title", title)
                .map(rows::page)
                .findOne();
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
                () -> taken(page.getTitle(), page.getSpace()));
        call.changed(id);
        return id;
    }

    /**
     * Writes the next version of a page and keeps the one before, unless the version it is made from is not the current
     * one: then false. A parent of 0 leaves the page where it is.
     */
    public boolean update(RemotePage page, RemotePageUpdateOptions options) throws AlreadyExistsException {
        if (!new HistoryTable(call).keep(page.getId(), page.getVersion())) {
            return false;
        }
        Database.unique(() -> call.db().createUpdate("""
                update content set title = :title, body = :body, parent = coalesce(nullif(:parent, 0), parent),
                    position = case when :parent = 0 then position end, version = version + 1,
                    version_comment = :comment, minor_edit = :minor, modifier = :user, modified = :now
                where id = :id""")
                .bind("id", page.getId())
                .bind("title", page.getTitle())
                .bind("body", page.getContent())
                .bind("parent", page.getParentId())
                .bind("comment", options.getVersionComment())
                .bind("minor", options.isMinorEdit())
                .bind("user", call.user())
                .bind("now", call.now())
                .execute(),
                () -> taken(page.getTitle(), page.getSpace()));
        call.changed(page.getId());
        return true;
    }

    static AlreadyExistsException taken(String title, String spaceKey) {
        return new AlreadyExistsException("A page with the title \"" + title + "\" already exists in the space "
                + spaceKey + ".");
    }
}
