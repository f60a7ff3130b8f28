package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.List;

import org.jdbi.v3.core.statement.Query;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;

/** Who watches what, in the database. Watches are added while the user is held, see {@link UserTable#findAndLock}. */
public final class WatchTable {

    private final Call call;

    public WatchTable(Call call) {
        this.call = call;
    }

    /** Whether the user did not watch the page or blog entry before. */
    public boolean addPage(String user, long page) {
        return add(user, page, null);
    }

    /** Whether the user did not watch the space before. */
    public boolean addSpace(String user, String space) {
        return add(user, null, space);
    }

    private boolean add(String user, Long page, String space) {
        return call.db().createUpdate("""
                insert into watch (user_name, content_id, space_key)
                select :user, :page, :space where not exists (select 1 from watch
                    where user_name = :user and content_id is not distinct from :page
                    and space_key is not distinct from :space)""")
                .bind("user", user)
                .bind("page", page)
                .bind("space", space)
                .execute() > 0;
    }

    /** Whether the user watched the page or blog entry before. */
    public boolean removePage(String user, long page) {
        return call.db().createUpdate("delete from watch where user_name = :user and content_id = :page")
                .bind("user", user)
                .bind("page", page)
                .execute() > 0;
    }

    /** Whether the user watched the space before. */
    public boolean removeSpace(String user, String space) {
        return call.db().createUpdate("delete from watch where user_name = :user and space_key = :space")
                .bind("user", user)
                .bind("space", space)
                .execute() > 0;
    }

    /** Whether a user watches a page or blog entry, or the space that it is in. */
    public boolean isWatchingPage(String user, Content page) {
        return call.db().createQuery("""
                select count(*) from watch
                where user_name = :user and (content_id = :page or space_key = :space)""")
                .bind("user", user)
                .bind("page", page.id())
                .bind("space", page.space())
                .mapTo(long.class).one() > 0;
    }

    public boolean isWatchingSpace(String user, String space) {
        return call.db().createQuery("select count(*) from watch where user_name = :user and space_key = :space")
                .bind("user", user)
                .bind("space", space)
                .mapTo(long.class).one() > 0;
    }

    /** Whether another user than the caller may view a page or blog entry. */
    public boolean mayView(String user, Content page) {
        return about(page, "select count(*) from user_account u where u.name = :user and "
                + UserConditions.VIEWS_PAGE).bind("user", user).mapTo(long.class).one() > 0;
    }

    /** Whether another user than the caller may view a space. */
    public boolean mayView(String user, String space) {
        return call.db().createQuery("select count(*) from user_account u where u.name = :user and "
                + UserConditions.VIEWS_SPACE)
                .bind("user", user)
                .bind("space", space)
                .mapTo(long.class).one() > 0;
    }

    /** The watchers of a page or blog entry who may view it; the caller, who watches, is one of them. */
    public List<RemoteUser> ofPage(Content page) {
        return users(about(page, ProfileTable.SELECT + " join watch w on w.user_name = u.name"
                + " where w.content_id = :page and (u.name = :caller or " + UserConditions.VIEWS_PAGE + ")"
                + " order by u.name"));
    }

    /** The watchers of a space who may view it; the caller, who watches, is one of them. */
    public List<RemoteUser> ofSpace(String space) {
        return users(call.db().createQuery(ProfileTable.SELECT + " join watch w on w.user_name = u.name"
                + " where w.space_key = :space and (u.name = :caller or " + UserConditions.VIEWS_SPACE + ")"
                + " order by u.name")
                .bind("space", space));
    }

    private Query about(Content page, String sql) {
        return call.db().createQuery(UserConditions.PAGE_AND_ABOVE + sql)
                .bind("page", page.id())
                .bind("space", page.space());
    }

    private List<RemoteUser> users(Query query) {
        ProfileTable profiles = new ProfileTable(call);
        return query.bind("caller", call.user())
                .map((row, context) -> profiles.user(row, new RemoteUser()))
                .list();
    }
}
