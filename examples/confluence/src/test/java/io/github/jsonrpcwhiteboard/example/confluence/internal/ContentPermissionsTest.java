package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forGroup;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forUser;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermissionSet;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;

class ContentPermissionsTest {

    private static final String NO_CONTENT = "You're not allowed to view that content, or it does not exist.";
    private static final String NOT_PERMITTED = "You're not permitted to set permissions there.";

    private TestSite site;
    private ConfluenceService service;
    private long page;
    private long child;

    /** In the demonstration space all users may do everything, but give permissions. */
    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.users("bob");
        site.group("testers", "tom");
        page = service.storePage(TOKEN, page("DS", "Page", "")).getId();
        RemotePage below = page("DS", "Child", "");
        below.setParentId(page);
        child = service.storePage(TOKEN, below).getId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPageNamesNobodyAtFirst() throws Exception {
        RemoteContentPermissionSet[] sets = service.getContentPermissionSets(TOKEN, page);
        assertEquals("[View, Edit]", Stream.of(sets).map(RemoteContentPermissionSet::getType).toList().toString());
        assertEquals("[]", names(sets[0]));
        assertEquals("[]", names(sets[1]));
    }

    @Test
    void whoIsNamedReplacesThoseBefore() throws Exception {
        assertTrue(set("view", forUser("BOB"), forGroup("Testers"), forUser("alice"), forUser("bob")));
        assertEquals("[View alice null, View bob null, View null testers]", named("VIEW"));
        assertEquals("[]", named("edit"));
        assertTrue(set("Edit", forUser("alice")));
        assertTrue(set("View", forGroup("confluence-users")));
        assertEquals("[View null confluence-users]", named("View"));
        RemoteContentPermissionSet[] sets = service.getContentPermissionSets(TOKEN, page);
        assertEquals("[View null confluence-users] [Edit alice null]", names(sets[0]) + " " + names(sets[1]));
        assertTrue(set("View"));
        assertEquals("[]", named("View"));
        assertEquals("[Edit alice null]", named("Edit"));
    }

    private boolean set(String type, RemoteContentPermission... permissions) throws RemoteException {
        return service.setContentPermissions(TOKEN, page, type, permissions);
    }

    private String named(String type) throws RemoteException {
        return names(service.getContentPermissionSet(TOKEN, page, type));
    }

    private static String names(RemoteContentPermissionSet set) {
        return Stream.of(set.getContentPermissions())
                .map(one -> one.getType() + " " + one.getUserName() + " " + one.getGroupName()).toList().toString();
    }

    @Test
    void whatHoldsFromAboveIsNotNamedBelow() throws Exception {
        set("View", forUser("alice"));
        assertEquals("[]", names(service.getContentPermissionSet(TOKEN, child, "View")));
        site.as("bob");
        assertEquals(NO_CONTENT, refused(() -> service.getContentPermissionSets(TOKEN, child)));
        assertEquals(NO_CONTENT, refused(() -> service.getContentPermissionSet(TOKEN, child, "View")));
        assertEquals(NO_CONTENT, refused(() -> service.setContentPermissions(TOKEN, child, "View",
                new RemoteContentPermission[0])));
        assertEquals(0, Stream.of(service.getPages(TOKEN, "DS")).mapToLong(RemotePageSummary::getId)
                .filter(id -> id == page || id == child).count());
    }

    /** Those of its own, as clients show them by a padlock. */
    @Test
    void aPageSaysHowManyPermissionsItHas() throws Exception {
        assertEquals(0, service.getPage(TOKEN, page).getPermissions());
        set("View", forUser("alice"), forGroup("testers"));
        set("Edit", forUser("alice"));
        RemotePage stored = service.getPage(TOKEN, page);
        assertEquals(3, stored.getPermissions());
        assertEquals(3, service.storePage(TOKEN, stored).getPermissions());
        assertEquals(3, service.getPageSummary(TOKEN, "DS", "Page").getPermissions());
        assertEquals(3, service.getPage(TOKEN, service.getPageHistory(TOKEN, page)[0].getId()).getPermissions());
        assertEquals(3, Stream.of(service.getPages(TOKEN, "DS")).mapToInt(RemotePageSummary::getPermissions).sum());
        assertEquals(3, service.getAncestors(TOKEN, child)[0].getPermissions());
        assertEquals(0, service.getChildren(TOKEN, page)[0].getPermissions());
        service.setContentPermissions(TOKEN, child, "View", new RemoteContentPermission[] {forUser("alice")});
        assertEquals(1, service.getDescendents(TOKEN, page)[0].getPermissions());
        set("View");
        assertEquals(1, service.getPage(TOKEN, page).getPermissions());
    }

    @Test
    void nobodyShutsOneselfOut() throws Exception {
        set("View", forUser("bob"));
        assertEquals("[View alice null, View bob null]", named("View"));
        set("Edit", forGroup("testers"));
        assertEquals("[Edit alice null, Edit null testers]", named("Edit"));
        site.as("tom");
        assertEquals(NO_CONTENT, refused(() -> named("View")));
        site.as("bob");
        assertEquals(NOT_PERMITTED, refused(() -> set("View")));
    }

    @Test
    void whoIsNamedWithAGroupIsNotAdded() throws Exception {
        site.as("tom");
        set("View", forGroup("TESTERS"));
        assertEquals("[View null testers]", named("View"));
    }

    @Test
    void administratorsAreNotAddedSinceTheyAreNotShutOut() throws Exception {
        site.asAdministrator();
        set("View", forUser("bob"));
        assertEquals("[View bob null]", named("View"));
    }

