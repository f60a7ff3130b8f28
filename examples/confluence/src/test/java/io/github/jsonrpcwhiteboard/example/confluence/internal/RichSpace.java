package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.jdbi.v3.core.statement.SqlStatements;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;

/** A space that has something of everything, and tells what it has without ids. */
final class RichSpace {

    /** All that XML cannot hold, or would change. */
    static final String STRANGE = "\r\n\t\0\u0001\u001f\u007f\u0085\u2028\ufffe\uffff"
            + " \\ \\u0041 ]]> <&\"'> \ud83d\ude00";

    private static final int LARGE = 3_000_000;

    /** What a content is called. */
    private static final String CALLED = "(select content_type || ' ' || title from content x where x.id = %s)";

    private static final List<String> QUERIES = List.of("""
            select name, space_type, description, space_group, status, space.creator, space.created, %s
            from space where space_key = :space""".formatted(CALLED.formatted("space.home_page")), """
            select permission, user_name, group_name from space_permission where space_key = :space""", """
            select content_type, %s, %s, position, title, body, status, version, version_comment, minor_edit,
            creator, created, modifier, modified from content where space_key = :space"""
            .formatted(CALLED.formatted("content.parent"), CALLED.formatted("content.container")), """
            select %s, p.permission, p.user_name, p.group_name from content_permission p
            join content on content.id = content_id where space_key = :space"""
            .formatted(CALLED.formatted("content_id")), """
            select %s, h.version, h.title, h.body, h.version_comment, h.minor_edit, h.modifier, h.modified
            from history h join content on content.id = content_id where space_key = :space"""
            .formatted(CALLED.formatted("content_id")), """
            select %s, l.space_key, l.title from link l
            join content on content.id = content_id where content.space_key = :space"""
            .formatted(CALLED.formatted("content_id")), """
            select %s, file_name, a.version, v.version, v.content_type, comment, file_size, v.creator, v.created,
            rawtohex(hash('SHA-256', data)) from attachment a join attachment_version v on a.id = attachment_id
            join content on content.id = content_id where content.space_key = :space"""
            .formatted(CALLED.formatted("content_id")), """
            select %s, u.space_key, namespace, name, owner, u.creator, u.created
            from label_use u join label on label.id = label_id left join content on content.id = content_id
            where u.space_key = :space or content.space_key = :space""".formatted(CALLED.formatted("content_id")), """
            select %s, w.space_key, w.user_name from watch w left join content on content.id = content_id
            where w.space_key = :space or content.space_key = :space""".formatted(CALLED.formatted("content_id")));

    /** What the service does not do yet, or not in this order: ids are not in the order of the tree. */
    private static final List<String> STATEMENTS = List.of("""
            insert into content (content_type, space_key, title, body, created, modified, creator)
            values ('page', 'KEY', 'Last', 'x', timestamp '2001-02-03 04:05:06.789', current_timestamp, 'gone')""", """
            update content set position = 3, parent = (select id from content where space_key = 'KEY'
                and content_type = 'page' and title = 'Last')
            where space_key = 'KEY' and title like 'Depth 1' || char(13) || '%'""", """
            insert into content (content_type, space_key, title, body, status, version, created, modified) values
                ('page', 'KEY', 'Depth 2', 'trash', 'deleted', 4, current_timestamp, current_timestamp),
                ('blogpost', 'KEY', 'News', 'today', 'current', 1, current_timestamp, current_timestamp)""", """
            insert into history (content_id, version, title, body, version_comment, minor_edit, modifier, modified)
            select id, v.n, 'Before', body, 'why' || char(1), true, 'bob', current_timestamp
            from content, (values (1), (2)) v (n) where space_key = 'KEY' and title = 'Depth 2'""", """
            insert into content_permission (content_id, permission, user_name, group_name)
            select id, 'View', 'bob', null from content where space_key = 'KEY' and title = 'Last' union all
            select id, 'Edit', null, 'confluence-users' from content where space_key = 'KEY' and title = 'Home'""", """
            insert into content (content_type, space_key, container, title, body, creator, created, modified)
            select 'comment', 'KEY', id, 'on ' || title, 'first', 'bob', current_timestamp, current_timestamp
            from content where space_key = 'KEY' and title in ('Home', 'News', 'Last')""", """
            insert into content (content_type, space_key, container, parent, title, body, created, modified)
            select 'comment', 'KEY', container, id, title || ' too', 'answer', current_timestamp, current_timestamp
            from content where space_key = 'KEY' and content_type = 'comment'""", """
            insert into link (content_id, space_key, title)
            select id, 'DS', 'Elsewhere \u00e4' from content where space_key = 'KEY' and title = 'Home'""", """
            insert into attachment (content_id, file_name, version)
            select id, 'data \u00e4.bin', 3 from content
            where space_key = 'KEY' and title in ('Home', 'Last', 'News')""", """
            merge into label (name, namespace, owner) key (name, namespace)
            values ('red', 'global', null), ('mine', 'my', 'admin'), ('his', 'my', 'bob'), ('ours', 'team', null)
            """, """
            insert into label_use (label_id, content_id, creator, created)
            select label.id, content.id, 'bob', current_timestamp from label, content
            where space_key = 'KEY' and title in ('Home', 'News', 'Last')""", """
            insert into label_use (label_id, space_key, creator, created)
            select id, 'KEY', 'bob', current_timestamp from label where name = 'ours'""", """
            insert into watch (user_name, content_id, space_key)
            select 'bob', id, null from content where space_key = 'KEY' and title = 'Home'
            union all values ('bob', null, 'KEY')""");

