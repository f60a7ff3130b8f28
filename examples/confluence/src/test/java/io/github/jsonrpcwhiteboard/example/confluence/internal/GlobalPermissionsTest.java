package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forGroup;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

class GlobalPermissionsTest {

    private static final String ADMINISTRATORS = "confluence-administrators";
    private static final String KEEPS = "The group confluence-administrators keeps one of ADMINISTRATECONFLUENCE and"
            + " SYSTEMADMINISTRATOR: nobody could give it back.";

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.users("bob");
        site.group("testers", "tom");
        site.asAdministrator();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void usersAndGroupsMayWhatTheyAreGiven() throws Exception {
        assertTrue(service.removeGlobalPermission(TOKEN, "CREATESPACE", "confluence-users"));
        assertFalse(service.removeGlobalPermission(TOKEN, "CREATESPACE", "confluence-users"));
        assertFalse(service.removeGlobalPermission(TOKEN, "CREATESPACE", "bob"));
        assertCreates("bob", false);
        assertTrue(service.addGlobalPermission(TOKEN, "CREATESPACE", "bob"));
        assertTrue(service.addGlobalPermission(TOKEN, "CREATESPACE", "BOB"));
        assertCreates("bob", true);
        assertTrue(service.removeGlobalPermission(TOKEN, "CREATESPACE", "Bob"));
        assertCreates("bob", false);
        assertCreates("tom", false);
        assertTrue(service.addGlobalPermissions(TOKEN, new String[] {"CREATESPACE", "PERSONALSPACE"}, "Testers"));
        assertCreates("tom", true);
        assertCreates("bob", false);
    }

    private void assertCreates(String user, boolean may) throws RemoteException {
        site.as(user);
        if (may) {
            service.addSpace(TOKEN, space("X", "x"));
            service.removeSpace(TOKEN, "X");
        } else {
            assertEquals("You're not permitted to create a space.",
                    refused(() -> service.addSpace(TOKEN, space("X", "x"))));
        }
        site.asAdministrator();
    }

    @Test
    void severalAreGivenAllOrNone() throws Exception {
        service.removeGlobalPermission(TOKEN, "CREATESPACE", "confluence-users");
        assertEquals("There is no permission VIEWSPACE. There are USECONFLUENCE, VIEWUSERPROFILES, PERSONALSPACE,"
                + " CREATESPACE, ADMINISTRATECONFLUENCE, SYSTEMADMINISTRATOR.", refused(() ->
                service.addGlobalPermissions(TOKEN, new String[] {"CREATESPACE", "VIEWSPACE"}, "bob")));
        assertEquals("The permission is missing.", refused(() ->
                service.addGlobalPermissions(TOKEN, new String[] {"CREATESPACE", null}, "bob")));
        assertCreates("bob", false);
    }

    @Test
    void whatIsGivenIsChecked() {
        assertEquals("The array of permissions is missing.",
                refused(() -> service.addGlobalPermissions(TOKEN, null, "bob")));
        assertEquals("The permission is missing.", refused(() -> service.addGlobalPermission(TOKEN, null, "bob")));
        assertEquals("The permission is longer than 255 characters.",
                refused(() -> service.removeGlobalPermission(TOKEN, "P".repeat(1_000_000), "bob")));
        assertEquals("There is no user or group nobody.",
                refused(() -> service.addGlobalPermission(TOKEN, "CREATESPACE", "nobody")));
        assertEquals("There is no user or group nobody.",
                refused(() -> service.removeGlobalPermission(TOKEN, "CREATESPACE", "nobody")));
        assertEquals("There is no group bob.", refused(() -> service.removeAllPermissionsForGroup(TOKEN, "bob")));
        assertEquals("The name of the group is missing.",
                refused(() -> service.removeAllPermissionsForGroup(TOKEN, null)));
    }

