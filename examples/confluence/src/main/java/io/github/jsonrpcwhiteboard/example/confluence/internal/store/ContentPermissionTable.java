package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Collection;
import java.util.List;

/**
 * Whom a page or blog entry lets through, which is everybody if it says nothing. Whoever writes holds its space.
 */
public final class ContentPermissionTable {

    private static final Holder GONE = new Holder(null, null);

    private final Call call;

    public ContentPermissionTable(Call call) {
        this.call = call;
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
