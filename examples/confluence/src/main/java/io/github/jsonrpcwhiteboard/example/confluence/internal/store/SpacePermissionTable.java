package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has which permission in a space. Whoever writes holds the space. */
public final class SpacePermissionTable {

    private final Call call;

    public SpacePermissionTable(Call call) {
        this.call = call;
    }

    /** Who has which permissions, users first and everybody last. Those that nobody has are not there. */
    public Map<SpacePermission, List<Holder>> holders(String spaceKey) {
        return call.db().createQuery("""
                select permission, user_name, group_name from space_permission where space_key = :space
                order by user_name nulls last, group_name nulls last""")
                .bind("space", spaceKey)
                .map((row, context) -> Map.entry(SpacePermission.valueOf(row.getString("permission")), Holder.of(row)))
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Gives permissions to somebody who may have some of them already. */
    public void grant(String spaceKey, Set<SpacePermission> permissions, Holder holder) {
        for (SpacePermission permission : permissions) {
            call.db().createUpdate("""
                    insert into space_permission (space_key, permission, user_name, group_name)
                    select :space, :permission, :user, :group where not exists (select 1 from space_permission
                        where space_key = :space and permission = :permission
                        and user_name is not distinct from :user and group_name is not distinct from :group)""")
                    .bind("space", spaceKey)
                    .bind("permission", permission)
                    .bind("user", holder.user())
                    .bind("group", holder.group())
                    .execute();
        }
    }

    /** Takes a permission away; false if it was not there. */
    public boolean revoke(String spaceKey, SpacePermission permission, Holder holder) {
        return call.db().createUpdate("""
                delete from space_permission where space_key = :space and permission = :permission
                    and user_name is not distinct from :user and group_name is not distinct from :group""")
                .bind("space", spaceKey)
                .bind("permission", permission)
                .bind("user", holder.user())
                .bind("group", holder.group())
                .execute() > 0;
    }
}
