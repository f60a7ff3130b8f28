package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;

class WatchesTest {

    private static final String NO_PAGE = "You're not allowed to view that page, or it does not exist.";
    private static final String NO_SPACE = "You're not allowed to view that space, or it does not exist.";

    private TestSite site;
    private ConfluenceService service;
    private long page;

    /** The space is Alice's, open to all users; Bob and Carol come along. */
    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        for (String user : List.of("carol", "admin", "bob", "alice")) {
            site.as(user);
            service.getSpaces(TOKEN);
        }
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "Alice's"));
        page = service.storePage(TOKEN, page("X", "A page", "")).getId();
        site.as("bob");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(RemoteException.class, call).getMessage());
    }

    private static void assertNotPermitted(String what, Executable call) {
        assertEquals("You're not permitted to " + what + " the watches of other users.",
                assertThrows(NotPermittedException.class, call).getMessage());
    }

    private static List<String> names(RemoteUser... users) {
        return Stream.of(users).map(RemoteUser::getName).toList();
    }

    private void restrict(long id, String user) {
        site.sql("insert into content_permission (content_id, permission, user_name) values (?, 'View', ?)", id,
                user);
    }

    @Test
    void aPageIsWatchedOnce() throws Exception {
        assertFalse(service.isWatchingPage(TOKEN, page, "bob"));
        assertTrue(service.watchPage(TOKEN, page));
        assertFalse(service.watchPage(TOKEN, page));
        assertTrue(service.isWatchingPage(TOKEN, page, "BOB"));
        assertEquals(List.of("bob"), names(service.getWatchersForPage(TOKEN, page)));
        assertTrue(service.removePageWatch(TOKEN, page));
        assertFalse(service.removePageWatch(TOKEN, page));
        assertFalse(service.isWatchingPage(TOKEN, page, "bob"));
    }

    @Test
    void aSpaceIsWatchedWithItsPages() throws Exception {
        assertTrue(service.watchSpace(TOKEN, "x"));
        assertFalse(service.watchSpace(TOKEN, "X"));
        assertTrue(service.isWatchingSpace(TOKEN, "x", "bob"));
        assertTrue(service.isWatchingSpaceForType(TOKEN, "x", "page", "bob"));
        assertTrue(service.isWatchingSpaceForType(TOKEN, "x", "blogpost", "bob"));
        assertTrue(service.isWatchingPage(TOKEN, page, "bob"));
        assertEquals(0, service.getWatchersForPage(TOKEN, page).length, "of the page itself");
        assertFalse(service.removePageWatch(TOKEN, page), "nor that");
        assertFalse(service.isWatchingSpace(TOKEN, "DS", "bob"));
        assertTrue(service.removeSpaceWatch(TOKEN, "X"));
        assertFalse(service.removeSpaceWatch(TOKEN, "X"));
        assertFalse(service.isWatchingSpaceForType(TOKEN, "x", "page", "bob"));
        assertFalse(service.isWatchingPage(TOKEN, page, "bob"));
    }

    @Test
    void watchersAreListedByNameWithoutKeys() throws Exception {
        for (String user : List.of("carol", "bob", "alice")) {
            site.as(user);
            service.watchPage(TOKEN, page);
            service.watchSpace(TOKEN, "X");
        }
        assertEquals(List.of("alice", "bob", "carol"), names(service.getWatchersForPage(TOKEN, page)));
        assertEquals(List.of("alice", "bob", "carol"), names(service.getWatchersForSpace(TOKEN, "X")));
        RemoteUser bob = service.getWatchersForSpace(TOKEN, "X")[1];
        assertEquals(RemoteUser.class, bob.getClass());
        assertEquals("http://wiki/display/%7Ebob", bob.getUrl());
    }

    @Test
    void administratorsOfTheSpaceDecideForOthers() throws Exception {
        assertNotPermitted("change", () -> service.watchPageForUser(TOKEN, page, "carol"));
        assertNotPermitted("change", () -> service.watchPageForUser(TOKEN, page, "nobody"));
        assertNotPermitted("change", () -> service.removePageWatchForUser(TOKEN, page, "carol"));
        assertNotPermitted("view", () -> service.isWatchingPage(TOKEN, page, "carol"));
        assertNotPermitted("view", () -> service.isWatchingSpace(TOKEN, "X", "carol"));
        assertNotPermitted("view", () -> service.isWatchingSpaceForType(TOKEN, "X", "page", "carol"));
        assertNotPermitted("view", () -> service.getWatchersForSpace(TOKEN, "X"));
        assertTrue(service.watchPageForUser(TOKEN, page, "bob"), "oneself");
        assertTrue(service.removePageWatchForUser(TOKEN, page, "Bob"));
        site.as("alice");
        assertTrue(service.watchPageForUser(TOKEN, page, "Carol"));
        assertFalse(service.watchPageForUser(TOKEN, page, "carol"));
        assertTrue(service.isWatchingPage(TOKEN, page, "carol"));
        assertFalse(service.isWatchingSpace(TOKEN, "X", "carol"));
        assertTrue(service.removePageWatchForUser(TOKEN, page, "CAROL"));
        assertFalse(service.removePageWatchForUser(TOKEN, page, "carol"));
        assertRefused("There is no user nobody.", () -> service.watchPageForUser(TOKEN, page, "nobody"));
        assertRefused("The name of the user is missing.", () -> service.isWatchingPage(TOKEN, page, null));
    }

    @Test
    void whatOneMayNotViewOneCannotWatch() throws Exception {
        restrict(page, "alice");
        assertRefused(NO_PAGE, () -> service.watchPage(TOKEN, page));
        assertRefused(NO_PAGE, () -> service.watchPageForUser(TOKEN, page, "bob"));
        assertRefused(NO_PAGE, () -> service.removePageWatch(TOKEN, page));
        assertRefused(NO_PAGE, () -> service.removePageWatchForUser(TOKEN, page, "bob"));
        assertRefused(NO_PAGE, () -> service.isWatchingPage(TOKEN, page, "bob"));
        assertRefused(NO_PAGE, () -> service.getWatchersForPage(TOKEN, page));
        site.sql("delete from space_permission where space_key = 'X' and group_name is not null");
        assertRefused(NO_SPACE, () -> service.watchSpace(TOKEN, "X"));
        assertRefused(NO_SPACE, () -> service.removeSpaceWatch(TOKEN, "X"));
        assertRefused(NO_SPACE, () -> service.isWatchingSpace(TOKEN, "X", "bob"));
        assertRefused(NO_SPACE, () -> service.isWatchingSpaceForType(TOKEN, "X", "page", "bob"));
        assertRefused(NO_SPACE, () -> service.getWatchersForSpace(TOKEN, "X"));
    }

    @Test
    void nobodyIsMadeToWatchWhatTheyMayNotView() throws Exception {
        restrict(page, "alice");
        RemotePage below = page("X", "Below", "");
        below.setParentId(page);
        site.as("alice");
        long child = service.storePage(TOKEN, below).getId();
        assertRefused("The user bob is not allowed to view that page.",
                () -> service.watchPageForUser(TOKEN, child, "bob"));
        restrict(page, "bob");
        assertTrue(service.watchPageForUser(TOKEN, child, "bob"));
        restrict(child, "alice");
        assertFalse(service.isWatchingPage(TOKEN, child, "bob"));
        assertEquals(0, service.getWatchersForPage(TOKEN, child).length);
        site.sql("insert into content_permission (content_id, permission, group_name)"
                + " values (?, 'View', 'confluence-users')", child);
        assertEquals(List.of("bob"), names(service.getWatchersForPage(TOKEN, child)));
    }

    @Test
    void watchesOfWhoMayNoLongerViewAreNotTold() throws Exception {
        service.watchPage(TOKEN, page);
        service.watchSpace(TOKEN, "X");
        site.as("carol");
        service.watchPage(TOKEN, page);
        service.watchSpace(TOKEN, "X");
        site.sql("delete from space_permission where space_key = 'X' and group_name is not null");
        site.sql("insert into space_permission (space_key, permission, user_name)"
                + " values ('X', 'VIEWSPACE', 'carol')");
        site.as("alice");
        assertEquals(List.of("carol"), names(service.getWatchersForPage(TOKEN, page)));
        assertEquals(List.of("carol"), names(service.getWatchersForSpace(TOKEN, "X")));
        assertFalse(service.isWatchingPage(TOKEN, page, "bob"));
        assertFalse(service.isWatchingSpace(TOKEN, "X", "bob"));
        assertTrue(service.isWatchingSpace(TOKEN, "X", "carol"));
        site.sql("insert into global_permission (permission, user_name) values ('SYSTEMADMINISTRATOR', 'bob')");
        assertEquals(List.of("bob", "carol"), names(service.getWatchersForPage(TOKEN, page)));
    }

    @Test
    void whoIsKeptOutDoesNotWatch() throws Exception {
        service.watchPage(TOKEN, page);
        site.as("carol");
        service.watchPage(TOKEN, page);
        site.asAdministrator();
        service.deactivateUser(TOKEN, "bob");
        service.removeUserFromGroup(TOKEN, "carol", "confluence-users");
        site.sql("insert into space_permission (space_key, permission) values ('X', 'VIEWSPACE')");
        assertEquals(0, service.getWatchersForPage(TOKEN, page).length);
        assertFalse(service.isWatchingPage(TOKEN, page, "bob"));
        assertRefused("The user bob is not allowed to view that page.",
                () -> service.watchPageForUser(TOKEN, page, "bob"));
        service.reactivateUser(TOKEN, "bob");
        assertEquals(List.of("bob"), names(service.getWatchersForPage(TOKEN, page)));
    }

    @Test
    void theHostsAdministratorWatchesWhatOnlyAdministratorsMayView() throws Exception {
        restrict(page, "alice");
        site.asAdministrator();
        assertTrue(service.watchPage(TOKEN, page));
        assertTrue(service.watchSpace(TOKEN, "X"));
        assertTrue(service.isWatchingPage(TOKEN, page, "admin"));
        assertTrue(service.isWatchingSpace(TOKEN, "X", "admin"));
        assertEquals(List.of("admin"), names(service.getWatchersForPage(TOKEN, page)));
        assertEquals(List.of("admin"), names(service.getWatchersForSpace(TOKEN, "X")));
    }

    @Test
    void withoutThePermissionForProfilesOneSeesOneself() throws Exception {
        service.watchPage(TOKEN, page);
        site.as("carol");
        service.watchPage(TOKEN, page);
        site.sql("delete from global_permission where permission = 'VIEWUSERPROFILES'");
        assertEquals(List.of("carol"), names(service.getWatchersForPage(TOKEN, page)));
    }

    @Test
    void nobodyWatches() throws Exception {
        service.watchPage(TOKEN, page);
        site.sql("insert into global_permission (permission) values ('USECONFLUENCE')");
        site.sql("insert into space_permission (space_key, permission)"
                + " values ('X', 'VIEWSPACE'), ('X', 'SETSPACEPERMISSIONS')");
        site.as(null);
        for (Executable call : new Executable[] {() -> service.watchPage(TOKEN, page),
            () -> service.removePageWatch(TOKEN, page), () -> service.watchSpace(TOKEN, "X"),
            () -> service.removeSpaceWatch(TOKEN, "X"), () -> service.watchPageForUser(TOKEN, page, "bob"),
            () -> service.removePageWatchForUser(TOKEN, page, "bob"), () -> service.isWatchingPage(TOKEN, page, "bob"),
            () -> service.isWatchingSpace(TOKEN, "X", null), () -> service.getWatchersForSpace(TOKEN, "X")}) {
            assertThrows(NotPermittedException.class, call);
        }
        assertEquals(0, service.getWatchersForPage(TOKEN, page).length);
        site.sql("insert into global_permission (permission) values ('VIEWUSERPROFILES')");
        assertEquals(List.of("bob"), names(service.getWatchersForPage(TOKEN, page)));
    }

    @Test
    void onlyPagesAndBlogEntriesAreWatched() throws Exception {
        site.sql("insert into content (content_type, space_key, title, body, container, created, modified)"
                + " values ('comment', 'X', 'On it', '', ?, current_timestamp, current_timestamp)", page);
        site.sql("insert into content (content_type, space_key, title, body, created, modified)"
                + " values ('blogpost', 'X', 'News', '', current_timestamp, current_timestamp)");
        long comment = site.count("select id from content where title = 'On it'");
        long entry = site.count("select id from content where title = 'News'");
        assertRefused(NO_PAGE, () -> service.watchPage(TOKEN, comment));
        assertRefused(NO_PAGE, () -> service.watchPage(TOKEN, 0));
        assertRefused(NO_PAGE, () -> service.watchPage(TOKEN, -1));
        assertTrue(service.watchPage(TOKEN, entry));
        assertTrue(service.isWatchingPage(TOKEN, entry, "bob"));
        assertRefused(NO_SPACE, () -> service.watchSpace(TOKEN, null));
        for (String type : new String[] {null, "", "comment", "PAGE"}) {
            assertRefused("The type of the content is page or blogpost.",
                    () -> service.isWatchingSpaceForType(TOKEN, "X", type, "bob"));
        }
    }

    @Test
    void watchesGoWithThePage() throws Exception {
        service.watchPage(TOKEN, page);
        site.as("alice");
        service.removePage(TOKEN, page);
        assertRefused(NO_PAGE, () -> service.getWatchersForPage(TOKEN, page));
        service.watchSpace(TOKEN, "X");
        service.removeSpace(TOKEN, "X");
        assertEquals(0, site.count("select count(*) from watch"));
    }
}
