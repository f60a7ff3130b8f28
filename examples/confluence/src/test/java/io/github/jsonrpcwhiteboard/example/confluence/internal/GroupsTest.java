package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.user;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

class GroupsTest {

    private static final String USERS = "confluence-users";
    private static final String ADMINISTRATORS = "confluence-administrators";
    private static final String NO_ADMINISTRATOR = "You're not permitted to make yourself no administrator any more.";

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.as("bob");
        service.getSpaces(TOKEN);
        site.asAdministrator();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(RemoteException.class, call).getMessage());
    }

    @Test
    void groupsAreListedByName() throws Exception {
        assertTrue(service.addGroup(TOKEN, "Cooks and bakers"));
        assertTrue(service.addGroup(TOKEN, "authors"));
        site.as("bob");
        assertArrayEquals(new String[] {"authors", ADMINISTRATORS, USERS, "Cooks and bakers"},
                service.getGroups(TOKEN));
        assertTrue(service.hasGroup(TOKEN, "COOKS AND BAKERS"));
        assertFalse(service.hasGroup(TOKEN, "nobody"));
        assertRefused("The name of the group is missing.", () -> service.hasGroup(TOKEN, null));
    }

    @Test
    void aGroupNeedsANameOfItsOwn() {
        Executable again = () -> service.addGroup(TOKEN, "Confluence-Users");
        assertEquals("A group with the name Confluence-Users already exists.",
                assertThrows(AlreadyExistsException.class, again).getMessage());
        assertRefused("The name of the group is missing.", () -> service.addGroup(TOKEN, null));
        assertRefused("The name of the group is empty.", () -> service.addGroup(TOKEN, " "));
        assertRefused("The name of the group is longer than 255 characters.",
                () -> service.addGroup(TOKEN, "g".repeat(256)));
        assertRefused("The name of the group may have no control characters.", () -> service.addGroup(TOKEN, "a\nb"));
        assertRefused("The name of the group begins or ends with white space.", () -> service.addGroup(TOKEN, "a "));
    }

    @Test
    void membersComeAndGo() throws Exception {
        service.addGroup(TOKEN, "Cooks");
        assertTrue(service.addUserToGroup(TOKEN, "BOB", "cooks"));
        assertFalse(service.addUserToGroup(TOKEN, "bob", "Cooks"));
        assertArrayEquals(new String[] {USERS, "Cooks"}, service.getUserGroups(TOKEN, "Bob"));
        assertTrue(service.removeUserFromGroup(TOKEN, "Bob", "COOKS"));
        assertFalse(service.removeUserFromGroup(TOKEN, "bob", "cooks"));
        assertArrayEquals(new String[] {USERS}, service.getUserGroups(TOKEN, "bob"));
    }

    @Test
    void missingUsersAndGroupsAreToldByName() {
        assertRefused("There is no group cooks.", () -> service.addUserToGroup(TOKEN, "bob", "cooks"));
        assertRefused("There is no group cooks.", () -> service.removeUserFromGroup(TOKEN, "bob", "cooks"));
        assertRefused("There is no group cooks.", () -> service.removeGroup(TOKEN, "cooks", null));
        assertRefused("There is no user eve.", () -> service.addUserToGroup(TOKEN, "eve", USERS));
        assertRefused("There is no user eve.", () -> service.removeUserFromGroup(TOKEN, "eve", USERS));
        assertRefused("There is no user eve.", () -> service.getUserGroups(TOKEN, "eve"));
        assertRefused("The name of the group is missing.", () -> service.addUserToGroup(TOKEN, "bob", null));
        assertRefused("The name of the user is missing.", () -> service.addUserToGroup(TOKEN, null, USERS));
    }

    @Test
    void onlyAdministratorsChangeGroups() {
        site.as("bob");
        for (Executable call : new Executable[] {() -> service.addGroup(TOKEN, "cooks"),
            () -> service.removeGroup(TOKEN, USERS, null), () -> service.addUserToGroup(TOKEN, "bob", ADMINISTRATORS),
            () -> service.removeUserFromGroup(TOKEN, "admin", USERS)}) {
            assertEquals("You're not permitted to change groups.",
                    assertThrows(NotPermittedException.class, call).getMessage());
        }
    }

    @Test
    void theGroupsOfOthersNeedAPermission() throws Exception {
        site.sql("delete from global_permission where permission = 'VIEWUSERPROFILES'");
        site.as("bob");
        assertArrayEquals(new String[] {USERS}, service.getUserGroups(TOKEN, "bob"));
        assertThrows(NotPermittedException.class, () -> service.getUserGroups(TOKEN, "admin"));
    }

    @Test
    void aMemberOfTheAdministratorsAdministratesAtOnceAndNoLongerThanThat() throws Exception {
        service.addUserToGroup(TOKEN, "bob", ADMINISTRATORS);
        site.as("bob");
        assertTrue(service.addGroup(TOKEN, "by Bob"));
        site.asAdministrator();
        service.removeUserFromGroup(TOKEN, "bob", ADMINISTRATORS);
        site.as("bob");
        assertThrows(NotPermittedException.class, () -> service.addGroup(TOKEN, "by Bob, too"));
    }

    @Test
    void administratorsDoNotStripThemselves() throws Exception {
        service.addUserToGroup(TOKEN, "bob", ADMINISTRATORS);
        site.as("bob");
        assertRefused(NO_ADMINISTRATOR, () -> service.removeUserFromGroup(TOKEN, "BOB", ADMINISTRATORS));
        assertTrue(service.removeUserFromGroup(TOKEN, "bob", USERS), "which does not matter");
        assertTrue(service.addGroup(TOKEN, "still an administrator"));
    }

    @Test
    void whomTheHostCallsAnAdministratorRemainsOne() throws Exception {
        service.addUserToGroup(TOKEN, "admin", ADMINISTRATORS);
        assertTrue(service.removeUserFromGroup(TOKEN, "admin", ADMINISTRATORS));
        assertTrue(service.addGroup(TOKEN, "cooks"));
        service.addUser(TOKEN, user("root"), "pear");
        site.enter(new Login("root", true, role -> false));
        assertTrue(service.addGroup(TOKEN, "also under the name of a user of ours"));
    }

    @Test
    void anotherGroupOfAdministratorsIsNoWayOutEither() throws Exception {
        service.addGroup(TOKEN, "chiefs");
        service.addUser(TOKEN, user("dora"), "pear");
        site.sql("insert into global_permission (permission, group_name)"
                + " values ('ADMINISTRATECONFLUENCE', 'chiefs')");
        service.addUserToGroup(TOKEN, "dora", "chiefs");
        site.enter(new Door(site).enter("dora", "pear").orElseThrow());
        assertRefused(NO_ADMINISTRATOR, () -> service.removeUserFromGroup(TOKEN, "dora", "chiefs"));
        assertRefused(NO_ADMINISTRATOR, () -> service.removeGroup(TOKEN, "chiefs", null));
        assertTrue(service.hasGroup(TOKEN, "chiefs"));
        service.addGroup(TOKEN, "bosses");
        assertTrue(service.removeGroup(TOKEN, "chiefs", "bosses"));
        assertTrue(service.addGroup(TOKEN, "still an administrator"));
    }

    @Test
    void aRemovedGroupTakesItsPermissionsAlong() throws Exception {
        service.addGroup(TOKEN, "cooks");
        service.addUserToGroup(TOKEN, "bob", "cooks");
        site.sql("insert into space_permission (space_key, permission, group_name)"
                + " values ('DS', 'SETSPACEPERMISSIONS', 'cooks')");
        assertTrue(service.removeGroup(TOKEN, "Cooks", ""));
        assertFalse(service.hasGroup(TOKEN, "cooks"));
        assertArrayEquals(new String[] {USERS}, service.getUserGroups(TOKEN, "bob"));
        service.addGroup(TOKEN, "cooks");
        assertArrayEquals(new String[] {USERS}, service.getUserGroups(TOKEN, "bob"));
        assertEquals(0, site.count("select count(*) from space_permission where group_name = 'cooks'"));
    }

    @Test
    void aGroupCountsInWhateverLettersItIsWritten() throws Exception {
        String name = "\u0130\u00df\u03a3";
        service.addGroup(TOKEN, name);
        service.addUserToGroup(TOKEN, "bob", name);
        site.sql("insert into global_permission (permission, group_name) values ('SYSTEMADMINISTRATOR', ?)", name);
        site.as("bob");
        assertTrue(service.addGroup(TOKEN, "by Bob"));
    }

    @Test
    void theDefaultGroupInherits() throws Exception {
        service.addGroup(TOKEN, "cooks");
        service.addGroup(TOKEN, "Kitchen");
        service.addUserToGroup(TOKEN, "bob", "cooks");
        service.addUserToGroup(TOKEN, "admin", "cooks");
        service.addUserToGroup(TOKEN, "admin", "kitchen");
        long page = service.storePage(TOKEN, page("DS", "Recipes", "")).getId();
        restrict(page, "cooks");
        site.sql("insert into space_permission (space_key, permission, group_name)"
                + " values ('DS', 'SETSPACEPERMISSIONS', 'cooks'), ('DS', 'SETSPACEPERMISSIONS', 'kitchen')");
        site.sql("insert into global_permission (permission, group_name) values ('CREATESPACE', 'cooks')");
        assertTrue(service.removeGroup(TOKEN, "COOKS", "KITCHEN"));
        assertArrayEquals(new String[] {USERS, "Kitchen"}, service.getUserGroups(TOKEN, "bob"));
        assertArrayEquals(new String[] {USERS, "Kitchen"}, service.getUserGroups(TOKEN, "admin"));
        for (String table : new String[] {"content_permission", "space_permission", "global_permission"}) {
            assertEquals(1, site.count("select count(*) from " + table + " where group_name = 'kitchen'"), table);
            assertEquals(0, site.count("select count(*) from " + table + " where group_name = 'cooks'"), table);
        }
        site.as("bob");
        assertEquals("Recipes", service.getPage(TOKEN, page).getTitle());
    }

    private void restrict(long page, String group) {
        site.sql("insert into content_permission (content_id, permission, group_name) values (?, 'View', ?)", page,
                group);
    }

    @Test
    void whatOnlyARemovedGroupMightViewStaysClosed() throws Exception {
        service.addGroup(TOKEN, "cooks");
        long page = service.storePage(TOKEN, page("DS", "Recipes", "")).getId();
        restrict(page, "cooks");
        service.removeGroup(TOKEN, "cooks", null);
        assertEquals("Recipes", service.getPage(TOKEN, page).getTitle());
        site.as("bob");
        assertThrows(RemoteException.class, () -> service.getPage(TOKEN, page));
    }

    @Test
    void whatTheSiteNeedsStays() throws Exception {
        assertRefused("The group confluence-users cannot be removed.",
                () -> service.removeGroup(TOKEN, "Confluence-USERS", null));
        assertRefused("The group confluence-administrators cannot be removed.",
                () -> service.removeGroup(TOKEN, ADMINISTRATORS, USERS));
        service.addGroup(TOKEN, "cooks");
        assertRefused("There is no group kitchen.", () -> service.removeGroup(TOKEN, "cooks", "kitchen"));
        assertRefused("The default group is the one to be removed.",
                () -> service.removeGroup(TOKEN, "cooks", "Cooks"));
        assertTrue(service.hasGroup(TOKEN, "cooks"));
    }
}
