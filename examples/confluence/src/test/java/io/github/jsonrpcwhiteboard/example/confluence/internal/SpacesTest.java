package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forUser;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;

class SpacesTest {

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theDemonstrationSpaceIsThere() throws Exception {
        RemoteSpace space = service.getSpace(TOKEN, "DS");
        assertEquals("Demonstration Space", space.getName());
        assertEquals("global", space.getType());
        assertEquals("http://wiki/display/DS", space.getUrl());
        RemotePage home = service.getPage(TOKEN, space.getHomePage());
        assertEquals("DS", home.getSpace());
        assertTrue(home.isHomePage());
        assertEquals("admin", home.getCreator());
        assertEquals(4, service.getPages(TOKEN, "DS").length);
    }

    @Test
    void anAddedSpaceIsReadAndListed() throws Exception {
        RemoteSpace given = space("NEW", "A new space");
        given.setDescription("What it is for");
        RemoteSpace added = service.addSpace(TOKEN, given);
        assertEquals("NEW", added.getKey());
        assertEquals("What it is for", added.getDescription());
        RemotePage home = service.getPage(TOKEN, added.getHomePage());
        assertEquals("Home", home.getTitle());
        assertEquals("alice", home.getCreator());
        assertEquals(List.of("A new space", "Demonstration Space"),
                Stream.of(service.getSpaces(TOKEN)).map(RemoteSpaceSummary::getName).toList());
        assertEquals("A new space", service.getSpace(TOKEN, "new").getName(), "keys are compared without case");
    }

    @Test
    void aKeyIsTakenOnce() throws Exception {
        AlreadyExistsException e = assertThrows(AlreadyExistsException.class,
                () -> service.addSpace(TOKEN, space("ds", "Another")));
        assertEquals("A space with the key ds already exists.", e.getMessage());
        assertEquals("Demonstration Space", service.getSpace(TOKEN, "DS").getName());
    }

    @Test
    void aSpaceNeedsKeyAndName() {
        assertEquals("The space is missing.", refused(null));
        assertEquals("The key of the space is missing.", refused(space(null, "x")));
        assertEquals("The key of the space is empty.", refused(space(" ", "x")));
        assertEquals("The key of the space may have letters A to Z and digits only.", refused(space("a/b", "x")));
        assertEquals("The key of the space is longer than 255 characters.", refused(space("k".repeat(256), "x")));
        assertEquals("The name of the space is missing.", refused(space("X", null)));
        assertEquals("The name of the space is longer than 255 characters.", refused(space("X", "n".repeat(256))));
    }

    private String refused(RemoteSpace space) {
        return assertThrows(RemoteException.class, () -> service.addSpace(TOKEN, space)).getMessage();
    }

    @Test
    void whatIsNotStoredKeepsItsValue() throws Exception {
        site.asAdministrator();
        RemoteSpace before = service.getSpace(TOKEN, "DS");
        RemoteSpace after = service.storeSpace(TOKEN, space("DS", "Renamed"));
        assertEquals("Renamed", after.getName());
        assertEquals(before.getDescription(), after.getDescription());
        assertEquals(before.getHomePage(), after.getHomePage());
    }

    @Test
    void theHomePageIsAPageOfTheSpace() throws Exception {
        site.asAdministrator();
        RemoteSpace space = service.getSpace(TOKEN, "DS");
        long other = service.getPage(TOKEN, "DS", "Read a page").getId();
        space.setHomePage(other);
        assertEquals(other, service.storeSpace(TOKEN, space).getHomePage());
        assertTrue(service.getPage(TOKEN, other).isHomePage());
        space.setHomePage(service.addSpace(TOKEN, space("X", "x")).getHomePage());
        assertThrows(RemoteException.class, () -> service.storeSpace(TOKEN, space));
    }

    @Test
    void aRemovedSpaceTakesItsPagesAlong() throws Exception {
        service.addSpace(TOKEN, space("X", "x"));
        long page = service.storePage(TOKEN, page("X", "Title", "text")).getId();
        assertEquals(Boolean.TRUE, service.removeSpace(TOKEN, "x"));
        assertThrows(RemoteException.class, () -> service.getPage(TOKEN, page));
        assertMissing(() -> service.getSpace(TOKEN, "X"));
        assertEquals(1, service.getPages(TOKEN, service.addSpace(TOKEN, space("X", "again")).getKey()).length);
    }