    private RichSpace() {
    }

    /** All that is in a space: for each kind of thing, a line for each row. */
    static List<String> tell(TestSite site, String key) {
        return QUERIES.stream().map(query -> tell(site, key, query)).toList();
    }

    /** The lines of a query. */
    static String tell(TestSite site, String key, String sql) {
        return site.database.<String, RuntimeException>inTransaction(db -> db.createQuery(sql)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("space", key)
                .map((row, context) -> {
                    StringBuilder line = new StringBuilder();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        line.append('|').append(row.getString(column));
                    }
                    return line.toString();
                }).stream().sorted().collect(Collectors.joining("\n")));
    }

    /** Makes one, as an administrator. */
    static void make(TestSite site, String key) throws Exception {
        site.as("bob");
        site.service.getSpaces(TOKEN);
        site.asAdministrator();
        run(site, "merge into space_group (group_key, name, license_key, creator) key (group_key)"
                + " values ('things', 'Things \u00e4', 'l', 'admin')");
        RemoteSpace space = space(key, "Rich " + STRANGE);
        space.setDescription("The description" + STRANGE);
        space.setSpaceGroup("things");
        site.service.addSpaceWithDefaultPermissions(TOKEN, space);
        RemotePage home = site.service.getPage(TOKEN, key, "Home");
        long parent = home.getId();
        for (int depth = 1; depth <= 12; depth++) {
            RemotePage page = page(key, "Depth " + depth + STRANGE, "<p>" + depth + STRANGE + "</p>");
            page.setParentId(parent);
            parent = site.service.storePage(TOKEN, page).getId();
        }
        site.service.storePage(TOKEN, page(key, "\u0001", ""));
        STATEMENTS.forEach(sql -> run(site, sql.replace("KEY", key)));
        attach(site, key);
    }

    private static void attach(TestSite site, String key) {
        site.database.<Object, RuntimeException>inTransaction(db -> {
            List<Long> ids = db.createQuery("""
                    select attachment.id from attachment join content on content.id = content_id
                    where space_key = :space order by title""").bind("space", key).mapTo(Long.class).list();
            Random random = new Random(1);
            for (long id : ids) {
                for (int version = 1; version <= 3; version++) {
                    byte[] data = new byte[version == 1 ? 0 : LARGE + version];
                    random.nextBytes(data);
                    db.createUpdate("insert into attachment_version (attachment_id, version, content_type, comment,"
                            + " file_size, creator, created, data) values (:id, :version, 'image/png', :comment, :size,"
                            + " 'bob', current_timestamp, :data)")
                            .bind("id", id).bind("version", version).bind("comment", version == 2 ? STRANGE : null)
                            .bind("size", data.length).bind("data", data).execute();
                }
            }
            return null;
        });
    }

    static void run(TestSite site, String sql) {
        site.database.inTransaction(db -> db.execute(sql));
    }
}