    @Test
    void onlyAdministratorsChangeThem() {
        site.as("bob");
        for (Executable change : List.<Executable>of(
                () -> service.addGlobalPermission(TOKEN, "CREATESPACE", "bob"),
                () -> service.addGlobalPermissions(TOKEN, new String[] {"SYSTEMADMINISTRATOR"}, "bob"),
                () -> service.removeGlobalPermission(TOKEN, "CREATESPACE", "confluence-users"),
                () -> service.removeAllPermissionsForGroup(TOKEN, "testers"),
                () -> service.addAnonymousUsePermission(TOKEN),
                () -> service.removeAnonymousUsePermission(TOKEN),
                () -> service.addAnonymousViewUserProfilePermission(TOKEN),
                () -> service.removeAnonymousViewUserProfilePermission(TOKEN),
                () -> service.setEnableAnonymousAccess(TOKEN, true),
                () -> service.setEnableAnonymousAccess(TOKEN, false))) {
            assertEquals("You're not permitted to change global permissions.",
                    assertThrows(NotPermittedException.class, change).getMessage());
        }
        assertFalse(site.published.isOpen());
    }

    @Test
    void oneAdministratorMakesAnother() throws Exception {
        for (String permission : List.of("ADMINISTRATECONFLUENCE", "SYSTEMADMINISTRATOR")) {
            service.addGlobalPermission(TOKEN, permission, "bob");
            site.as("bob");
            assertTrue(service.addGlobalPermission(TOKEN, "CREATESPACE", "testers"));
            assertTrue(service.removeGlobalPermission(TOKEN, permission, "bob"));
            assertThrows(NotPermittedException.class,
                    () -> service.addGlobalPermission(TOKEN, "CREATESPACE", "testers"));
            site.asAdministrator();
        }
    }

    @Test
    void administratorsRemain() throws Exception {
        assertEquals(KEEPS, refused(() -> service.removeAllPermissionsForGroup(TOKEN, ADMINISTRATORS)));
        assertTrue(service.removeGlobalPermission(TOKEN, "SYSTEMADMINISTRATOR", ADMINISTRATORS));
        assertEquals(KEEPS,
                refused(() -> service.removeGlobalPermission(TOKEN, "ADMINISTRATECONFLUENCE", ADMINISTRATORS)));
        assertTrue(service.addGlobalPermission(TOKEN, "SYSTEMADMINISTRATOR", ADMINISTRATORS));
        assertTrue(service.removeGlobalPermission(TOKEN, "ADMINISTRATECONFLUENCE", ADMINISTRATORS));
        assertEquals(KEEPS,
                refused(() -> service.removeGlobalPermission(TOKEN, "SYSTEMADMINISTRATOR", ADMINISTRATORS)));
        assertTrue(service.addGlobalPermission(TOKEN, "CREATESPACE", "bob"));
    }

    @Test
    void aGroupLosesEverything() throws Exception {
        RemoteContentPermission[] testers = {forGroup("testers")};
        long page = service.getSpace(TOKEN, "DS").getHomePage();
        service.setContentPermissions(TOKEN, page, "Edit", testers);
        service.addSpace(TOKEN, space("S", "Space"));
        service.addPermissionToSpace(TOKEN, "VIEWSPACE", "testers", "S");
        service.addGlobalPermission(TOKEN, "ADMINISTRATECONFLUENCE", "testers");
        assertTrue(service.removeAllPermissionsForGroup(TOKEN, "Testers"));
        assertFalse(service.removeAllPermissionsForGroup(TOKEN, "testers"));
        site.as("tom");
        assertThrows(RemoteException.class, () -> service.getSpace(TOKEN, "S"));
        assertEquals("You're not permitted to change that page.",
                refused(() -> service.storePage(TOKEN, service.getPage(TOKEN, page))));
        site.as("bob");
        assertEquals("You're not permitted to change that page.",
                refused(() -> service.storePage(TOKEN, service.getPage(TOKEN, page))));
    }

    @Test
    void whoMayNotUseTheSiteIsKeptOut() throws Exception {
        assertTrue(service.removeGlobalPermission(TOKEN, "USECONFLUENCE", "confluence-users"));
        site.as("bob");
        assertEquals("You're not permitted to use this site.", refused(() -> service.getSpaces(TOKEN)));
        site.asAdministrator();
        assertTrue(service.addGlobalPermission(TOKEN, "USECONFLUENCE", "bob"));
        site.as("bob");
        assertEquals(1, service.getSpaces(TOKEN).length);
        site.as("tom");
        assertEquals("You're not permitted to use this site.", refused(() -> service.getSpaces(TOKEN)));
    }

    private static String refused(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }
}
