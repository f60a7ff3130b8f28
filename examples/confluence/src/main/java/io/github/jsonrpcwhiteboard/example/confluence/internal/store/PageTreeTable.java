package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;

/** The trees of pages in the database. Whoever changes one holds its space. */
public final class PageTreeTable {

    private static final String IN_ORDER = " order by position nulls last, title";

    /** The pages below :parent, or if that is 0 at the top of :space. */
    private static final String SIBLINGS = PageRows.IS_PAGE + """
             and content.space_key = :space
            and content.parent is not distinct from nullif(cast(:parent as bigint), 0)""";

    private final Call call;
    private final PageRows rows;

    public PageTreeTable(Call call) {
        this.call = call;
        this.rows = new PageRows(call.site());
    }

    public List<RemotePageSummary> top(String spaceKey) {
        return summaries(call.db().createQuery(PageRows.SUMMARY + PageRows.IS_PAGE
                + " and space_key = :space and parent is null" + IN_ORDER)
                .bind("space", spaceKey));
    }

    public List<RemotePageSummary> children(long id) {
        return summaries(call.db().createQuery(PageRows.SUMMARY + PageRows.IS_PAGE + " and parent = :id" + IN_ORDER)
                .bind("id", id));
    }

    /** The pages above a page, the topmost first. */
    public List<RemotePageSummary> ancestors(long id) {
        return summaries(call.db().createQuery("""
                with recursive up (id, space_key, title, parent, version, height) as (
                    select id, space_key, title, parent, version, 0 from content where id = :id
                    union all
                    select content.id, content.space_key, content.title, content.parent, content.version, height + 1
                    from content join up on content.id = up.parent)
                select *,\s""" + ContentPermissionTable.countOf("id")
                + " from up where height > 0 order by height desc")
                .bind("id", id));
    }

    /** The pages below a page, each before those below it, siblings in their order. */
    public List<RemotePageSummary> descendants(long id) {
        Map<Long, List<RemotePageSummary>> children = new HashMap<>();
        for (RemotePageSummary page : below(id)) {
            children.computeIfAbsent(page.getParentId(), parent -> new ArrayList<>()).add(page);
        }
        List<RemotePageSummary> all = new ArrayList<>();
        Deque<RemotePageSummary> next = new ArrayDeque<>();
        push(next, children.get(id));
        while (!next.isEmpty()) {
            all.add(next.peek());
            push(next, children.get(next.pop().getId()));
        }
        return all;
    }

    private static void push(Deque<RemotePageSummary> next, List<RemotePageSummary> children) {
        if (children != null) {
            Collections.reverse(children);
            children.forEach(next::push);
        }
    }

    private List<RemotePageSummary> below(long id) {
        return summaries(call.db().createQuery("""
                with recursive down (id, space_key, title, parent, version, position) as (
                    select id, space_key, title, parent, version, position from content
                    where parent = :id and\s""" + PageRows.IS_PAGE + """
                     union all
                    select content.id, content.space_key, content.title, content.parent, content.version,
                        content.position
                    from content join down on content.parent = down.id
                    where\s""" + PageRows.IS_PAGE + """
                    )
                select *,\s""" + ContentPermissionTable.countOf("id") + " from down" + IN_ORDER)
                .bind("id", id));
    }

