package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class TrashIT {

    private static final String NO_SPACE =
            "RemoteException: You're not allowed to view that space, or it does not exist.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;

    TrashIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    /** A page of ann in the trash. */
    private long removed(String space, String title) {
        long id = ann.call("storePage", Map.of("space", space, "title", title, "content", "")).get("id").asLong();
        ann.call("removePage", id);
        return id;
    }

    @Test
    void theAdministratorOfASpaceSeesItsTrash() {
        String key = Wiki.unique("A");
        ann.call("addSpace", Map.of("key", key, "name", "Mine"));
        long a = removed(key, "A");
        removed(key, "A");
        JsonNode contents = ann.call("getTrashContents", key, 1, 5);
        assertEquals(2, contents.get("totalAvailable").asInt());
        assertEquals(1, contents.get("offset").asInt());
        assertEquals(1, contents.get("content").size());
        JsonNode content = contents.get("content").get(0);
        assertEquals(a, content.get("id").asLong());
        assertEquals("page", content.get("type").asText());
        assertEquals("deleted", content.get("status").asText());
        assertEquals(key, content.get("space").asText());
        assertEquals("ann", content.get("creator").asText());
        assertEquals("RemoteException: The count is negative.", ann.refused("getTrashContents", key, 0, -1));
    }

    @Test
    void othersDoNot() {
        String key = wiki.space();
        long id = removed(key, "A");
        assertEquals("NotPermittedException: You're not permitted to view the trash of that space.",
                ann.refused("getTrashContents", key, 0, 5));
        String mayNot = "NotPermittedException: You're not permitted to purge the trash of that space.";
        assertEquals(mayNot, ann.refused("purgeFromTrash", key, id));
        assertEquals(mayNot, ann.refused("emptyTrash", key));
        String hidden = wiki.hiddenSpace();
        assertEquals(NO_SPACE, ann.refused("getTrashContents", hidden, 0, 5));
        assertEquals(NO_SPACE, ann.refused("purgeFromTrash", hidden, id));
        assertEquals(NO_SPACE, ann.refused("emptyTrash", hidden));
        assertEquals(1, admin.call("getTrashContents", key, 0, 5).get("totalAvailable").asInt());
    }

    @Test
    void theTrashIsPurgedPageByPageOrAtOnce() {
        String key = wiki.space();
        long a = removed(key, "A");
        removed(key, "B");
        removed(key, "C");
        assertEquals(true, admin.call("purgeFromTrash", key, a).asBoolean());
        assertEquals("RemoteException: There is no such page in the trash of the space " + key + ".",
                admin.refused("purgeFromTrash", key, a));
        assertEquals(List.of("C", "B"),
                admin.call("getTrashContents", key, 0, 5).get("content").findValuesAsText("title"));
        assertEquals(true, admin.call("emptyTrash", key).asBoolean());
        assertEquals(0, admin.call("getTrashContents", key, 0, 5).get("totalAvailable").asInt());
    }
}
