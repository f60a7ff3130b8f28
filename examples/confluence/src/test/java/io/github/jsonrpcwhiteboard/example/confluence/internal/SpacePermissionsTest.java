package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpacePermissionSet;

class SpacePermissionsTest {

    private static final List<String> NAMES = List.of("VIEWSPACE", "EDITSPACE", "EXPORTPAGE", "SETPAGEPERMISSIONS",
            "REMOVEPAGE", "EDITBLOG", "REMOVEBLOG", "COMMENT", "REMOVECOMMENT", "CREATEATTACHMENT", "REMOVEATTACHMENT",
            "REMOVEMAIL", "EXPORTSPACE", "SETSPACEPERMISSIONS", "REMOVEOWNCONTENT");

    private TestSite site;
    private ConfluenceService service;

    /** A space of alice's, that nobody else may view. */
    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        service.addSpace(TOKEN, space("S", "Space"));
        site.users("bob");
        site.group("testers", "tom");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void thereAreFifteenPermissions() throws Exception {
        assertEquals(NAMES, List.of(service.getSpaceLevelPermissions(TOKEN)));
    }

    @Test
    void permissionsAreToldInFewWords() throws Exception {
        assertEquals("[view, modify, comment, admin]", of("alice"));
        service.addPermissionsToSpace(TOKEN, new String[] {"COMMENT", "VIEWSPACE"}, "bob", "S");
        assertEquals("[view, comment]", of("bob"));
        service.addPermissionToSpace(TOKEN, "SETSPACEPERMISSIONS", "bob", "S");
        assertEquals("[view, comment, admin]", of("bob"));
        service.addPermissionsToSpace(TOKEN, new String[] {"VIEWSPACE", "EDITSPACE"}, "testers", "s");
        assertEquals("[view, modify]", of("tom"));
        site.asAdministrator();
        assertEquals("[view, modify, comment, admin]", List.of(service.getPermissions(TOKEN, "S")).toString());
    }

    /** What a user is told, which is what alice is told of the user. */
    private String of(String user) throws RemoteException {
        String told = List.of(service.getPermissionsForUser(TOKEN, "S", user)).toString();
        site.as(user);
        assertEquals(told, List.of(service.getPermissions(TOKEN, "S")).toString());
        assertEquals(told, List.of(service.getPermissionsForUser(TOKEN, "S", user)).toString());
        site.as("alice");
        return told;
    }

