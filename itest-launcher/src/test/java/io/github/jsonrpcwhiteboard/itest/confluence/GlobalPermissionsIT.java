package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class GlobalPermissionsIT {

    private static final String NOT_PERMITTED =
            "NotPermittedException: You're not permitted to change global permissions.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;

    GlobalPermissionsIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    @Test
    void anAdministratorMakesAnother() {
        WikiClient other = wiki.user(Wiki.unique("other"));
        String hidden = wiki.hiddenSpace();
        assertEquals(NOT_PERMITTED, other.refused("addGlobalPermission", "ADMINISTRATECONFLUENCE", other.name()));
        assertEquals("true", admin.text("addGlobalPermission", "ADMINISTRATECONFLUENCE", other.name()));
        assertEquals(hidden, other.call("getSpace", hidden).get("key").asText());
        assertEquals("true", admin.text("removeGlobalPermission", "ADMINISTRATECONFLUENCE", other.name()));
        assertEquals("false", admin.text("removeGlobalPermission", "ADMINISTRATECONFLUENCE", other.name()));
        assertEquals(NOT_PERMITTED, other.refused("removeGlobalPermission", "CREATESPACE", "confluence-users"));
        assertEquals("RemoteException: You're not allowed to view that space, or it does not exist.",
                other.refused("getSpace", hidden));
    }

    @Test
    void addGlobalPermissions() {
        String user = Wiki.unique("other");
        wiki.user(user);
        assertTrue(admin.refused("addGlobalPermissions", List.of("SYSTEMADMINISTRATOR", "FLY"), user)
                .startsWith("RemoteException: There is no permission FLY. There are USECONFLUENCE, "));
        assertEquals("false", admin.text("removeGlobalPermission", "SYSTEMADMINISTRATOR", user));
        assertEquals("true", admin.text("addGlobalPermissions", List.of("CREATESPACE", "PERSONALSPACE"), user));
        assertEquals("true", admin.text("removeGlobalPermission", "PERSONALSPACE", user));
        assertEquals(NOT_PERMITTED, ann.refused("addGlobalPermissions", List.of("SYSTEMADMINISTRATOR"), "ann"));
    }

    @Test
    void administratorsRemain() {
        String hidden = wiki.hiddenSpace();
        assertTrue(admin.refused("removeAllPermissionsForGroup", "confluence-administrators")
                .startsWith("RemoteException: The group confluence-administrators keeps one of "));
        assertEquals(hidden, admin.call("getSpace", hidden).get("key").asText());
    }

    @Test
    void removeAllPermissionsForGroup() {
        String group = Wiki.unique("group");
        String space = wiki.hiddenSpace();
        admin.call("addGroup", group);
        admin.call("addUserToGroup", "ann", group);
        admin.call("addPermissionToSpace", "VIEWSPACE", group, space);
        assertEquals(space, ann.call("getSpace", space).get("key").asText());
        assertEquals(NOT_PERMITTED, ann.refused("removeAllPermissionsForGroup", group));
        assertEquals("true", admin.text("removeAllPermissionsForGroup", group));
        assertEquals("false", admin.text("removeAllPermissionsForGroup", group));
        assertEquals("RemoteException: You're not allowed to view that space, or it does not exist.",
                ann.refused("getSpace", space));
    }
}
