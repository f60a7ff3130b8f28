package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class WatchesIT {

    private static final String NO_PAGE =
            "RemoteException: You're not allowed to view that page, or it does not exist.";
    private static final String NO_SPACE =
            "RemoteException: You're not allowed to view that space, or it does not exist.";
    private static final String TO_VIEW =
            "NotPermittedException: You're not permitted to view the watches of other users.";
    private static final String TO_CHANGE =
            "NotPermittedException: You're not permitted to change the watches of other users.";

    private final WikiClient admin;
    private final WikiClient ann;
    private final WikiClient bob;
    private final String space;
    private final long page;
    private final String hidden;
    private final long hiddenPage;

    WatchesIT(Wiki wiki) {
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
        this.bob = wiki.user("bob");
        this.space = wiki.space();
        this.page = store(space);
        this.hidden = wiki.hiddenSpace();
        this.hiddenPage = store(hidden);
    }

    private long store(String key) {
        return admin.call("storePage", Map.of("space", key, "title", "Page", "content", "")).get("id").asLong();
    }

    @Test
    void watchPage() {
        assertEquals(false, ann.call("isWatchingPage", page, "ann").asBoolean());
        assertTrue(ann.call("watchPage", page).asBoolean());
        assertEquals(false, ann.call("watchPage", page).asBoolean(), "no change");
        assertTrue(ann.call("isWatchingPage", page, "ann").asBoolean());
        assertEquals(List.of("ann"), bob.call("getWatchersForPage", page).findValuesAsText("name"));
        assertTrue(ann.call("removePageWatch", page).asBoolean());
        assertEquals(false, ann.call("removePageWatch", page).asBoolean(), "no change");
        assertEquals(NO_PAGE, ann.refused("watchPage", hiddenPage));
        assertEquals(NO_PAGE, ann.refused("removePageWatch", hiddenPage));
        assertEquals(NO_PAGE, ann.refused("getWatchersForPage", hiddenPage));
        assertEquals(NO_PAGE, ann.refused("isWatchingPage", hiddenPage, "ann"));
        assertEquals(TO_VIEW, bob.refused("isWatchingPage", page, "ann"));
    }

    @Test
    void watchPageForUserIsForAdministratorsOfTheSpace() {
        assertTrue(admin.call("watchPageForUser", page, "ann").asBoolean());
        assertTrue(admin.call("isWatchingPage", page, "ann").asBoolean());
        assertEquals(TO_CHANGE, bob.refused("watchPageForUser", page, "ann"));
        assertEquals(TO_CHANGE, bob.refused("removePageWatchForUser", page, "ann"));
        assertTrue(admin.call("removePageWatchForUser", page, "ann").asBoolean());
        assertEquals("RemoteException: The user ann is not allowed to view that page.",
                admin.refused("watchPageForUser", hiddenPage, "ann"));
    }

    @Test
    void watchSpace() {
        assertTrue(ann.call("watchSpace", space).asBoolean());
        assertTrue(ann.call("isWatchingSpace", space, "ann").asBoolean());
        assertTrue(ann.call("isWatchingSpaceForType", space, "blogpost", "ann").asBoolean());
        assertTrue(ann.call("isWatchingPage", page, "ann").asBoolean());
        assertEquals(List.of("ann"), admin.call("getWatchersForSpace", space).findValuesAsText("name"));
        assertEquals(TO_VIEW, bob.refused("getWatchersForSpace", space));
        assertEquals(TO_VIEW, bob.refused("isWatchingSpace", space, "ann"));
        assertEquals(TO_VIEW, bob.refused("isWatchingSpaceForType", space, "page", "ann"));
        assertTrue(ann.call("removeSpaceWatch", space).asBoolean());
        assertEquals(false, ann.call("isWatchingSpace", space, "ann").asBoolean());
        assertEquals(NO_SPACE, ann.refused("watchSpace", hidden));
        assertEquals(NO_SPACE, ann.refused("removeSpaceWatch", hidden));
        assertEquals("RemoteException: The type of the content is page or blogpost.",
                ann.refused("isWatchingSpaceForType", space, "comment", "ann"));
    }
}
