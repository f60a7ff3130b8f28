package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;

class RoundTripTest {

    /** What a site has besides spaces, but for the administrator, who is everywhere. */
    private static final List<String> SITE = List.of("""
            select user_key, name, fullname, email, password_hash, active, about, about_version, creator, created,
            modifier, modified, picture_name, picture_type, rawtohex(hash('SHA-256', picture))
            from user_account where name <> 'admin'""",
            "select name from user_group",
            "select group_name, user_name from membership",
            "select user_name, pref_key, pref_value from preference",
            "select permission, user_name, group_name from global_permission",
            "select group_key, name, license_key, creator from space_group");

    private TestSite site;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        RichSpace.make(site, "RICH");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aSpaceComesBackAsItWas() throws Exception {
        RichSpace.run(site, "delete from label where owner = 'bob'");
        List<String> before = RichSpace.tell(site, "RICH");
        byte[] export = export("RICH", true);
        site.service.removeSpace(TOKEN, "RICH");
        assertTrue(site.service.importSpace(TOKEN, export));
        assertSame(before, RichSpace.tell(site, "RICH"));
    }

    @Test
    void aSpaceComesBackTwice() throws Exception {
        byte[] first = export("RICH", true);
        site.service.removeSpace(TOKEN, "RICH");
        site.service.importSpace(TOKEN, first);
        List<String> before = RichSpace.tell(site, "RICH");
        byte[] second = export("RICH", true);
        site.service.removeSpace(TOKEN, "RICH");
        site.service.importSpace(TOKEN, second);
        assertSame(before, RichSpace.tell(site, "RICH"));
    }

    @Test
    void aSpaceThatIsThereIsNotTouched() throws Exception {
        List<String> before = RichSpace.tell(site, "RICH");
        byte[] export = export("RICH", true);
        AlreadyExistsException e = assertThrows(AlreadyExistsException.class,
                () -> site.service.importSpace(TOKEN, export));
        assertEquals("A space with the key RICH already exists.", e.getMessage());
        assertSame(before, RichSpace.tell(site, "RICH"));
    }

    @Test
    void aSiteComesUpElsewhere() throws Exception {
        makeUsers();
        List<String> space = RichSpace.tell(site, "RICH");
        List<String> personal = RichSpace.tell(site, "~carol");
        List<String> rest = tellSite(site);
        try (TestSite other = TestSite.inMemory()) {
            other.asAdministrator();
            other.service.removeSpace(TOKEN, "DS");
            assertTrue(other.service.importSpace(TOKEN, read(site, site.service.exportSite(TOKEN, true))));
            assertSame(space, RichSpace.tell(other, "RICH"));
            assertEquals(personal, RichSpace.tell(other, "~carol"));
            assertSame(rest, tellSite(other));
            other.as("carol");
            assertEquals("~carol", other.service.getSpace(TOKEN, "~carol").getKey());
        }
    }

    @Test
    void aBackupCanDoWithoutAttachments() throws Exception {
        String url = site.service.performBackup(TOKEN, false);
        String name = url.substring(url.lastIndexOf('/') + 1);
        byte[] backup = Files.readAllBytes(site.home.resolve("backups").resolve(name));
        assertTrue(backup.length < 100_000);
        try (TestSite other = TestSite.inMemory()) {
            other.asAdministrator();
            other.service.removeSpace(TOKEN, "DS");
            other.service.importSpace(TOKEN, backup);
            List<String> expected = RichSpace.tell(site, "RICH");
            List<String> actual = RichSpace.tell(other, "RICH");
            assertEquals(expected.subList(0, 6), actual.subList(0, 6));
            assertEquals("", actual.get(6));
            assertEquals(expected.subList(7, 9), actual.subList(7, 9));
        }
    }

    private void makeUsers() throws Exception {
        RemoteUser user = new RemoteUser();
        user.setName("carol");
        user.setFullname("Carol \u00c4 \ud83d\ude00 <&>");
        user.setEmail("carol@example.org");
        site.service.addUser(TOKEN, user, "secret");
        site.service.addPersonalSpace(TOKEN, TestSite.space(null, "Mine"), "carol");
        RichSpace.run(site, "update user_account set about = 'Me' || char(7), about_version = 3, picture = x'00ff10',"
                + " picture_name = 'me.png', picture_type = 'image/png' where name = 'carol'");
        RichSpace.run(site, "update user_account set active = false where name = 'bob'");
        RichSpace.run(site, "insert into user_group (name) values ('Editors'), ('empty')");
        RichSpace.run(site, "insert into membership (group_name, user_name) values ('Editors', 'carol'),"
                + " ('confluence-administrators', 'carol')");
        RichSpace.run(site, "insert into preference values ('carol', 'a.b', '1'), ('carol', 'none', null)");
        RichSpace.run(site, "insert into global_permission (permission, user_name, group_name) values"
                + " ('CREATESPACE', 'carol', null), ('PERSONALSPACE', null, 'Editors')");
    }

    private static List<String> tellSite(TestSite site) {
        return SITE.stream().map(query -> RichSpace.tell(site, null, query)).toList();
    }

    private byte[] export(String key, boolean everything) throws Exception {
        return read(site, site.service.exportSpace(TOKEN, key, "TYPE_XML", everything));
    }

    private static byte[] read(TestSite site, String url) throws Exception {
        String name = url.substring(url.lastIndexOf('/') + 1);
        assertEquals("http://wiki/download/exports/" + name, url);
        return Files.readAllBytes(site.home.resolve("exports").resolve(name));
    }

    private static void assertSame(List<String> expected, List<String> actual) {
        assertFalse(expected.contains(""), "something of everything");
        assertEquals(String.join("\n\n", expected), String.join("\n\n", actual));
    }
}
