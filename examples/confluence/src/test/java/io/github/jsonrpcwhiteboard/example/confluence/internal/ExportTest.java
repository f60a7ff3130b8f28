package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archive;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archives;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** Who may export what, and fetch it. */
class ExportTest {

    private static final Site SITE = new Site("http://wiki", Version.emptyVersion, 0, Set.of());
    private static final String USERS_MAY = "insert into space_permission (space_key, permission, group_name)"
            + " values ('%s', '%s', 'confluence-users')";

    private TestSite site;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        site.asAdministrator();
        site.service.addSpaceWithDefaultPermissions(TOKEN, space("EX", "Exported"));
        site.as("bob");
        site.service.getSpaces(TOKEN);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whoMayExport() throws Exception {
        assertRefused("You're not permitted to export that space.", "TYPE_XML", false);
        RichSpace.run(site, USERS_MAY.formatted("EX", "EXPORTSPACE"));
        assertTrue(export(false).matches("http://wiki/download/exports/EX-xml-[0-9]{8}-[0-9]{6}-[0-9a-f]{32}\\.zip"));
        assertRefused("You're not permitted to export all of that space.", "TYPE_XML", true);
        RichSpace.run(site, USERS_MAY.formatted("EX", "SETSPACEPERMISSIONS"));
        assertNotEquals(export(true), export(true));
        site.as(null);
        RichSpace.run(site, "insert into space_permission (space_key, permission) values ('EX', 'VIEWSPACE'),"
                + " ('EX', 'EXPORTSPACE')");
        RichSpace.run(site, "insert into global_permission (permission) values ('USECONFLUENCE')");
        assertRefused("You're not permitted to export that space.", "TYPE_XML", false);
    }

    @Test
    void whatCannotBeExported() throws Exception {
        site.asAdministrator();
        assertRefused("The type of the export is neither TYPE_XML nor TYPE_HTML.", "TYPE_PDF", false);
        assertRefused("The type of the export is missing.", null, false);
        String none = "You're not allowed to view that space, or it does not exist.";
        for (String key : new String[] {"NONE", "", null}) {
            assertEquals(none, assertThrows(RemoteException.class,
                    () -> site.service.exportSpace(TOKEN, key, "TYPE_XML")).getMessage());
        }
        site.service.addSpace(TOKEN, space("HID", "Hidden"));
        site.as("bob");
        assertEquals(none, assertThrows(RemoteException.class,
                () -> site.service.exportSpace(TOKEN, "HID", "TYPE_XML")).getMessage());
    }

    @Test
    void theSiteIsForAdministrators() throws Exception {
        assertThrows(NotPermittedException.class, () -> site.service.exportSite(TOKEN, true));
        assertThrows(NotPermittedException.class, () -> site.service.performBackup(TOKEN, true));
        assertFalse(Files.exists(site.home.resolve("exports")));
        site.asAdministrator();
        assertTrue(site.service.exportSite(TOKEN, true).startsWith("http://wiki/download/exports/site-xml-"));
        assertTrue(site.service.performBackup(TOKEN, true).startsWith("http://wiki/download/exports/backup-20"));
        assertEquals(1, files("exports").size());
        assertEquals(1, files("backups").size());
    }

    @Test
    void onlyWhatTheCallerMayView() throws Exception {
        RichSpace.make(site, "RICH");
        RichSpace.run(site, USERS_MAY.formatted("RICH", "EXPORTSPACE"));
        RichSpace.run(site, "update content_permission set user_name = 'admin' where user_name = 'bob'");
        RichSpace.run(site, "insert into label (name, namespace) values ('secret', 'global')");
        RichSpace.run(site, "insert into label_use (label_id, content_id, created) select label.id, content.id,"
                + " current_timestamp from label, content where name = 'secret' and title = 'Last'");
        site.as("bob");
        String xml = xml(site.service.exportSpace(TOKEN, "RICH", "TYPE_XML"));
        assertTrue(xml.contains("<title>News</title>") && xml.contains("<title>on News too</title>"));
        assertFalse(xml.contains("Last"), "hidden, with all that is on it");
        assertFalse(xml.contains("Depth"), "below what is hidden");
        assertFalse(xml.contains("secret"), "a label of nothing else");
        assertFalse(xml.contains("<name>mine</name>"), "somebody else's");
        assertTrue(xml.contains("<name>his</name>"), "the caller's own");
        assertFalse(xml.contains("deleted") || xml.contains("<watch>") || xml.contains("<space_permission>"));
        assertEquals(2, count(xml, "<attachment>"));
        assertEquals(6, count(xml, "<attachment_version>"));
        site.asAdministrator();
        site.service.removeSpace(TOKEN, "RICH");
        assertTrue(site.service.importSpace(TOKEN, zip()));
        assertEquals(2, site.service.getPages(TOKEN, "RICH").length);
    }

    @Test
    void aHomePageThatIsHiddenIsLeftOut() throws Exception {
        RichSpace.run(site, USERS_MAY.formatted("EX", "EXPORTSPACE"));
        RichSpace.run(site, "insert into content_permission (content_id, permission, user_name)"
                + " select home_page, 'View', 'admin' from space where space_key = 'EX'");
        String xml = xml(export(false));
        assertFalse(xml.contains("<content>") || xml.contains("<home_page>"));
        site.asAdministrator();
        assertTrue(xml(export(false)).contains("<home_page>"));
    }

