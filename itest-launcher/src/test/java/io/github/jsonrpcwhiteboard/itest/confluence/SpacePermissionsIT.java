package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class SpacePermissionsIT {

    private static final String NO_SPACE =
            "RemoteException: You're not allowed to view that space, or it does not exist.";
    private static final String NOT_SEEN =
            "NotPermittedException: You're not permitted to see the permissions of that space.";
    private static final String NOT_CHANGED =
            "NotPermittedException: You're not permitted to change the permissions of that space.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;

    SpacePermissionsIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    @Test
    void getPermissions() {
        String key = wiki.hiddenSpace();
        assertEquals(NO_SPACE, ann.refused("getPermissions", key));
        assertEquals("true", admin.text("addPermissionsToSpace", List.of("COMMENT", "VIEWSPACE"), "ann", key));
        assertEquals("[\"view\",\"comment\"]", ann.call("getPermissions", key).toString());
        assertEquals("[\"view\",\"modify\",\"comment\",\"admin\"]", admin.call("getPermissions", key).toString());
    }

    @Test
    void getPermissionsForUser() {
        String key = wiki.space();
        assertEquals("[\"view\",\"modify\",\"comment\"]", admin.call("getPermissionsForUser", key, "ann").toString());
        assertEquals("[\"view\",\"modify\",\"comment\"]", ann.call("getPermissionsForUser", key, "ann").toString());
        wiki.user("bob");
        assertEquals("NotPermittedException: You're not permitted to see what others may do in that space.",
                ann.refused("getPermissionsForUser", key, "bob"));
    }

    @Test
    void getSpacePermissionSets() {
        String key = wiki.space();
        List<String> names = new ArrayList<>();
        ann.call("getSpaceLevelPermissions").forEach(name -> names.add(name.asText()));
        JsonNode sets = admin.call("getSpacePermissionSets", key);
        assertEquals(15, names.size());
        assertEquals(names, names(sets));
        assertEquals("[{\"type\":\"VIEWSPACE\",\"userName\":\"admin\",\"groupName\":null},"
                + "{\"type\":\"VIEWSPACE\",\"userName\":null,\"groupName\":\"confluence-users\"}]",
                sets.get(0).get("spacePermissions").toString());
        assertEquals(sets.get(0), admin.call("getSpacePermissionSet", key, "VIEWSPACE"));
        assertEquals(NOT_SEEN, ann.refused("getSpacePermissionSets", key));
        assertEquals(NOT_SEEN, ann.refused("getSpacePermissionSet", key, "VIEWSPACE"));
        assertEquals(NO_SPACE, ann.refused("getSpacePermissionSets", wiki.hiddenSpace()));
    }

    private static List<String> names(JsonNode sets) {
        return sets.findValues("type").stream().map(JsonNode::asText).distinct().toList();
    }

    @Test
    void permissionsOfAUserComeAndGo() {
        String key = wiki.hiddenSpace();
        assertEquals("true", admin.text("addPermissionToSpace", "VIEWSPACE", "ann", key));
        assertEquals(key, ann.call("getSpace", key).get("key").asText());
        assertEquals(NO_SPACE, wiki.user("bob").refused("getSpace", key));
        assertEquals(NOT_CHANGED, ann.refused("addPermissionToSpace", "EDITSPACE", "ann", key));
        assertEquals(NOT_CHANGED, ann.refused("addPermissionsToSpace", List.of("EDITSPACE"), "ann", key));
        assertEquals(NOT_CHANGED, ann.refused("removePermissionFromSpace", "VIEWSPACE", "admin", key));
        assertEquals("true", admin.text("removePermissionFromSpace", "VIEWSPACE", "ann", key));
        assertEquals("false", admin.text("removePermissionFromSpace", "VIEWSPACE", "ann", key));
        assertEquals(NO_SPACE, ann.refused("getSpace", key));
        assertEquals(NO_SPACE, ann.refused("addPermissionToSpace", "VIEWSPACE", "ann", key));
    }

    @Test
    void unknownNamesAreTold() {
        String key = wiki.hiddenSpace();
        assertTrue(admin.refused("addPermissionsToSpace", List.of("VIEWSPACE", "FLY"), "ann", key)
                .startsWith("RemoteException: There is no permission FLY. There are VIEWSPACE, EDITSPACE, "));
        assertEquals("RemoteException: There is no user or group nobody.",
                admin.refused("addPermissionToSpace", "VIEWSPACE", "nobody", key));
        assertEquals(NO_SPACE, ann.refused("getSpace", key));
    }

    @Test
    void permissionsOfEverybodyComeAndGo() {
        String key = wiki.hiddenSpace();
        assertEquals("true", admin.text("addAnonymousPermissionToSpace", "VIEWSPACE", key));
        assertEquals("true", admin.text("addAnonymousPermissionsToSpace", List.of("COMMENT", "EDITSPACE"), key));
        assertEquals("[\"view\",\"modify\",\"comment\"]", ann.call("getPermissions", key).toString());
        assertEquals(NOT_CHANGED, ann.refused("addAnonymousPermissionToSpace", "EDITBLOG", key));
        assertEquals(NOT_CHANGED, ann.refused("addAnonymousPermissionsToSpace", List.of("EDITBLOG"), key));
        assertEquals(NOT_CHANGED, ann.refused("removeAnonymousPermissionFromSpace", "COMMENT", key));
        assertEquals("true", admin.text("removeAnonymousPermissionFromSpace", "COMMENT", key));
        assertEquals("[\"view\",\"modify\"]", ann.call("getPermissions", key).toString());
    }
}
