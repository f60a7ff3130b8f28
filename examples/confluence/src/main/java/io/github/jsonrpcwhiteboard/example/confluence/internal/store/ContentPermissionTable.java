package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Collection;
import java.util.List;

/**
 * Whom a page or blog entry lets through, which is everybody if it says nothing. Whoever writes holds its space.
 */
public final class ContentPermissionTable {

    /** A column: how many permissions the row of content has of its own. */
    static final String COUNT = countOf("content.id");

    private static final Holder GONE = new Holder(null, null);

    /** Those whom two contents name, and users whom they let through for different reasons. */
    private static final String NAMED_BY_BOTH = """
            with own as (select * from content_permission where content_id = :id and permission = :permission),
                inherited as (select * from content_permission where content_id = :above and permission = :permission)
            select own.user_name, own.group_name from own join inherited
                on inherited.user_name is not distinct from own.user_name
                and inherited.group_name is not distinct from own.group_name
            union
            select u.name, null from user_account u
            where exists (select 1 from own p left join membership m on m.group_name = p.group_name
                    where u.name in (p.user_name, m.user_name))
                and exists (select 1 from inherited p left join membership m on m.group_name = p.group_name
                    where u.name in (p.user_name, m.user_name))
                and not exists (select 1 from own p join inherited i on i.group_name = p.group_name
                    join membership m on m.group_name = p.group_name where m.user_name = u.name)""";

    private final Call call;

    public ContentPermissionTable(Call call) {
        this.call = call;
    }

    /** A column: how many permissions the content has whose id is in another column. */
    static String countOf(String id) {
        return "(select count(*) from content_permission where content_id = " + id + ") as permissions";
    }

    /**
     * Whom a content itself names, users first. If all whom it named have gone, nobody but administrators is let
     * through.
     */
    public List<Holder> holders(long contentId, String permission) {
        List<Holder> all = call.db().createQuery("""
                select distinct user_name, group_name from content_permission
                where content_id = :id and permission = :permission
                order by user_name nulls last, group_name nulls last""")
                .bind("id", contentId)
                .bind("permission", permission)
                .map((row, context) -> Holder.of(row))
                .list();
        boolean gone = all.remove(GONE);
        return gone && all.isEmpty() ? List.of(Holder.group(Caller.ADMINISTRATORS)) : all;
    }

    /** Names other ones. */
    public void replace(long contentId, String permission, Collection<Holder> holders) {
        call.db().createUpdate("delete from content_permission where content_id = :id and permission = :permission")
                .bind("id", contentId)
                .bind("permission", permission)
                .execute();
        holders.forEach(holder -> add(contentId, permission, holder));
    }

    /** Those of some contents that name anybody. */
    List<Long> naming(Collection<Long> ids, String permission) {
        return call.db().createQuery("""
                select distinct content_id from content_permission join unnest(:ids) page (id) on content_id = page.id
                where permission = :permission""")
                .bindArray("ids", Long.class, ids)
                .bind("permission", permission)
                .mapTo(Long.class).list();
    }

    /**
     * Has a content name whom another one does. If it names others already, those are left whom both let through:
     * members of different groups one by one, since there is no group of just them.
     */
    void inherit(long contentId, long above, String permission) {
        List<Holder> inherited = holders(above, permission);
        if (!holders(contentId, permission).isEmpty()) {
            List<Holder> both = call.db().createQuery(NAMED_BY_BOTH)
                    .bind("id", contentId)
                    .bind("above", above)
                    .bind("permission", permission)
                    .map((row, context) -> Holder.of(row))
                    .list();
            inherited = both.isEmpty() ? List.of(GONE) : both;
        }
        replace(contentId, permission, inherited);
    }

    /** Names somebody who is not named yet. */
    public void add(long contentId, String permission, Holder holder) {
        call.db().createUpdate("""
                insert into content_permission (content_id, permission, user_name, group_name)
                values (:id, :permission, :user, :group)""")
                .bind("id", contentId)
                .bind("permission", permission)
                .bind("user", holder.user())
                .bind("group", holder.group())
                .execute();
    }
}
