package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Set;

/** Who has which permission in the whole site. */
public final class GlobalPermissionTable {

    private final Call call;

    public GlobalPermissionTable(Call call) {
        this.call = call;
    }

    /** Makes changes come one after the other, until the end of the transaction. Whoever writes does this first. */
    public void lock() {
        call.db().createQuery("select name from user_group where name = :group for update")
                .bind("group", Caller.ADMINISTRATORS)
                .mapTo(String.class).list();
    }

    /** Gives permissions to somebody who may have some of them already. */
    public void grant(Set<GlobalPermission> permissions, Holder holder) {
        for (GlobalPermission permission : permissions) {
            call.db().createUpdate("""
                    insert into global_permission (permission, user_name, group_name)
                    select :permission, :user, :group where not exists (select 1 from global_permission
                        where permission = :permission
                        and user_name is not distinct from :user and group_name is not distinct from :group)""")
                    .bind("permission", permission)
                    .bind("user", holder.user())
                    .bind("group", holder.group())
                    .execute();
        }
    }

    /** Takes a permission away; false if it was not there. */
    public boolean revoke(GlobalPermission permission, Holder holder) {
        return call.db().createUpdate("""
                delete from global_permission where permission = :permission
                    and user_name is not distinct from :user and group_name is not distinct from :group""")
                .bind("permission", permission)
                .bind("user", holder.user())
                .bind("group", holder.group())
                .execute() > 0;
    }

    /**
     * Takes all permissions from a group, also those in spaces and on contents; false if it had none. What it alone was
     * let through to stays closed.
     */
    public boolean revokeAll(String group) {
        int rows = call.db().createUpdate("delete from global_permission where group_name = :group")
                .bind("group", group)
                .execute();
        rows += call.db().createUpdate("delete from space_permission where group_name = :group")
                .bind("group", group)
                .execute();
        rows += call.db().createUpdate("update content_permission set group_name = null where group_name = :group")
                .bind("group", group)
                .execute();
        return rows > 0;
    }

    /** Whether the group of administrators are administrators. */
    public boolean hasAdministrators() {
        return call.db().createQuery("""
                select count(*) from global_permission where group_name = :group
                and permission in ('ADMINISTRATECONFLUENCE', 'SYSTEMADMINISTRATOR')""")
                .bind("group", Caller.ADMINISTRATORS)
                .mapTo(long.class).one() > 0;
    }
}
