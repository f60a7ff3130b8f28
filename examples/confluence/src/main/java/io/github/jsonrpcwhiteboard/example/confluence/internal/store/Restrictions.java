package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

/**
 * Keeps closed what only one user or group may view or change, when these go: with the last of its restrictions a page
 * would be open to everybody. Administrators are let through, as they are everywhere.
 */
final class Restrictions {

    private final Call call;

    Restrictions(Call call) {
        this.call = call;
    }

    void keepWithoutUser(String name) {
        keepWithout("user_name", name);
    }

    void keepWithoutGroup(String name) {
        keepWithout("group_name", name);
    }

    private void keepWithout(String column, String name) {
        call.db().createUpdate("""
                insert into content_permission (content_id, permission, group_name)
                select r.content_id, r.permission, :administrators from content_permission r
                where r.<column> = :name and not exists (select 1 from content_permission other
                    where other.content_id = r.content_id and other.permission = r.permission
                    and (other.<column> is null or other.<column> <> :name))""")
                .define("column", column)
                .bind("name", name)
                .bind("administrators", Caller.ADMINISTRATORS)
                .execute();
    }
}