    @Test
    void aRemovedSpaceLeavesNothing() throws Exception {
        site.users("bob");
        service.addSpace(TOKEN, space("X", "x"));
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "bob", "X");
        long page = service.storePage(TOKEN, page("X", "Title", "text")).getId();
        service.setContentPermissions(TOKEN, page, "View", new RemoteContentPermission[] {forUser("bob")});
        site.sql("insert into content (id, content_type, space_key, container, title, body, created, modified)"
                + " values (9001, 'comment', 'X', ?, '', '', current_timestamp, current_timestamp)", page);
        site.sql("insert into attachment (id, content_id, file_name, version) values (9002, ?, 'a', 1)", page);
        site.sql("insert into attachment_version"
                + " values (9002, 1, null, 'text/plain', null, 0, null, current_timestamp, x'')");
        site.sql("insert into history (id, content_id, version, title, body, minor_edit, modified)"
                + " values (9003, ?, 1, '', '', false, current_timestamp)", page);
        site.sql("insert into label (id, name, namespace) values (9004, 'l', 'global')");
        site.sql("insert into label_use values (9004, ?, null, null, current_timestamp),"
                + " (9004, null, 'X', null, current_timestamp)", page);
        site.sql("insert into watch values ('bob', ?, null), ('bob', null, 'X')", page);
        site.sql("insert into link values (?, 'X', 'Title')", page);
        site.sql("delete from index_queue");
        long space = count("select id from space where space_key = 'X'");
        service.removeSpace(TOKEN, "X");
        for (String rows : List.of("content where space_key = 'X'", "space_permission where space_key = 'X'",
                "content_permission", "attachment", "attachment_version", "history", "label_use", "watch", "link")) {
            assertEquals(0, count("select count(*) from " + rows), rows);
        }
        assertEquals(5, count("select count(*) from index_queue"), "space, home page, page, comment and attachment");
        assertEquals(4, count("select count(*) from index_queue where object_id in (9001, 9002, " + page + ", " + space
                + ")"));
    }

    private long count(String sql) {
        return site.database.inTransaction(db -> db.createQuery(sql).mapTo(long.class).one());
    }

    @Test
    void onlyAdministratorsOfASpaceChangeIt() throws Exception {
        for (Executable change : List.<Executable>of(
                () -> service.storeSpace(TOKEN, space("DS", "Mine")),
                () -> service.removeSpace(TOKEN, "DS"),
                () -> service.setSpaceStatus(TOKEN, "DS", "ARCHIVED"))) {
            assertThrows(NotPermittedException.class, change);
        }
        assertEquals("CURRENT", service.getSpaceStatus(TOKEN, "DS"));
        assertEquals("Demonstration Space", service.getSpace(TOKEN, "DS").getName());
    }

    @Test
    void aSpaceIsForItsCreatorAndWithDefaultPermissionsForAllUsers() throws Exception {
        service.addSpace(TOKEN, space("OWN", "Own"));
        assertEquals("all", service.addSpaceWithDefaultPermissions(TOKEN, space("ALL", "all")).getName());
        assertEquals(4, service.getPermissions(TOKEN, "ALL").length);
        site.as("bob");
        assertMissing(() -> service.getSpace(TOKEN, "OWN"));
        assertMissing(() -> service.getSpaceStatus(TOKEN, "OWN"));
        assertMissing(() -> service.setSpaceStatus(TOKEN, "OWN", "ARCHIVED"));
        assertMissing(() -> service.removeSpace(TOKEN, "OWN"));
        assertEquals("[view, modify, comment]", List.of(service.getPermissions(TOKEN, "ALL")).toString());
        assertEquals(List.of("all", "Demonstration Space"), names(), "by name, whatever the case");
    }

    private List<String> names() throws RemoteException {
        return Stream.of(service.getSpaces(TOKEN)).map(RemoteSpaceSummary::getName).toList();
    }

    @Test
    void aPersonalSpaceHasTheNameOfItsOwner() throws Exception {
        site.users("bob");
        RemoteSpace space = service.addPersonalSpace(TOKEN, space("IGNORED", "Alice's"), "ALICE");
        assertEquals("~alice personal", space.getKey() + " " + space.getType());
        assertEquals("http://wiki/display/%7Ealice", space.getUrl());
        assertEquals("Home", service.getPage(TOKEN, space.getHomePage()).getTitle());
        assertThrows(AlreadyExistsException.class,
                () -> service.addPersonalSpace(TOKEN, space(null, "Again"), "alice"));
        site.as("bob");
        assertMissing(() -> service.getSpace(TOKEN, "~alice"));
        service.addPersonalSpaceWithDefaultPermissions(TOKEN, space(null, "Bob's"), "bob");
        site.as("alice");
        assertEquals("[view, comment]", List.of(service.getPermissions(TOKEN, "~BOB")).toString());
    }

    @Test
    void administratorsMakePersonalSpacesForOthers() throws Exception {
        site.users("bob");
        for (String user : List.of("bob", "nobody")) {
            assertEquals("You're not permitted to create a personal space for somebody else.",
                    assertThrows(NotPermittedException.class,
                            () -> service.addPersonalSpace(TOKEN, space(null, "x"), user)).getMessage());
        }
        site.asAdministrator();
        assertEquals("~bob", service.addPersonalSpace(TOKEN, space(null, "Bob's"), "Bob").getKey());
        assertEquals("There is no user nobody.", personalRefused("nobody"));
        assertEquals("The name of the user is missing.", personalRefused(null));
        String longest = "n".repeat(255);
        site.users(longest);
        assertEquals("The key of the space is longer than 255 characters.", personalRefused(longest));
        site.as("bob");
        assertEquals(4, service.getPermissions(TOKEN, "~bob").length);
    }

    private String personalRefused(String user) {
        return assertThrows(RemoteException.class,
                () -> service.addPersonalSpace(TOKEN, space(null, "x"), user)).getMessage();
    }

    @Test
    void creatingTakesAPermission() throws Exception {
        site.sql("delete from global_permission where permission in ('CREATESPACE', 'PERSONALSPACE')");
        for (Executable creation : List.<Executable>of(
                () -> service.addSpace(TOKEN, space("X", "x")),
                () -> service.addSpaceWithDefaultPermissions(TOKEN, space("X", "x")),
                () -> service.addPersonalSpace(TOKEN, space(null, "x"), "alice"),
                () -> service.addPersonalSpaceWithDefaultPermissions(TOKEN, space(null, "x"), "alice"))) {
            assertEquals("You're not permitted to create a space.",
                    assertThrows(NotPermittedException.class, creation).getMessage());
        }
    }

    @Test
    void aSpaceIsArchivedAndComesBack() throws Exception {
        service.addSpace(TOKEN, space("X", "x"));
        assertEquals("CURRENT", service.getSpaceStatus(TOKEN, "x"));
        assertEquals(Boolean.TRUE, service.setSpaceStatus(TOKEN, "x", "ARCHIVED"));
        assertEquals("ARCHIVED", service.getSpaceStatus(TOKEN, "X"));
        assertEquals(List.of("Demonstration Space", "x"), names());
        for (String status : new String[] {null, "", "archived", "DELETED"}) {
            assertEquals("The status of a space is CURRENT or ARCHIVED.", assertThrows(RemoteException.class,
                    () -> service.setSpaceStatus(TOKEN, "X", status)).getMessage());
        }
        assertEquals(Boolean.TRUE, service.setSpaceStatus(TOKEN, "X", "CURRENT"));
        assertEquals("CURRENT", service.getSpaceStatus(TOKEN, "X"));
    }

    @Test
    void aMissingSpaceIsToldInTheSameWordsEverywhere() {
        assertMissing(() -> service.getSpace(TOKEN, null));
        assertMissing(() -> service.getPages(TOKEN, "NO"));
        assertMissing(() -> service.removeSpace(TOKEN, "NO"));
        assertMissing(() -> service.storeSpace(TOKEN, space("NO", "x")));
        assertMissing(() -> service.storeSpace(TOKEN, space(null, "x")));
        assertMissing(() -> service.getSpaceStatus(TOKEN, "NO"));
        assertMissing(() -> service.setSpaceStatus(TOKEN, null, "CURRENT"));
    }

    private static void assertMissing(Executable call) {
        assertEquals("You're not allowed to view that space, or it does not exist.",
                assertThrows(RemoteException.class, call).getMessage());
    }
}
