package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.user;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** Users under new names. */
class RenamedUsersTest {

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.asAdministrator();
        service.addUser(TOKEN, user("bob"), "banana");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void keyPasswordGroupsAndProfileStay() throws Exception {
        String key = service.getUserByName(TOKEN, "bob").getKey();
        service.addGroup(TOKEN, "cooks");
        service.addUserToGroup(TOKEN, "bob", "cooks");
        service.setUserPreferenceString(TOKEN, "bob", "colour", "red");
        assertTrue(service.renameUser(TOKEN, "BOB", "Robert"));
        assertEquals("Robert", service.getUserByKey(TOKEN, key).getName());
        assertEquals("bob", service.getUserByKey(TOKEN, key).getFullname());
        assertFalse(service.hasUser(TOKEN, "bob"));
        assertArrayEquals(new String[] {"confluence-users", "cooks"}, service.getUserGroups(TOKEN, "robert"));
        assertEquals("red", service.getUserPreferenceString(TOKEN, "Robert", "colour"));
        assertEquals("Robert", new Door(site).enter("robert", "banana").orElseThrow().name());
    }

    @Test
    void theNameChangesWhereverItIsWritten() throws Exception {
        site.enter(new Door(site).enter("bob", "banana").orElseThrow());
        service.addPersonalSpace(TOKEN, space(null, "Bob's"), "bob");
        writeIntoAllTables(service.storePage(TOKEN, page("DS", "By Bob", "")).getId());
        List<String> columns = columnsOfNames();
        assertTrue(columns.size() >= 16, columns::toString);
        for (String column : columns) {
            assertTrue(rows(column, "bob") > 0, "needed for the test: " + column);
        }
        site.asAdministrator();
        service.renameUser(TOKEN, "bob", "robert");
        for (String column : columns) {
            assertEquals(0, rows(column, "bob"), column);
            assertTrue(rows(column, "robert") > 0, column);
        }
        assertEquals("Bob's", service.getSpace(TOKEN, "~bob").getName(), "the key of the space stays");
    }

    /** Each "table where column": all that hold names of users. */
    private List<String> columnsOfNames() {
        return site.database.inTransaction(db -> db.createQuery("""
                select lower(table_name) || ' where ' || lower(column_name) from information_schema.columns
                where table_schema = 'PUBLIC' and (
                    column_name in ('CREATOR', 'MODIFIER', 'AUTHOR', 'OWNER', 'USER_NAME')
                    or table_name = 'USER_ACCOUNT' and column_name = 'NAME') order by 1""")
                .mapTo(String.class).list());
    }

    private long rows(String column, String name) {
        return site.count("select count(*) from " + column + " = '" + name + "'");
    }

    private void writeIntoAllTables(long page) {
        site.sql("update content set creator = 'BOB', modifier = 'bob' where id = ?", page);
        site.sql("update content set creator = 'bob' where id = ?", page);
        site.sql("update user_account set creator = 'bob', modifier = 'bob' where name = 'bob'");
        site.sql("update space_permission set user_name = 'bob' where space_key = '~bob'");
        site.sql("insert into global_permission (permission, user_name) values ('CREATESPACE', 'bob')");
        site.sql("insert into content_permission (content_id, permission, user_name) values (?, 'View', 'bob')",
                page);
        site.sql("insert into preference (user_name, pref_key, pref_value) values ('bob', 'k', 'v')");
        site.sql("insert into watch (user_name, content_id) values ('bob', ?)", page);
        site.sql("insert into space_group (group_key, name, creator) values ('g', 'g', 'bob')");
        site.sql("insert into label (name, namespace, owner) values ('l', 'my', 'bob')");
        site.sql("insert into label_use (label_id, content_id, creator, created) values ("
                + "(select id from label), ?, 'bob', current_timestamp)", page);
        site.sql("insert into history (content_id, version, title, body, minor_edit, modifier, modified)"
                + " values (?, 1, 't', 'b', false, 'bob', current_timestamp)", page);
        site.sql("insert into attachment (content_id, file_name, version) values (?, 'f', 1)", page);
        site.sql("insert into attachment_version (attachment_id, version, content_type, file_size, creator, created,"
                + " data) values ((select id from attachment), 1, 't', 0, 'bob', current_timestamp, '')");
        site.sql("insert into archive (name, creator, created, everything) values ('a', 'bob', current_timestamp,"
                + " false)");
    }

    @Test
    void theSearchIndexHearsOfIt() throws Exception {
        site.enter(new Door(site).enter("bob", "banana").orElseThrow());
        long page = service.storePage(TOKEN, page("DS", "By Bob", "")).getId();
        site.asAdministrator();
        long before = queued(page);
        service.renameUser(TOKEN, "bob", "robert");
        assertEquals(before + 1, queued(page));
    }

    private long queued(long id) {
        return site.count("select count(*) from index_queue where object_id = " + id);
    }

    @Test
    void theCaseAloneCanChange() throws Exception {
        site.enter(new Door(site).enter("bob", "banana").orElseThrow());
        long page = service.storePage(TOKEN, page("DS", "By Bob", "")).getId();
        service.watchPage(TOKEN, page);
        site.asAdministrator();
        assertTrue(service.renameUser(TOKEN, "bob", "BoB"));
        assertEquals("BoB", service.getUserByName(TOKEN, "bob").getName());
        assertEquals("BoB", service.getPage(TOKEN, page).getCreator());
        assertEquals("BoB", service.getWatchersForPage(TOKEN, page)[0].getName());
        assertEquals(0, site.count("select count(*) from watch where cast(user_name as varchar) <> 'BoB'"));
    }

    @Test
    void aNameThatIsTakenOrBadIsRefused() throws Exception {
        assertEquals("A user with the name ADMIN already exists.", assertThrows(AlreadyExistsException.class,
                () -> service.renameUser(TOKEN, "bob", "ADMIN")).getMessage());
        assertRefused("The new name of the user is empty.", () -> service.renameUser(TOKEN, "bob", ""));
        assertRefused("The new name of the user is missing.", () -> service.renameUser(TOKEN, "bob", null));
        assertRefused("The name of the user is missing.", () -> service.renameUser(TOKEN, null, "x"));
        assertThrows(RemoteException.class, () -> service.renameUser(TOKEN, "bob", "a b"));
        assertEquals("bob", service.getUserByName(TOKEN, "bob").getName());
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(RemoteException.class, call).getMessage());
    }

    @Test
    void eachOfSeveralIsRenamedOrNot() throws Exception {
        service.addUser(TOKEN, user("carol"), "cherry");
        Map<String, String> names = new LinkedHashMap<>();
        names.put("bob", "carol");
        names.put("nobody", "somebody");
        names.put("admin", "root");
        names.put("carol", "dora");
        names.put("bOB", "carol");
        names.put("dora", null);
        assertArrayEquals(new String[] {"bob", "nobody", "admin", "dora"}, service.renameUsers(TOKEN, names));
        assertArrayEquals(new String[] {"admin", "carol", "dora"}, service.getActiveUsers(TOKEN, true));
        assertEquals("bob", service.getUserByName(TOKEN, "carol").getFullname());
        assertArrayEquals(new String[0], service.renameUsers(TOKEN, Map.of()));
        assertRefused("The map of names is missing.", () -> service.renameUsers(TOKEN, null));
    }

    @Test
    void aRenameThatFailsLeavesNothingBehind() throws Exception {
        long queue = site.count("select count(*) from index_queue");
        assertArrayEquals(new String[] {"bob"}, service.renameUsers(TOKEN, Map.of("bob", "admin")));
        assertEquals(queue, site.count("select count(*) from index_queue"));
    }
}