    @Test
    void aPageThatNamesOnlyWhoHasGoneStaysClosed() throws Exception {
        site.asAdministrator();
        set("View", forUser("bob"), forGroup("testers"));
        set("Edit", forUser("bob"), forUser("alice"));
        site.sql("delete from user_account where name = 'bob'");
        assertEquals("[View null testers]", named("View"));
        site.sql("delete from user_group where name = 'testers'");
        assertEquals("[View null confluence-administrators]", named("View"));
        assertEquals("[Edit alice null]", named("Edit"));
        site.group("testers", "tom");
        for (String user : List.of("alice", "bob", "tom")) {
            site.as(user);
            assertEquals(NO_CONTENT, refused(() -> named("View")));
        }
        site.asAdministrator();
        set("View");
        site.as("tom");
        assertEquals("[]", named("View"));
    }

    @Test
    void whatIsGivenIsChecked() throws Exception {
        set("View", forUser("alice"));
        RemoteContentPermission both = forUser("bob");
        both.setGroupName("testers");
        RemoteContentPermission other = forUser("bob");
        other.setType("Edit");
        assertEquals("The array of permissions is missing.",
                refused(() -> set("View", (RemoteContentPermission[]) null)));
        assertEquals("The permission is missing.", refused(() -> set("View", forUser("bob"), null)));
        assertEquals("A permission names neither a user nor a group.",
                refused(() -> set("View", forUser("bob"), forUser(null))));
        assertEquals("A permission names both the user bob and the group testers.", refused(() -> set("View", both)));
        assertEquals("There is no user testers.", refused(() -> set("View", forUser("testers"))));
        assertEquals("There is no group bob.", refused(() -> set("View", forUser("bob"), forGroup("bob"))));
        assertEquals("The name of the user is empty.", refused(() -> set("View", forUser(""))));
        assertEquals("The type of a permission is not View, as that of the others.",
                refused(() -> set("View", other)));
        for (String type : new String[] {null, "", "VIEWSPACE", "Vi\u0435w"}) {
            assertEquals("The type of a content permission is View or Edit.", refused(() -> set(type)));
            assertEquals("The type of a content permission is View or Edit.", refused(() -> named(type)));
        }
        for (long id : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertEquals(NO_CONTENT, refused(() -> service.getContentPermissionSets(TOKEN, id)));
        }
        assertEquals("[View alice null]", named("View"));
    }

    @Test
    void settingTakesThePermissionInTheSpace() throws Exception {
        site.sql("delete from space_permission where permission = 'SETPAGEPERMISSIONS'");
        assertEquals(NOT_PERMITTED, notPermitted(() -> set("View")));
        site.sql("insert into space_permission values ('DS', 'SETPAGEPERMISSIONS', 'alice', null)");
        assertTrue(set("View"));
        site.sql("delete from space_permission where permission = 'EDITSPACE'");
        assertEquals(NOT_PERMITTED, notPermitted(() -> set("View")));
        assertEquals("[]", named("View"));
    }

    @Test
    void settingTakesToBeLetThrough() throws Exception {
        set("Edit", forUser("alice"));
        site.as("bob");
        assertEquals(NOT_PERMITTED, notPermitted(() -> set("Edit")));
        assertEquals(NOT_PERMITTED, notPermitted(() ->
                service.setContentPermissions(TOKEN, child, "View", new RemoteContentPermission[0])));
        site.as(null);
        site.sql("insert into global_permission values ('USECONFLUENCE', null, null)");
        site.sql("update space_permission set group_name = null");
        assertEquals(NOT_PERMITTED, notPermitted(() -> set("View")));
    }

    @Test
    void blogEntriesHaveTheirOwn() throws Exception {
        long entry = content("blogpost", null);
        service.setContentPermissions(TOKEN, entry, "View", new RemoteContentPermission[] {forUser("alice")});
        assertEquals(1, service.getBlogEntries(TOKEN, "DS")[0].getPermissions());
        assertEquals(1, service.getBlogEntry(TOKEN, entry).getPermissions());
        site.as("bob");
        assertEquals(NO_CONTENT, refused(() -> service.getContentPermissionSets(TOKEN, entry)));
        site.as("alice");
        site.sql("delete from space_permission where permission = 'EDITBLOG'");
        assertEquals(NOT_PERMITTED, notPermitted(() ->
                service.setContentPermissions(TOKEN, entry, "View", new RemoteContentPermission[0])));
    }

    @Test
    void commentsHaveThoseOfTheirPage() throws Exception {
        long comment = content("comment", page);
        String expected = "A comment has no permissions but those of the page that it is on.";
        assertEquals(expected, refused(() -> service.getContentPermissionSets(TOKEN, comment)));
        assertEquals(expected, refused(() -> service.setContentPermissions(TOKEN, comment, "View",
                new RemoteContentPermission[0])));
        set("View", forUser("alice"));
        site.as("bob");
        assertEquals(NO_CONTENT, refused(() -> service.getContentPermissionSets(TOKEN, comment)));
    }

    private long content(String type, Long container) {
        return site.database.inTransaction(db -> db.createUpdate("""
                insert into content (content_type, space_key, container, title, body, created, modified)
                values (:type, 'DS', :container, '', '', current_timestamp, current_timestamp)""")
                .bind("type", type).bind("container", container)
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one());
    }

    private static String refused(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    private static String notPermitted(Executable call) {
        return assertThrows(NotPermittedException.class, call).getMessage();
    }
}
