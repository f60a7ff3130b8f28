package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

/**
 * What users may do, for queries about many of them: conditions on a row {@code u} of user_account. Like those of
 * {@link PermissionTable} for the caller, but blind to what the host says of its administrators.
 */
final class UserConditions {

    /** Of a row p of a permission table: whether it names the user. */
    private static final String NAMED = """
            (p.user_name = u.name
                or p.group_name in (select m.group_name from membership m where m.user_name = u.name))""";

    /** Of a row p that may be about everybody: whether it is about the user. */
    private static final String HOLDS = "(" + NAMED + " or p.user_name is null and p.group_name is null)";

    private static final String ADMINISTRATES = """
            exists (select 1 from global_permission p
                where p.permission in ('ADMINISTRATECONFLUENCE', 'SYSTEMADMINISTRATOR') and\s""" + HOLDS + ")";

    private static final String HAS_SITE = """
            exists (select 1 from global_permission p where p.permission = 'USECONFLUENCE' and\s""" + HOLDS + ")";

    private static final String HAS_SPACE = """
            exists (select 1 from space_permission p
                where p.space_key = :space and p.permission = 'VIEWSPACE' and\s""" + HOLDS + ")";

    private static final String IS_HELD_UP = """
            exists (select 1 from up
                where exists (select 1 from content_permission r where r.content_id = up.id and r.permission = 'View')
                and not exists (select 1 from content_permission p
                    where p.content_id = up.id and p.permission = 'View' and\s""" + NAMED + "))";

    /** Who is active and may use the site. */
    static final String USES_SITE = "(u.active and (" + ADMINISTRATES + " or " + HAS_SITE + "))";

    /** Who may view the space {@code :space}. */
    static final String VIEWS_SPACE = "(" + USES_SITE + " and (" + ADMINISTRATES + " or " + HAS_SPACE + "))";

    /** Comes before a query with {@link #VIEWS_PAGE}: the page {@code :page} and all above it. */
    static final String PAGE_AND_ABOVE = """
            with recursive up (id, parent) as (
                select id, parent from content where id = :page
                union all
                select content.id, content.parent from content join up on content.id = up.parent)
            """;

    /** Who may view the page {@code :page} in the space {@code :space}. */
    static final String VIEWS_PAGE =
            "(" + USES_SITE + " and (" + ADMINISTRATES + " or (" + HAS_SPACE + " and not " + IS_HELD_UP + ")))";

    private UserConditions() {
    }
}
