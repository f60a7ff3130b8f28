package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class ContentPermissionsIT {

    private static final String NO_CONTENT =
            "RemoteException: You're not allowed to view that content, or it does not exist.";
    private static final String NOT_PERMITTED = "NotPermittedException: You're not permitted to set permissions there.";

    private final Wiki wiki;
    private final WikiClient ann;
    private final WikiClient bob;
    private String space;
    private long page;

    ContentPermissionsIT(Wiki wiki) {
        this.wiki = wiki;
        this.ann = wiki.user("ann");
        this.bob = wiki.user("bob");
    }

    @BeforeEach
    void addPage() {
        space = wiki.space();
        wiki.admin().call("addPermissionToSpace", "SETPAGEPERMISSIONS", "confluence-users", space);
        page = ann.call("storePage", Map.of("space", space, "title", "Page", "content", "")).get("id").asLong();
    }

    @Test
    void whoIsNotNamedMayNotView() {
        assertEquals("[{\"type\":\"View\",\"contentPermissions\":[]},{\"type\":\"Edit\",\"contentPermissions\":[]}]",
                bob.call("getContentPermissionSets", page).toString());
        assertEquals("true", ann.text("setContentPermissions", page, "View", List.of(Map.of("userName", "ann"))));
        assertEquals("{\"type\":\"View\",\"contentPermissions\":"
                + "[{\"type\":\"View\",\"userName\":\"ann\",\"groupName\":null}]}",
                ann.call("getContentPermissionSet", page, "view").toString());
        assertEquals(NO_CONTENT, bob.refused("getContentPermissionSets", page));
        assertEquals(NO_CONTENT, bob.refused("getContentPermissionSet", page, "View"));
        assertEquals(NO_CONTENT, bob.refused("setContentPermissions", page, "View", List.of()));
        assertEquals("RemoteException: You're not allowed to view that page, or it does not exist.",
                bob.refused("getPage", page));
        assertEquals(List.of("Home"), bob.call("getPages", space).findValuesAsText("title"));
        assertEquals("true", ann.text("setContentPermissions", page, "View", List.of()));
        assertEquals("Page", bob.call("getPage", page).get("title").asText());
    }

    @Test
    void whoIsNotNamedMayNotEdit() {
        ann.call("setContentPermissions", page, "edit", List.of(Map.of("type", "Edit", "userName", "ann")));
        assertEquals("NotPermittedException: You're not permitted to change that page.",
                bob.refused("storePage", bob.call("getPage", page)));
        assertEquals(NOT_PERMITTED, bob.refused("setContentPermissions", page, "Edit", List.of()));
        ann.call("setContentPermissions", page, "Edit", List.of(Map.of("groupName", "confluence-users")));
        assertEquals(2, bob.call("storePage", bob.call("getPage", page)).get("version").asInt());
    }

    @Test
    void settingTakesThePermissionInTheSpace() {
        wiki.admin().call("removePermissionFromSpace", "SETPAGEPERMISSIONS", "confluence-users", space);
        assertEquals(NOT_PERMITTED, ann.refused("setContentPermissions", page, "View", List.of()));
    }

    @Test
    void whatIsGivenIsChecked() {
        assertEquals("RemoteException: There is no user nobody.",
                ann.refused("setContentPermissions", page, "View", List.of(Map.of("userName", "nobody"))));
        assertEquals("RemoteException: There is no group nobody.",
                ann.refused("setContentPermissions", page, "View", List.of(Map.of("groupName", "nobody"))));
        assertEquals("RemoteException: A permission names neither a user nor a group.",
                ann.refused("setContentPermissions", page, "View", List.of(Map.of())));
        assertEquals("RemoteException: The type of a content permission is View or Edit.",
                ann.refused("getContentPermissionSet", page, "VIEWSPACE"));
        assertEquals("RemoteException: The array of permissions is missing.",
                ann.refused("setContentPermissions", page, "View", null));
    }
}
