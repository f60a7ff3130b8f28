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
    void callersWithoutALoginAreKeptOut() {
        assertEquals(401, wiki.nobody().status("getSpaces"));
        assertEquals(401, ann.with("wrong").status("getSpaces"));
    }
}
