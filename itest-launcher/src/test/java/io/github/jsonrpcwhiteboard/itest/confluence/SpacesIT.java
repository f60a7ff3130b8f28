package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class SpacesIT {

    private static final String NO_SPACE =
            "RemoteException: You're not allowed to view that space, or it does not exist.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;

    SpacesIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    @Test
    void addSpaceIsForItsCreatorAlone() {
        String key = Wiki.unique("A");
        JsonNode space = ann.call("addSpace", Map.of("key", key, "name", "Mine", "description", "text"));
        assertEquals("text", space.get("description").asText());
        assertEquals("global", space.get("type").asText());
        assertEquals(space, ann.call("getSpace", key));
        assertEquals(NO_SPACE, wiki.user("bob").refused("getSpace", key));
        assertEquals("AlreadyExistsException: A space with the key " + key + " already exists.",
                ann.refused("addSpace", Map.of("key", key, "name", "Again")));
    }

    @Test
    void getSpacesListsWhatTheCallerMayView() {
        String open = wiki.space();
        String hidden = wiki.hiddenSpace();
        assertTrue(ann.call("getSpaces").findValuesAsText("key").contains(open));
        assertTrue(admin.call("getSpaces").findValuesAsText("key").contains(hidden));
        assertEquals(false, ann.call("getSpaces").findValuesAsText("key").contains(hidden));
    }

    @Test
    void addSpaceWithDefaultPermissionsIsForAllUsers() {
        String key = Wiki.unique("D");
        ann.call("addSpaceWithDefaultPermissions", Map.of("key", key, "name", "Ours"));
        assertEquals("Ours", wiki.user("bob").call("getSpace", key).get("name").asText());
        assertEquals("[\"view\",\"modify\",\"comment\"]", wiki.user("bob").call("getPermissions", key).toString());
    }

    @Test
    void creatingTakesAPermission() {
        String expected = "NotPermittedException: You're not permitted to create a space.";
        admin.call("removeGlobalPermission", "CREATESPACE", "confluence-users");
        try {
            Map<String, Object> space = Map.of("key", Wiki.unique("X"), "name", "x");
            assertEquals(expected, ann.refused("addSpace", space));
            assertEquals(expected, ann.refused("addSpaceWithDefaultPermissions", space));
        } finally {
            admin.call("addGlobalPermission", "CREATESPACE", "confluence-users");
        }
    }

    @Test
    void addPersonalSpace() {
        String owner = Wiki.unique("owner");
        JsonNode space = wiki.user(owner).call("addPersonalSpace", Map.of("name", "My own"), owner);
        assertEquals("~" + owner, space.get("key").asText());
        assertEquals("personal", space.get("type").asText());
        assertEquals(NO_SPACE, ann.refused("getSpace", "~" + owner));
        assertEquals("NotPermittedException: You're not permitted to create a personal space for somebody else.",
                wiki.user("bob").refused("addPersonalSpace", Map.of("name", "Ann's"), "ann"));
    }

    @Test
    void addPersonalSpaceWithDefaultPermissions() {
        String owner = Wiki.unique("owner");
        wiki.user(owner);
        assertEquals("NotPermittedException: You're not permitted to create a personal space for somebody else.",
                ann.refused("addPersonalSpaceWithDefaultPermissions", Map.of("name", "x"), owner));
        admin.call("addPersonalSpaceWithDefaultPermissions", Map.of("name", "Given"), owner);
        assertEquals("[\"view\",\"comment\"]", ann.call("getPermissions", "~" + owner).toString());
        assertEquals(4, wiki.user(owner).call("getPermissions", "~" + owner).size());
    }

    @Test
    void storeSpace() {
        String key = wiki.space();
        JsonNode before = admin.call("getSpace", key);
        JsonNode after = admin.call("storeSpace", Map.of("key", key, "name", "Renamed", "description", "new"));
        assertEquals("Renamed", after.get("name").asText());
        assertEquals("new", after.get("description").asText());
        assertEquals(before.get("homePage"), after.get("homePage"));
        assertEquals(after, admin.call("storeSpace", after), "what was answered can be stored");
        assertEquals("NotPermittedException: You're not permitted to change that space.",
                ann.refused("storeSpace", after));
    }

    @Test
    void removeSpace() {
        String key = wiki.space();
        long home = admin.call("getSpace", key).get("homePage").asLong();
        assertEquals("NotPermittedException: You're not permitted to remove that space.",
                ann.refused("removeSpace", key));
        assertEquals(NO_SPACE, ann.refused("removeSpace", wiki.hiddenSpace()));
        assertEquals("true", admin.text("removeSpace", key));
        assertEquals(NO_SPACE, admin.refused("getSpace", key));
        assertEquals("RemoteException: You're not allowed to view that page, or it does not exist.",
                admin.refused("getPage", home));
    }

    @Test
    void spaceStatus() {
        String key = wiki.space();
        assertEquals("CURRENT", ann.text("getSpaceStatus", key));
        assertEquals("NotPermittedException: You're not permitted to archive that space.",
                ann.refused("setSpaceStatus", key, "ARCHIVED"));
        assertEquals("true", admin.text("setSpaceStatus", key, "ARCHIVED"));
        assertEquals("ARCHIVED", ann.text("getSpaceStatus", key));
        assertEquals("RemoteException: The status of a space is CURRENT or ARCHIVED.",
                admin.refused("setSpaceStatus", key, "OLD"));
        assertEquals(NO_SPACE, ann.refused("getSpaceStatus", wiki.hiddenSpace()));
    }

    @Test
    void callersWithoutALoginAreKeptOut() {
        assertEquals(401, wiki.nobody().status("getSpaces"));
        assertEquals(401, ann.with("wrong").status("getSpaces"));
    }
}