    @Test
    void whatOthersMayDoIsForAdministratorsOfTheSpace() throws Exception {
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "bob", "S");
        assertEquals("There is no user nobody.", refused(() -> service.getPermissionsForUser(TOKEN, "S", "nobody")));
        assertEquals("The name of the user is missing.",
                refused(() -> service.getPermissionsForUser(TOKEN, "S", null)));
        site.as("bob");
        assertEquals("[view]", List.of(service.getPermissionsForUser(TOKEN, "S", "BOB")).toString());
        assertNotPermitted("see what others may do in that space",
                () -> service.getPermissionsForUser(TOKEN, "S", "alice"));
        assertNotPermitted("see what others may do in that space",
                () -> service.getPermissionsForUser(TOKEN, "S", "nobody"));
    }

    @Test
    void whoMayNotComeInMayDoNothing() throws Exception {
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "bob", "S");
        site.sql("update user_account set active = false where name = 'bob'");
        assertEquals(0, service.getPermissionsForUser(TOKEN, "S", "bob").length);
        site.sql("update user_account set active = true");
        assertEquals(1, service.getPermissionsForUser(TOKEN, "S", "bob").length);
        site.asAdministrator();
        service.removeGlobalPermission(TOKEN, "USECONFLUENCE", "confluence-users");
        assertEquals(0, service.getPermissionsForUser(TOKEN, "S", "bob").length);
    }

    @Test
    void administratorsOfTheSiteMayDoAllEverywhere() throws Exception {
        site.sql("insert into membership values ('confluence-administrators', 'bob')");
        assertEquals(4, service.getPermissionsForUser(TOKEN, "S", "bob").length);
    }

    @Test
    void setsTellWhoHasWhat() throws Exception {
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "TESTERS", "S");
        service.addAnonymousPermissionToSpace(TOKEN, "VIEWSPACE", "S");
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "Bob", "S");
        assertEquals("[VIEWSPACE alice null, VIEWSPACE bob null, VIEWSPACE null testers, VIEWSPACE null null]",
                names(service.getSpacePermissionSet(TOKEN, "S", "VIEWSPACE")));
        RemoteSpacePermissionSet[] sets = service.getSpacePermissionSets(TOKEN, "S");
        assertEquals(NAMES, Stream.of(sets).map(RemoteSpacePermissionSet::getType).toList());
        assertEquals(4, sets[0].getSpacePermissions().length);
        assertEquals("[EDITSPACE alice null]", names(sets[1]));
        service.removePermissionFromSpace(TOKEN, "EDITSPACE", "alice", "S");
        assertEquals("[]", names(service.getSpacePermissionSets(TOKEN, "S")[1]));
        assertEquals("[]", names(service.getSpacePermissionSet(TOKEN, "S", "EDITSPACE")));
    }

    private static String names(RemoteSpacePermissionSet set) {
        return Stream.of(set.getSpacePermissions())
                .map(one -> one.getType() + " " + one.getUserName() + " " + one.getGroupName()).toList().toString();
    }

    @Test
    void givingTwiceIsFineAndTakingWhatIsNotThereIsFalse() throws Exception {
        assertTrue(service.addPermissionToSpace(TOKEN, "VIEWSPACE", "bob", "S"));
        assertTrue(service.addPermissionToSpace(TOKEN, "VIEWSPACE", "BOB", "S"));
        assertTrue(service.addPermissionsToSpace(TOKEN, new String[] {"VIEWSPACE", "VIEWSPACE"}, "bob", "S"));
        assertTrue(service.addPermissionsToSpace(TOKEN, new String[0], "bob", "S"));
        assertTrue(service.removePermissionFromSpace(TOKEN, "VIEWSPACE", "bob", "S"));
        assertFalse(service.removePermissionFromSpace(TOKEN, "VIEWSPACE", "bob", "S"));
        assertFalse(service.removeAnonymousPermissionFromSpace(TOKEN, "VIEWSPACE", "S"));
        assertTrue(service.addAnonymousPermissionToSpace(TOKEN, "VIEWSPACE", "S"));
        assertTrue(service.addAnonymousPermissionToSpace(TOKEN, "VIEWSPACE", "S"));
        assertTrue(service.removeAnonymousPermissionFromSpace(TOKEN, "VIEWSPACE", "S"));
        site.as("bob");
        assertMissing(() -> service.getSpace(TOKEN, "S"));
    }

    @Test
    void severalAreGivenAllOrNone() throws Exception {
        String list = String.join(", ", NAMES);
        assertEquals("There is no permission viewspace. There are " + list + ".", refused(() ->
                service.addPermissionsToSpace(TOKEN, new String[] {"EDITSPACE", "viewspace"}, "bob", "S")));
        assertEquals("There is no permission X. There are " + list + ".", refused(() ->
                service.addAnonymousPermissionsToSpace(TOKEN, new String[] {"EDITSPACE", "X"}, "S")));
        assertEquals("The permission is missing.", refused(() ->
                service.addPermissionsToSpace(TOKEN, new String[] {"EDITSPACE", null}, "bob", "S")));
        assertEquals("[EDITSPACE alice null]", names(service.getSpacePermissionSet(TOKEN, "S", "EDITSPACE")));
    }

    @Test
    void whatIsGivenIsChecked() {
        assertEquals("The array of permissions is missing.",
                refused(() -> service.addPermissionsToSpace(TOKEN, null, "bob", "S")));
        assertEquals("The permission is missing.",
                refused(() -> service.removeAnonymousPermissionFromSpace(TOKEN, null, "S")));
        assertEquals("The permission is empty.", refused(() -> service.getSpacePermissionSet(TOKEN, "S", "")));
        assertEquals("There is no user or group nobody.",
                refused(() -> service.addPermissionToSpace(TOKEN, "COMMENT", "nobody", "S")));
        assertEquals("There is no user or group nobody.",
                refused(() -> service.removePermissionFromSpace(TOKEN, "COMMENT", "nobody", "S")));
        assertEquals("The name of the user or group is missing.",
                refused(() -> service.addPermissionToSpace(TOKEN, "COMMENT", null, "S")));
        assertMissing(() -> service.addPermissionToSpace(TOKEN, "COMMENT", "bob", null));
        assertMissing(() -> service.getPermissions(TOKEN, "NO"));
    }

    @Test
    void aNameOfBothMeansTheUser() throws Exception {
        site.group("Bob", "tom");
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "bob", "S");
        assertEquals("[VIEWSPACE alice null, VIEWSPACE bob null]",
                names(service.getSpacePermissionSet(TOKEN, "S", "VIEWSPACE")));
    }

    @Test
    void whatEverybodyMayDoUsersMayDo() throws Exception {
        service.addAnonymousPermissionsToSpace(TOKEN, new String[] {"VIEWSPACE", "COMMENT"}, "S");
        assertEquals("[view, comment]", of("bob"));
        for (String name : List.of("SETSPACEPERMISSIONS", "SETPAGEPERMISSIONS")) {
            assertEquals("The permission " + name + " cannot be given to everybody.", refused(() ->
                    service.addAnonymousPermissionsToSpace(TOKEN, new String[] {"EDITSPACE", name}, "S")));
        }
        assertEquals("[view, comment]", of("bob"));
    }

    @Test
    void onlyAdministratorsOfTheSpaceChangeAndSeePermissions() throws Exception {
        String[] all = {"VIEWSPACE", "EDITSPACE", "COMMENT", "SETPAGEPERMISSIONS", "EXPORTSPACE"};
        service.addPermissionsToSpace(TOKEN, all, "bob", "S");
        site.as("bob");
        assertNotPermitted("see the permissions of that space", () -> service.getSpacePermissionSets(TOKEN, "S"));
        assertNotPermitted("see the permissions of that space",
                () -> service.getSpacePermissionSet(TOKEN, "S", "VIEWSPACE"));
        for (Executable change : changes()) {
            assertNotPermitted("change the permissions of that space", change);
        }
        site.as("eve");
        assertMissing(() -> service.getSpacePermissionSets(TOKEN, "S"));
        assertMissing(() -> service.getPermissionsForUser(TOKEN, "S", "eve"));
        for (Executable change : changes()) {
            assertMissing(change);
        }
    }

    private List<Executable> changes() {
        return List.of(
                () -> service.addPermissionToSpace(TOKEN, "VIEWSPACE", "bob", "S"),
                () -> service.addPermissionsToSpace(TOKEN, new String[] {"VIEWSPACE"}, "bob", "S"),
                () -> service.removePermissionFromSpace(TOKEN, "VIEWSPACE", "bob", "S"),
                () -> service.addAnonymousPermissionToSpace(TOKEN, "VIEWSPACE", "S"),
                () -> service.addAnonymousPermissionsToSpace(TOKEN, new String[] {"VIEWSPACE"}, "S"),
                () -> service.removeAnonymousPermissionFromSpace(TOKEN, "VIEWSPACE", "S"));
    }

    @Test
    void theLastAdministratorOfASpaceMayGo() throws Exception {
        service.removePermissionFromSpace(TOKEN, "SETSPACEPERMISSIONS", "alice", "S");
        assertNotPermitted("change the permissions of that space",
                () -> service.addPermissionToSpace(TOKEN, "SETSPACEPERMISSIONS", "alice", "S"));
        site.asAdministrator();
        service.addPermissionToSpace(TOKEN, "SETSPACEPERMISSIONS", "alice", "S");
        site.as("alice");
        assertEquals(15, service.getSpacePermissionSets(TOKEN, "S").length);
    }

    @Test
    void anArchivedSpaceKeepsItsPermissions() throws Exception {
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "bob", "S");
        service.setSpaceStatus(TOKEN, "S", "ARCHIVED");
        assertEquals("[view]", of("bob"));
        site.as("eve");
        assertMissing(() -> service.getSpace(TOKEN, "S"));
    }

    @Test
    void permissionsGoWithTheirHolders() throws Exception {
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "testers", "S");
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "bob", "S");
        site.sql("delete from user_group where name = 'testers'");
        site.sql("delete from user_account where name = 'bob'");
        assertEquals("[VIEWSPACE alice null]", names(service.getSpacePermissionSet(TOKEN, "S", "VIEWSPACE")));
        site.group("testers", "tom");
        site.as("tom");
        assertMissing(() -> service.getSpace(TOKEN, "S"));
    }

    @Test
    void permissionsKeepUpWithNames() throws Exception {
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "bob", "S");
        site.sql("update user_account set name = 'robert' where name = 'bob'");
        assertArrayEquals(new String[] {"view"}, service.getPermissionsForUser(TOKEN, "S", "robert"));
    }

    private static String refused(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    private static void assertNotPermitted(String what, Executable call) {
        assertEquals("You're not permitted to " + what + ".",
                assertThrows(NotPermittedException.class, call).getMessage());
    }

    private static void assertMissing(Executable call) {
        assertEquals("You're not allowed to view that space, or it does not exist.", refused(call));
    }
}
