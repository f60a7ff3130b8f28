package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.Exports.ATTACHMENT;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Exports.PAGE;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Exports.SPACE;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;

/** What imports add. */
class ImportTest {

    private TestSite site;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        site.asAdministrator();
        site.service.getSpaces(TOKEN);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theLeastThereIs() throws Exception {
        assertTrue(importXml(SPACE + PAGE));
        RemotePage page = site.service.getPage(TOKEN, "NEW", "one");
        assertEquals(1767323045678L, page.getCreated().getTime());
        site.as("bob");
        RemoteException e = assertThrows(RemoteException.class, () -> site.service.getSpace(TOKEN, "NEW"));
        assertEquals("You're not allowed to view that space, or it does not exist.", e.getMessage());
    }

    @Test
    void onlyAdministratorsImport() throws Exception {
        byte[] export = Exports.of(SPACE);
        site.as("bob");
        assertThrows(NotPermittedException.class, () -> site.service.importSpace(TOKEN, export));
        site.as(null);
        assertThrows(NotPermittedException.class, () -> site.service.importSpace(TOKEN, export));
    }

    @Test
    void permissionsOfWhoIsNotHere() throws Exception {
        site.as("bob");
        site.service.getSpaces(TOKEN);
        site.asAdministrator();
        assertTrue(importXml(SPACE + PAGE + permission("space", "VIEWSPACE", "<user_name>nobody</user_name>")
                + permission("space", "VIEWSPACE", "<user_name>bob</user_name>")
                + permission("space", "COMMENT", "<group_name>strangers</group_name>")
                + permission("content", "View", "<user_name>nobody</user_name>")
                + permission("content", "View", "<user_name>nobody2</user_name>")
                + permission("content", "View", "<group_name>strangers</group_name>")
                + "<watch><user_name>nobody</user_name><content_id>1</content_id></watch>"
                + "<label><id>8</id><name>x</name><namespace>my</namespace><owner>nobody</owner></label>"
                + "<label_use><label_id>8</label_id><content_id>1</content_id><created>2026-01-02T03:04:05Z</created>"
                + "</label_use>"));
        assertEquals("|COMMENT|null|strangers\n|VIEWSPACE|bob|null", RichSpace.tell(site, "NEW",
                "select permission, user_name, group_name from space_permission where space_key = :space"));
        assertEquals("|View|admin|null\n|View|null|strangers", RichSpace.tell(site, null,
                "select permission, user_name, group_name from content_permission"));
        assertEquals("", RichSpace.tell(site, null, "select * from watch"));
        assertEquals("", RichSpace.tell(site, null, "select * from label_use"));
        site.as("bob");
        assertEquals("NEW", site.service.getSpace(TOKEN, "NEW").getKey());
        assertThrows(RemoteException.class, () -> site.service.getPage(TOKEN, "NEW", "One"), "stays closed");
    }

    @Test
    void whoIsHereGainsNothing() throws Exception {
        site.as("bob");
        site.service.getSpaces(TOKEN);
        site.asAdministrator();
        String before = users();
        assertTrue(importXml("""
                <user_group><name>Confluence-Users</name></user_group>
                <user_account><user_key>k</user_key><name>BOB</name><fullname>x</fullname><email/>
                <password_hash>600000:YQ==:YQ==</password_hash><active>true</active><about/>
                <about_version>1</about_version>
                <created>2026-01-02T03:04:05Z</created><modified>2026-01-02T03:04:05Z</modified></user_account>
                <membership><group_name>confluence-administrators</group_name><user_name>bob</user_name></membership>
                <preference><user_name>bob</user_name><pref_key>k</pref_key></preference>
                <global_permission><permission>SYSTEMADMINISTRATOR</permission><user_name>bob</user_name>
                </global_permission>
                <global_permission><permission>SYSTEMADMINISTRATOR</permission></global_permission>
                <global_permission><permission>SYSTEMADMINISTRATOR</permission>
                <group_name>confluence-users</group_name></global_permission>"""));
        assertEquals(before, users());
    }

    private String users() {
        return RichSpace.tell(site, null, "select * from user_account") + RichSpace.tell(site, null,
                "select * from membership") + RichSpace.tell(site, null, "select * from global_permission")
                + RichSpace.tell(site, null, "select * from preference");
    }

    @Test
    void aUserWhoWasRenamedHere() throws Exception {
        RichSpace.run(site, "update user_account set user_key = 'k' where name = 'admin'");
        assertTrue(importXml("""
                <user_account><user_key>k</user_key><name>once</name><fullname>x</fullname><email/>
                <active>true</active><about/><about_version>1</about_version>
                <created>2026-01-02T03:04:05Z</created><modified>2026-01-02T03:04:05Z</modified></user_account>"""));
        assertEquals("|admin|TRUE\n|once|FALSE",
                RichSpace.tell(site, null, "select name, user_key = 'k' from user_account"));
    }

    @Test
    void theSearchIndexIsTold() throws Exception {
        byte[] export = Exports.of(SPACE + PAGE + ATTACHMENT, new byte[3]);
        site.database.<Object, Exception>inTransaction(db -> {
            Caller admin = Caller.of("admin", Set.of(Caller.ADMINISTRATORS), false);
            site.archives.importing(new Call(db, null, admin, Instant.now()), export);
            assertEquals(3, db.createQuery("""
                    select count(*) from index_queue where object_id in (
                        select id from space where space_key = 'NEW' union all
                        select id from content where space_key = 'NEW' union all select id from attachment)""")
                    .mapTo(long.class).one());
            return null;
        });
    }

    @Test
    void manyLargeRows() throws Exception {
        StringBuilder rows = new StringBuilder(SPACE);
        for (int i = 1; i <= 66; i++) {
            rows.append(PAGE.replace(">1</id>", ">" + i + "</id>").replace("One", "Page " + i)
                    .replace("<body/>", "<body>" + "x".repeat(1 << 20) + "</body>"));
        }
        assertTrue(importXml(rows.toString()));
        assertEquals(1 << 20, site.service.getPage(TOKEN, "NEW", "Page 66").getContent().length());
    }

    @Test
    void theSecondOfTwoSpacesIsThere() throws Exception {
        byte[] export = Exports.of(SPACE + PAGE + SPACE.replace("NEW", "ds"));
        AlreadyExistsException e = assertThrows(AlreadyExistsException.class,
                () -> site.service.importSpace(TOKEN, export));
        assertEquals("A space with the key ds already exists.", e.getMessage());
        assertEquals(1, site.service.getSpaces(TOKEN).length);
    }

    @Test
    void anImportThatIsInterrupted() throws Exception {
        byte[] export = Exports.of(SPACE);
        Thread.currentThread().interrupt();
        try {
            assertEquals("The import takes too long.", assertThrows(RemoteException.class,
                    () -> site.service.importSpace(TOKEN, export)).getMessage());
        } finally {
            Thread.interrupted();
        }
        assertTrue(site.service.importSpace(TOKEN, export), "nothing was imported before");
    }

    private boolean importXml(String rows) throws Exception {
        return site.service.importSpace(TOKEN, Exports.of(rows));
    }

    private static String permission(String kind, String permission, String who) {
        return "<" + kind + "_permission>" + (kind.equals("space") ? "<space_key>NEW</space_key>"
                : "<content_id>1</content_id>") + "<permission>" + permission + "</permission>" + who
                + "</" + kind + "_permission>";
    }
}
