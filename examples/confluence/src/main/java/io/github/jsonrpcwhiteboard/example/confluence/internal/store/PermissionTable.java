package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/** What the caller may do, as the database says. */
public final class PermissionTable {

    /** Content permission: who may see it. */
    public static final String VIEW = "View";

    /** Content permission: who may change it. */
    public static final String EDIT = "Edit";

    /** Of a row p: whether it is about the caller. For queries that are made {@link #about}. */
    private static final String HOLDS = """
            (p.user_name = :user or p.group_name in (<groups>) or (p.user_name is null and p.group_name is null))""";

    private final Call call;

    public PermissionTable(Call call) {
        this.call = call;
    }

    /** What the caller may do in the whole site. */
    public Set<GlobalPermission> global() {
        return about(call.caller(), "select distinct p.permission from global_permission p where " + HOLDS)
                .mapTo(String.class).collect(Collectors.mapping(GlobalPermission::valueOf,
                        Collectors.toCollection(() -> EnumSet.noneOf(GlobalPermission.class))));
    }

    /** What somebody may do in a space, who is not an administrator. */
    public Set<SpacePermission> inSpace(String spaceKey, Caller caller) {
        return about(caller, "select distinct p.permission from space_permission p where p.space_key = :space and "
                + HOLDS)
                .bind("space", spaceKey)
                .mapTo(String.class).collect(Collectors.mapping(SpacePermission::valueOf,
                        Collectors.toCollection(() -> EnumSet.noneOf(SpacePermission.class))));
    }

    /** The keys of the spaces that the caller may view, who is not an administrator. */
    public List<String> spacesToView() {
        return about(call.caller(), """
                select distinct space.space_key from space_permission p join space on space.space_key = p.space_key
                where p.permission = 'VIEWSPACE' and\s""" + HOLDS)
                .mapTo(String.class).list();
    }

    /** Whether the caller is let through by a page and by all above it. */
    public boolean passes(long contentId, String permission) {
        return about(call.caller(), """
                with recursive up (id, parent) as (
                    select id, parent from content where id = :id
                    union all
                    select content.id, content.parent from content join up on content.id = up.parent)
                select count(*) from up
                where exists (select 1 from content_permission r where r.content_id = up.id and r.permission = :type)
                and not exists (select 1 from content_permission p
                    where p.content_id = up.id and p.permission = :type and\s""" + HOLDS + ")")
                .bind("id", contentId)
                .bind("type", permission)
                .mapTo(long.class).one() == 0;
    }

    /** The pages and blog entries of a space that the caller is not let through to: mostly none. */
    public Set<Long> hidden(String spaceKey) {
        List<Long> closed = about(call.caller(), """
                select distinct r.content_id from content_permission r join content on content.id = r.content_id
                where content.space_key = :space and r.permission = 'View'
                and not exists (select 1 from content_permission p
                    where p.content_id = r.content_id and p.permission = 'View' and\s""" + HOLDS + ")")
                .bind("space", spaceKey)
                .mapTo(Long.class).list();
        return closed.isEmpty() ? Set.of() : call.db().createQuery("""
                with recursive down (id) as (
                    select id from content where id in (<closed>)
                    union all
                    select content.id from content join down on content.parent = down.id)
                select id from down""")
                .bindList("closed", closed)
                .mapTo(Long.class).set();
    }

    /** Gives permissions in a space to a user, or a group, or, if both are null, to everybody. */
    public void grant(String spaceKey, Set<SpacePermission> permissions, String user, String group) {
        for (SpacePermission permission : permissions) {
            call.db().createUpdate("""
                    insert into space_permission (space_key, permission, user_name, group_name)
                    select :space, :permission, :user, :group where not exists (select 1 from space_permission
                        where space_key = :space and permission = :permission
                        and user_name is not distinct from :user and group_name is not distinct from :group)""")
                    .bind("space", spaceKey)
                    .bind("permission", permission)
                    .bind("user", user)
                    .bind("group", group)
                    .execute();
        }
    }

    private Query about(Caller caller, String sql) {
        return call.db().createQuery(sql)
                .bind("user", caller.name())
                .bindList(EmptyHandling.NULL_KEYWORD, "groups", List.copyOf(caller.groups()));
    }

    /** The permission of this name; null if there is none. */
    public static SpacePermission named(String name) {
        return Arrays.stream(SpacePermission.values()).filter(permission -> permission.name().equals(name)).findFirst()
                .orElse(null);
    }
}