    private List<RemotePageSummary> summaries(Query query) {
        return query.map(rows::summary).list();
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

    /**
     * Gives a position to the children of a page, or if the parent is 0 to what is at the top of a space: those that
     * have none come behind the others, by title. Returns the next position.
     */
    public int number(String spaceKey, long parent) {
        int next = nextPosition(spaceKey, parent);
        return next + call.db().createUpdate("""
                merge into content using (
                    select id, :next - 1 + row_number() over (order by title) as place from content
                    where position is null and\s""" + SIBLINGS + """
                    ) numbered on content.id = numbered.id
                when matched then update set position = numbered.place""")
                .bind("space", spaceKey)
                .bind("parent", parent)
                .bind("next", next)
                .execute();
    }

    private int nextPosition(String spaceKey, long parent) {
        return call.db().createQuery("select coalesce(max(position), 0) + 1 from content where " + SIBLINGS)
                .bind("space", spaceKey)
                .bind("parent", parent)
                .mapTo(int.class).one();
    }

    /** Frees a position among siblings that have been numbered: above or below one of them. */
    public int makeRoom(String spaceKey, long parent, long sibling, boolean above) {
        int position = call.db().createQuery("select position from content where id = :id").bind("id", sibling)
                .mapTo(int.class).one() + (above ? 0 : 1);
        call.db().createUpdate("update content set position = position + 1 where position >= :position and " + SIBLINGS)
                .bind("space", spaceKey)
                .bind("parent", parent)
                .bind("position", position)
                .execute();
        return position;
    }

    /** Puts a page below another, or if the parent is 0 at the top of its space. */
    public void place(long id, long parent, int position) {
        call.db().createUpdate("""
                update content set parent = nullif(:parent, 0), position = :position where id = :id""")
                .bind("id", id)
                .bind("parent", parent)
                .bind("position", position)
                .execute();
        call.changed(id);
    }

    /**
     * Has the children of a page take a place among its siblings, behind those that have a position. They stay closed
     * to whom they were closed.
     */
    void leaveToParent(RemotePageSummary page) {
        new Inheritance(call).leave(List.of(page.getId()));
        call.db().createUpdate("""
                update content set parent = nullif(:parent, 0), position = position + :last where parent = :id""")
                .bind("id", page.getId())
                .bind("parent", page.getParentId())
                .bind("last", nextPosition(page.getSpace(), page.getParentId()))
                .execute();
    }

    /**
     * Takes pages into another space, with what is on them. What is below them but does not come along moves up to the
     * parent of the topmost, and stays closed to whom it was closed.
     */
    public void carry(Collection<Long> ids, RemotePageSummary topmost, String to) throws AlreadyExistsException {
        new Inheritance(call).leave(ids);
        Database.unique(() -> update("""
                merge into content using (
                    select id from unnest(:ids) page (id)
                    union all select comment.id from unnest(:ids) page (id)
                        join content comment on comment.container = page.id
                    ) moved on content.id = moved.id
                when matched then update set space_key = :to""", ids)
                .bind("to", to)
                .execute(),
                () -> PageTable.taken(collision(ids, to), to));
        update("""
                merge into content using (
                    select below.id from unnest(:ids) page (id) join content below on below.parent = page.id
                    where below.space_key = :from
                    ) staying on content.id = staying.id
                when matched then update set parent = nullif(:parent, 0), position = null""", ids)
                .bind("from", topmost.getSpace())
                .bind("parent", topmost.getParentId())
                .execute();
        update("update space set home_page = null where space_key = :from and home_page = any(:ids)", ids)
                .bind("from", topmost.getSpace())
                .execute();
        new ContentTable(call).changedWithAllOn(ids);
    }

    private String collision(Collection<Long> ids, String to) {
        return call.db().createQuery("""
                select page.title from unnest(:ids) moved (id) join content page on page.id = moved.id
                join content other on other.space_key = :to and other.live_title = page.title limit 1""")
                .bindArray("ids", Long.class, ids)
                .bind("to", to)
                .mapTo(String.class).one();
    }

    /** Whether the caller, who is somebody known, has created all these pages. */
    public boolean areOwn(Collection<Long> ids) {
        return call.db().createQuery("""
                select count(*) from unnest(:ids) own (id) join content on content.id = own.id
                where lower(creator) = lower(:user)""")
                .bindArray("ids", Long.class, ids)
                .bind("user", call.user())
                .mapTo(long.class).one() == ids.size();
    }

    private Update update(String sql, Collection<Long> ids) {
        return call.db().createUpdate(sql).bindArray("ids", Long.class, ids);
    }
}
