package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

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

    /** Of a row p: whether it names the caller. For queries that are made {@link #about}. */
    private static final String NAMED = "(p.user_name = :user or p.group_name in (<groups>))";

    /** Of a row p that may be about everybody: whether it is about the caller. */
    private static final String HOLDS = "(" + NAMED + " or p.user_name is null and p.group_name is null)";

    /** Whether the content c names others, but not the caller. */
    private static final String CLOSED = """
            exists (select 1 from content_permission p where p.content_id = c.id and p.permission = :type)
            and not exists (select 1 from content_permission p where p.content_id = c.id and p.permission = :type
                and\s""" + NAMED + ")";

    private static final String ALL_CLOSED = """
            with recursive down (id) as (
                select c.id from content c where (cast(:space as varchar) is null or c.space_key = :space)
                    and c.id in (select content_id from content_permission where permission = :type)
                    and\s""" + CLOSED + """
                union all
                select c.id from content c join down on c.parent = down.id where not (""" + CLOSED + """
                ))
            select id from down""";

    private final Call call;

    public PermissionTable(Call call) {
        this.call = call;
    }

    /** What the caller may do in the whole site. */
    public Set<GlobalPermission> global() {
        return about("select distinct p.permission from global_permission p where " + HOLDS)
                .mapTo(String.class).collect(Collectors.mapping(GlobalPermission::valueOf,
                        Collectors.toCollection(() -> EnumSet.noneOf(GlobalPermission.class))));
    }

    /** What the caller may do in a space, who is not an administrator. */
    public Set<SpacePermission> inSpace(String spaceKey) {
        return about("select distinct p.permission from space_permission p where p.space_key = :space and " + HOLDS)
                .bind("space", spaceKey)
                .mapTo(String.class).collect(Collectors.mapping(SpacePermission::valueOf,
                        Collectors.toCollection(() -> EnumSet.noneOf(SpacePermission.class))));
    }

    /** The keys of the spaces that the caller may view, who is not an administrator. */
    public Set<String> spacesToView() {
        return about("""
                select distinct space.space_key from space_permission p join space on space.space_key = p.space_key
                where p.permission = 'VIEWSPACE' and\s""" + HOLDS)
                .mapTo(String.class).set();
    }

    /** Whether the caller is let through by a content and by all above it. */
    public boolean passes(long contentId, String permission) {
        return about("""
                with recursive up (id, parent) as (
                    select id, parent from content where id = :id
                    union all
                    select content.id, content.parent from content join up on content.id = up.parent)
                select count(*) from up c where\s""" + CLOSED)
                .bind("id", contentId)
                .bind("type", permission)
                .mapTo(long.class).one() == 0;
    }

    /** The pages and blog entries of a space, or of all if it is null, that the caller may not see: mostly none. */
    public Set<Long> hidden(String spaceKey) {
        return closed(spaceKey, VIEW);
    }

    /**
     * The pages and blog entries of a space, or of all if it is null, that do not let the caller through. Looks for
     * those that name others, which are few, and goes down from each as far as the next.
     */
    public Set<Long> closed(String spaceKey, String permission) {
        return about(ALL_CLOSED)
                .bind("space", spaceKey)
                .bind("type", permission)
                .mapTo(Long.class).set();
    }

    private Query about(String sql) {
        return call.db().createQuery(sql)
                .bind("user", call.caller().name())
                .bindList(EmptyHandling.NULL_KEYWORD, "groups", List.copyOf(call.caller().groups()));
    }
}
