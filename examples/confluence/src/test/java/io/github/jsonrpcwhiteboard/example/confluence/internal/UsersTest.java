package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteConfluenceUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUserInformation;

class UsersTest {

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.users("bob", "carol");
        site.asAdministrator();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String refusal(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    private static void notPermitted(String what, Executable call) {
        assertEquals("You're not permitted to " + what + ".",
                assertThrows(NotPermittedException.class, call).getMessage());
    }

    @Test
    void anAddedUserIsFoundByNameAndKey() throws Exception {
        RemoteUser given = user("Dora.O'Hara+x@y_z-1");
        given.setFullname("Dora O'Hara");
        given.setEmail("dora@example.org");
        service.addUser(TOKEN, given, "pear", true);
        RemoteConfluenceUser found = service.getUserByName(TOKEN, given.getName().toUpperCase());
        assertEquals(given.getName(), found.getName());
        assertEquals("Dora O'Hara", found.getFullname());
        assertEquals("dora@example.org", found.getEmail());
        assertEquals("http://wiki/display/%7EDora.O%27Hara%2Bx%40y_z-1", found.getUrl());
        assertEquals(found.getName(), service.getUserByKey(TOKEN, found.getKey()).getName());
        assertTrue(service.hasUser(TOKEN, given.getName()));
        assertTrue(service.isActiveUser(TOKEN, given.getName()));
        assertArrayEquals(new String[] {"confluence-users"}, service.getUserGroups(TOKEN, given.getName()));
    }

    @Test
    void whatIsNotGivenIsNameAndNothing() throws Exception {
        service.addUser(TOKEN, user("dora"), "pear");
        assertEquals("dora", service.getUserByName(TOKEN, "dora").getFullname());
        assertEquals("", service.getUserByName(TOKEN, "dora").getEmail());
    }

    @Test
    void aNameIsTakenOnce() {
        assertEquals("A user with the name BOB already exists.",
                refusal(() -> service.addUser(TOKEN, user("BOB"), "x")));
        assertThrows(AlreadyExistsException.class, () -> service.addUser(TOKEN, user("bob"), "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "a\n", "a\u00a0b", "a\u0000", "a\u200b", "a\ud800", "a\\b", "a/b", "a,b",
        "a:b", "a;b", "a<b", "a>b", "a%b", "a|b", "a?b", "a*b", "a\"b", "a&b", "a#b"})
    void aNameFitsIntoUrlsAndLogins(String name) {
        assertEquals("The name of the user may have no white space, no control characters and none of"
                + " \\ / , : ; < > % | ? * \" & #", refusal(() -> service.addUser(TOKEN, user(name), "x")));
    }

    @Test
    void aUserNeedsNameAndPassword() {
        assertEquals("The user is missing.", refusal(() -> service.addUser(TOKEN, null, "x")));
        assertEquals("The name of the user is missing.", refusal(() -> service.addUser(TOKEN, user(null), "x")));
        assertEquals("The name of the user is empty.", refusal(() -> service.addUser(TOKEN, user(""), "x")));
        assertEquals("The name of the user is longer than 255 characters.",
                refusal(() -> service.addUser(TOKEN, user("n".repeat(256)), "x")));
        assertEquals("The password is missing.", refusal(() -> service.addUser(TOKEN, user("dora"), null)));
        assertEquals("The password is empty.", refusal(() -> service.addUser(TOKEN, user("dora"), "")));
        assertEquals("The password is longer than 500 characters.",
                refusal(() -> service.addUser(TOKEN, user("dora"), "p".repeat(501))));
        RemoteUser user = user("dora");
        user.setFullname("\u0000");
        assertEquals("The full name of the user may have no control characters.",
                refusal(() -> service.addUser(TOKEN, user, "x")));
        user.setFullname(null);
        user.setEmail("e".repeat(256));
        assertEquals("The e-mail address of the user is longer than 255 characters.",
                refusal(() -> service.addUser(TOKEN, user, "x")));
    }

    @Test
    void missingUsersAreToldByName() {
        String none = "There is no user nobody.";
        assertEquals(none, refusal(() -> service.getUserByName(TOKEN, "nobody")));
        assertEquals(none, refusal(() -> service.removeUser(TOKEN, "nobody")));
        assertEquals(none, refusal(() -> service.editUser(TOKEN, user("nobody"))));
        assertEquals(none, refusal(() -> service.deactivateUser(TOKEN, "nobody")));
        assertEquals(none, refusal(() -> service.reactivateUser(TOKEN, "nobody")));
        assertEquals(none, refusal(() -> service.isActiveUser(TOKEN, "nobody")));
        assertEquals(none, refusal(() -> service.getUserInformation(TOKEN, "nobody")));
        assertEquals(none, refusal(() -> service.changeUserPassword(TOKEN, "nobody", "x")));
        assertEquals(none, refusal(() -> service.renameUser(TOKEN, "nobody", "x")));
        assertEquals("There is no user with the key k.", refusal(() -> service.getUserByKey(TOKEN, "k")));
        assertEquals("The key of the user is missing.", refusal(() -> service.getUserByKey(TOKEN, null)));
        assertEquals("The name of the user is missing.", refusal(() -> service.getUserByName(TOKEN, null)));
        assertEquals("The name of the user is missing.", refusal(() -> service.hasUser(TOKEN, null)));
        assertEquals("The name of the user is missing.", refusal(() -> service.deactivateUser(TOKEN, null)));
    }

    @Test
    void usersAreListedByName() throws Exception {
        assertArrayEquals(new String[] {"admin", "bob", "carol"}, service.getActiveUsers(TOKEN, true));
        service.deactivateUser(TOKEN, "bob");
        service.removeUserFromGroup(TOKEN, "carol", "confluence-users");
        assertArrayEquals(new String[] {"admin", "carol"}, service.getActiveUsers(TOKEN, true));
        assertArrayEquals(new String[] {"admin"}, service.getActiveUsers(TOKEN, false));
        service.addUserToGroup(TOKEN, "carol", "confluence-administrators");
        assertArrayEquals(new String[] {"admin", "carol"}, service.getActiveUsers(TOKEN, false));
    }

    @Test
    void whatOnlyAdministratorsMay() {
        RemoteUserInformation information = new RemoteUserInformation();
        information.setUsername("carol");
        site.as("bob");
        notPermitted("add users", () -> service.addUser(TOKEN, user("dora"), "x"));
        notPermitted("add users", () -> service.addUser(TOKEN, user("bob"), "x", false));
        notPermitted("remove users", () -> service.removeUser(TOKEN, "carol"));
        notPermitted("deactivate users", () -> service.deactivateUser(TOKEN, "nobody"));
        notPermitted("reactivate users", () -> service.reactivateUser(TOKEN, "carol"));
        notPermitted("change the passwords of users", () -> service.changeUserPassword(TOKEN, "bob", "x"));
        notPermitted("rename users", () -> service.renameUser(TOKEN, "bob", "x"));
        notPermitted("rename users", () -> service.renameUsers(TOKEN, null));
        notPermitted("change the profile of another user", () -> service.editUser(TOKEN, user("carol")));
        notPermitted("change the profile of another user", () -> service.editUser(TOKEN, user("nobody")));
        notPermitted("change the profile of another user",
                () -> service.setUserInformation(TOKEN, information));
        notPermitted("change the profile of another user",
                () -> service.addProfilePicture(TOKEN, "carol", "a.png", "image/png", new byte[0]));
    }

    @Test
    void nobodyHasNoAccount() {
        site.sql("insert into global_permission (permission) values ('USECONFLUENCE')");
        site.as(null);
        notPermitted("view the profiles of users", () -> service.getUserByName(TOKEN, "bob"));
        notPermitted("view the profiles of users", () -> service.getActiveUsers(TOKEN, false));
        notPermitted("change the profile of another user", () -> service.editUser(TOKEN, user("bob")));
        notPermitted("change a password", () -> service.changeMyPassword(TOKEN, "a", "b"));
        notPermitted("remove users", () -> service.removeUser(TOKEN, "bob"));
        notPermitted("view the groups", () -> service.getGroups(TOKEN));
        notPermitted("view the groups", () -> service.hasGroup(TOKEN, "confluence-users"));
        notPermitted("view the profiles of users", () -> service.getUserGroups(TOKEN, "bob"));
        notPermitted("view the preferences of another user", () -> service.getUserPreferenceLong(TOKEN, null, "k"));
    }

    @Test
    void administratorsDoNotShutOutThemselves() throws Exception {
        notPermitted("deactivate yourself", () -> service.deactivateUser(TOKEN, "ADMIN"));
        notPermitted("remove yourself", () -> service.removeUser(TOKEN, "Admin"));
        service.addUserToGroup(TOKEN, "bob", "confluence-administrators");
        site.as("bob");
        assertTrue(service.deactivateUser(TOKEN, "admin"));
        notPermitted("deactivate yourself", () -> service.deactivateUser(TOKEN, "bob"));
    }

    @Test
    void deactivatingTellsWhetherItWasAChange() throws Exception {
        assertTrue(service.deactivateUser(TOKEN, "bob"));
        assertFalse(service.deactivateUser(TOKEN, "bob"));
        assertFalse(service.isActiveUser(TOKEN, "bob"));
        assertTrue(service.reactivateUser(TOKEN, "bob"));
        assertFalse(service.reactivateUser(TOKEN, "bob"));
        assertTrue(service.isActiveUser(TOKEN, "bob"));
    }

    @Test
    void usersOfTheHostsAreItsOwn() {
        assertEquals("The user bob is the host's, and would come back: deactivate the user instead.",
                refusal(() -> service.removeUser(TOKEN, "bob")));
        assertEquals("The user bob is the host's, and so is the password.",
                refusal(() -> service.changeUserPassword(TOKEN, "bob", "x")));
        assertEquals("The user bob is the host's, and so is the name.",
                refusal(() -> service.renameUser(TOKEN, "bob", "x")));
        site.as("bob");
        assertEquals("The user bob is the host's, and so is the password.",
                refusal(() -> service.changeMyPassword(TOKEN, "x", "y")));
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOldOne() throws Exception {
        service.addUser(TOKEN, user("dora"), "pear");
        site.enter(new Door(site).enter("dora", "pear").orElseThrow());
        assertEquals("The old password is wrong.", refusal(() -> service.changeMyPassword(TOKEN, "apple", "x")));
        assertEquals("The old password is missing.", refusal(() -> service.changeMyPassword(TOKEN, null, "x")));
        assertEquals("The new password is missing.", refusal(() -> service.changeMyPassword(TOKEN, "pear", null)));
        assertEquals("The new password is empty.", refusal(() -> service.changeMyPassword(TOKEN, "pear", "")));
        assertEquals("The new password is longer than 500 characters.",
                refusal(() -> service.changeMyPassword(TOKEN, "pear", "p".repeat(501))));
        for (int i = 1; i < 10; i++) {
            assertEquals("The old password is wrong.", refusal(() -> service.changeMyPassword(TOKEN, "apple", "x")));
        }
        assertEquals("There were too many wrong passwords: wait a minute.",
                refusal(() -> service.changeMyPassword(TOKEN, "pear", "x")));
    }
}
