package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class SpaceGroupsIT {

    private final WikiClient admin;
    private final WikiClient ann;

    SpaceGroupsIT(Wiki wiki) {
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    @Test
    void addSpaceGroup() {
        String key = Wiki.unique("G");
        JsonNode group = admin.call("addSpaceGroup", Map.of("key", key, "name", "Group", "licenseKey", "secret"));
        assertEquals("admin", group.get("creatorName").asText());
        assertEquals(group, admin.call("getSpaceGroup", key));
        assertEquals("null", ann.call("getSpaceGroup", key).get("licenseKey").toString());
        assertTrue(ann.call("getSpaceGroups").findValuesAsText("key").contains(key));
        assertEquals("AlreadyExistsException: A space group with the key " + key + " already exists.",
                admin.refused("addSpaceGroup", Map.of("key", key, "name", "Again")));
        assertEquals("NotPermittedException: You're not permitted to add space groups.",
                ann.refused("addSpaceGroup", Map.of("key", Wiki.unique("G"), "name", "Mine")));
    }

    @Test
    void getSpacesInGroup() {
        String key = Wiki.unique("G");
        admin.call("addSpaceGroup", Map.of("key", key, "name", "Group"));
        String open = Wiki.unique("S");
        String hidden = Wiki.unique("S");
        admin.call("addSpaceWithDefaultPermissions", Map.of("key", open, "name", "b", "spaceGroup", key));
        admin.call("addSpace", Map.of("key", hidden, "name", "A", "spaceGroup", key));
        assertEquals(List.of(hidden, open), admin.call("getSpacesInGroup", key).findValuesAsText("key"));
        assertEquals(List.of(open), ann.call("getSpacesInGroup", key).findValuesAsText("key"));
    }

    @Test
    void removeSpaceGroup() {
        String key = Wiki.unique("G");
        admin.call("addSpaceGroup", Map.of("key", key, "name", "Group"));
        String space = Wiki.unique("S");
        admin.call("addSpace", Map.of("key", space, "name", "Stays", "spaceGroup", key));
        assertEquals("NotPermittedException: You're not permitted to remove space groups.",
                ann.refused("removeSpaceGroup", key));
        assertEquals("true", admin.text("removeSpaceGroup", key));
        assertEquals("null", admin.call("getSpace", space).get("spaceGroup").toString());
        String expected = "RemoteException: There is no space group " + key + ".";
        assertEquals(expected, ann.refused("getSpaceGroup", key));
        assertEquals(expected, ann.refused("getSpacesInGroup", key));
        assertEquals(expected, admin.refused("removeSpaceGroup", key));
    }
}