    @Test
    void whoMayFetch() throws Exception {
        RichSpace.run(site, USERS_MAY.formatted("EX", "EXPORTSPACE"));
        RichSpace.run(site, USERS_MAY.formatted("EX", "SETSPACEPERMISSIONS"));
        String some = name(export(false));
        String all = name(export(true));
        Caller bob = Caller.of("BOB", Set.of(Caller.USERS), false);
        assertTrue(mayFetch(bob, some) && mayFetch(bob, all));
        Archive archive = find(bob, some).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        archive.writeTo(bytes);
        assertEquals(some, archive.name());
        assertEquals(archive.length(), bytes.size());
        assertTrue(Zips.unzip(bytes.toByteArray()).containsKey("export.xml"));
        assertFalse(mayFetch(Caller.of("ann", Set.of(Caller.USERS), false), some));
        assertFalse(mayFetch(Caller.ANONYMOUS, some));
        assertTrue(mayFetch(Caller.of("ann", Set.of(Caller.ADMINISTRATORS), false), some));
        RichSpace.run(site, "delete from space_permission where permission = 'SETSPACEPERMISSIONS'");
        assertTrue(mayFetch(bob, some) && !mayFetch(bob, all));
        RichSpace.run(site, "delete from space_permission where permission = 'VIEWSPACE'");
        assertFalse(mayFetch(bob, some));
        for (String name : new String[] {null, "", "..", "../confluence.mv.db", some.toUpperCase(), "%"}) {
            assertFalse(mayFetch(Caller.of("ann", Set.of(Caller.ADMINISTRATORS), false), name), name);
        }
    }

    @Test
    void theSiteIsFetchedByAdministrators() throws Exception {
        site.asAdministrator();
        for (String url : List.of(site.service.exportSite(TOKEN, true), site.service.performBackup(TOKEN, true))) {
            assertTrue(mayFetch(Caller.of("ann", Set.of(Caller.ADMINISTRATORS), false), name(url)));
            assertFalse(mayFetch(Caller.of("admin", Set.of(Caller.USERS), false), name(url)));
        }
    }

    @Test
    void exportsGoAfterADayAndBackupsStay() throws Exception {
        site.asAdministrator();
        String export = name(export(false));
        String kept = name(export(false));
        String backup = name(site.service.performBackup(TOKEN, true));
        for (String name : List.of(export, backup)) {
            RichSpace.run(site, "update archive set created = created - interval '25' hour where name = '" + name
                    + "'");
        }
        age(Files.createFile(site.home.resolve("exports/rest.part")));
        age(site.home.resolve("exports").resolve(export));
        age(site.home.resolve("backups").resolve(backup));
        String last = name(export(false));
        assertEquals(Set.of(kept, last), Set.copyOf(files("exports")));
        Caller admin = Caller.of("ann", Set.of(Caller.ADMINISTRATORS), false);
        assertTrue(mayFetch(admin, backup) && mayFetch(admin, kept) && !mayFetch(admin, export));
        assertEquals(3, RichSpace.tell(site, null, "select name from archive").lines().count());
    }

    @Test
    void atTheStartWhatIsOldAndUnfinishedGoes() throws Exception {
        site.asAdministrator();
        String old = name(export(false));
        String kept = name(export(false));
        String backup = name(site.service.performBackup(TOKEN, true));
        age(site.home.resolve("exports").resolve(old));
        age(site.home.resolve("backups").resolve(backup));
        Files.createFile(site.home.resolve("exports/1.part"));
        Files.createFile(site.home.resolve("backups/2.part"));
        new Archives(site.home);
        assertEquals(List.of(kept), files("exports"));
        assertEquals(List.of(backup), files("backups"));
    }

    @Test
    void aUsersManyExportsPushEachOtherOut() throws Exception {
        RichSpace.run(site, USERS_MAY.formatted("EX", "EXPORTSPACE"));
        String first = name(export(false));
        String second = name(export(false));
        RichSpace.run(site, "update archive set created = created - interval '2' minute where name = '" + first + "'");
        RichSpace.run(site, "update archive set created = created - interval '1' minute where name = '" + second + "'");
        for (int i = 3; i <= 11; i++) {
            export(false);
        }
        assertEquals(10, files("exports").size());
        assertFalse(files("exports").contains(first));
        assertTrue(files("exports").contains(second));
    }

    @Test
    void aKeyThatIsNoFileName() throws Exception {
        site.asAdministrator();
        RichSpace.run(site, "insert into space (space_key, name, created) values ('~../../a" + "b".repeat(200)
                + "', 'x', current_timestamp)");
        String url = site.service.exportSpace(TOKEN, "~../../a" + "b".repeat(200), "TYPE_XML");
        assertTrue(name(url).matches("~______ab{56}-xml-.*\\.zip"), url);
        assertTrue(files("exports").contains(name(url)));
    }

    private boolean mayFetch(Caller caller, String name) {
        return find(caller, name).isPresent();
    }

    private Optional<Archive> find(Caller caller, String name) {
        return site.database.<Optional<Archive>, RuntimeException>inTransaction(db ->
                site.archives.find(new Call(db, SITE, caller, Instant.now()), name));
    }

    private String export(boolean everything) throws RemoteException {
        return site.service.exportSpace(TOKEN, "ex", "TYPE_XML", everything);
    }

    private void assertRefused(String message, String type, boolean everything) {
        assertEquals(message, assertThrows(RemoteException.class,
                () -> site.service.exportSpace(TOKEN, "EX", type, everything)).getMessage());
    }

    private String xml(String url) throws Exception {
        return Zips.text(Files.readAllBytes(site.home.resolve("exports").resolve(name(url))), "export.xml");
    }

    private byte[] zip() throws Exception {
        return Files.readAllBytes(site.home.resolve("exports").resolve(files("exports").get(0)));
    }

    private List<String> files(String directory) throws Exception {
        try (Stream<Path> files = Files.list(site.home.resolve(directory))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    private static void age(Path file) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    }
}
