package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class PagesIT {

    private static final String NO_PAGE =
            "RemoteException: You're not allowed to view that page, or it does not exist.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;
    private String key;
    private ObjectNode page;
    private long id;

    PagesIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    @BeforeEach
    void add() {
        key = wiki.space();
        page = (ObjectNode) admin.call("storePage", Map.of("space", key, "title", "Page", "content", "one"));
        id = page.get("id").asLong();
    }

    private long hidden() {
        return admin.call("getSpace", wiki.hiddenSpace()).get("homePage").asLong();
    }

    @Test
    void storePageWritesWhatGetPageReads() {
        assertEquals(page, ann.call("getPage", id));
        assertEquals(page, ann.call("getPage", key, "page"));
        assertEquals(true, page.get("current").asBoolean());
        assertEquals("admin", page.get("creator").asText());
        assertTrue(Math.abs(page.get("created").asLong() - System.currentTimeMillis()) < 60_000);
        page.put("content", "two");
        JsonNode changed = ann.call("storePage", page);
        assertEquals(2, changed.get("version").asInt());
        assertEquals("ann", changed.get("modifier").asText());
        assertEquals("VersionMismatchException: You're trying to edit an outdated version of that page.",
                ann.refused("storePage", page));
        assertEquals("AlreadyExistsException: A page with the title \"Home\" already exists in the space " + key + ".",
                ann.refused("storePage", Map.of("space", key, "title", "Home", "content", "")));
        String hiddenSpace = wiki.hiddenSpace();
        assertEquals("RemoteException: You're not allowed to view that space, or it does not exist.",
                ann.refused("storePage", Map.of("space", hiddenSpace, "title", "T", "content", "")));
        assertEquals(NO_PAGE, ann.refused("getPage", hidden()));
        assertEquals(NO_PAGE, ann.refused("getPage", hiddenSpace, "Home"));
    }

    @Test
    void summariesAndListsAreOfWhatTheCallerMayView() {
        JsonNode summary = ann.call("getPageSummary", id);
        assertFalse(summary.has("content"));
        assertEquals(summary, ann.call("getPageSummary", key, "Page"));
        assertEquals(List.of("Home", "Page"), ann.call("getPages", key).findValuesAsText("title"));
        assertEquals(NO_PAGE, ann.refused("getPageSummary", hidden()));
        assertEquals(NO_PAGE, ann.refused("getPageSummary", key, "Nothing"));
        assertEquals("RemoteException: You're not allowed to view that space, or it does not exist.",
                ann.refused("getPages", wiki.hiddenSpace()));
    }

    @Test
    void updatePageRecordsHowItWasChanged() {
        page.put("content", "two");
        ann.call("updatePage", page, Map.of("versionComment", "better", "minorEdit", true));
        page.put("version", 2).put("content", "three");
        ann.call("updatePage", page, null);
        JsonNode history = ann.call("getPageHistory", id);
        assertEquals(List.of("2", "1"), history.findValuesAsText("version"));
        assertEquals("better", history.get(0).get("versionComment").asText());
        assertEquals("ann", history.get(0).get("modifier").asText());
        page.put("id", hidden());
        assertEquals(NO_PAGE, ann.refused("updatePage", page, null));
    }

    @Test
    void earlierVersionsAreReadAndRemovedButNotChanged() {
        page.put("content", "two");
        ann.call("storePage", page);
        page.put("version", 2).put("content", "three");
        ann.call("storePage", page);
        JsonNode history = ann.call("getPageHistory", id);
        ObjectNode earlier = (ObjectNode) ann.call("getPage", history.get(0).get("id").asLong());
        assertEquals("two", earlier.get("content").asText());
        assertEquals(2, earlier.get("version").asInt());
        assertEquals("historical", earlier.get("contentStatus").asText());
        assertEquals(false, earlier.get("current").asBoolean());
        assertNotEquals(id, earlier.get("id").asLong());
        assertEquals("RemoteException: That is an earlier version of the page " + id
                + ". Only the current one can be changed.", ann.refused("storePage", earlier));
        String mayNot = "NotPermittedException: You're not permitted to remove versions of that page.";
        assertEquals(mayNot, ann.refused("removePageVersionById", earlier.get("id")));
        assertEquals(mayNot, ann.refused("removePageVersionByVersion", id, 1));
        assertEquals(true, admin.call("removePageVersionById", earlier.get("id")).asBoolean());
        assertEquals(true, admin.call("removePageVersionByVersion", id, 1).asBoolean());
        assertEquals(0, ann.call("getPageHistory", id).size());
        assertEquals("RemoteException: That is the current version of the page. Only earlier ones can be removed.",
                admin.refused("removePageVersionByVersion", id, 3));
        assertEquals(NO_PAGE, ann.refused("getPageHistory", hidden()));
    }

    @Test
    void removePageIsForTheCreatorAndForThoseWhoMayRemovePages() {
        assertEquals("NotPermittedException: You're not permitted to remove that page.",
                ann.refused("removePage", id));
        assertEquals(NO_PAGE, ann.refused("removePage", hidden()));
        long own = ann.call("storePage", Map.of("space", key, "title", "Own", "content", "")).get("id").asLong();
        assertEquals(true, ann.call("removePage", own).asBoolean());
        assertEquals(true, admin.call("removePage", id).asBoolean());
        assertEquals(NO_PAGE, admin.refused("getPage", id));
    }

    @Test
    void nobodyHoldsAPage() {
        assertEquals(0, ann.call("getPagePermissions", id).size());
        assertEquals(NO_PAGE, ann.refused("getPagePermissions", hidden()));
    }
}
