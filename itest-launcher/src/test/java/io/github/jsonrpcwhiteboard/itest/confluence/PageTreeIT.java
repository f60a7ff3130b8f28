package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class PageTreeIT {

    private static final String NO_PAGE =
            "RemoteException: You're not allowed to view that page, or it does not exist.";
    private static final String NO_SPACE =
            "RemoteException: You're not allowed to view that space, or it does not exist.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;
    private final WikiClient bob;
    private String key;
    private long top;
    private long one;
    private long two;

    PageTreeIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
        this.bob = wiki.user("bob");
    }

    /** Top with the children One and Two, all of ann. */
    @BeforeEach
    void add() {
        key = wiki.space();
        top = add("Top", 0);
        one = add("One", top);
        two = add("Two", top);
    }

    private long add(String title, long parent) {
        return ann.call("storePage", Map.of("space", key, "title", title, "content", "", "parentId", parent))
                .get("id").asLong();
    }

    private static long home(WikiClient client, String space) {
        return client.call("getSpace", space).get("homePage").asLong();
    }

    private static List<String> titles(JsonNode pages) {
        return pages.findValuesAsText("title");
    }

    @Test
    void theTreeIsRead() {
        long below = add("Below", one);
        assertEquals(List.of("Home", "Top"), titles(bob.call("getTopLevelPages", key)));
        assertEquals(List.of("One", "Two"), titles(bob.call("getChildren", top)));
        assertEquals(List.of("One", "Below", "Two"), titles(bob.call("getDescendents", top)));
        assertEquals(List.of("Top", "One"), titles(bob.call("getAncestors", below)));
    }

    @Test
    void theTreeOfAHiddenSpaceIsHidden() {
        String hidden = wiki.hiddenSpace();
        assertEquals(NO_SPACE, ann.refused("getTopLevelPages", hidden));
        for (String method : List.of("getChildren", "getDescendents", "getAncestors")) {
            assertEquals(NO_PAGE, ann.refused(method, home(admin, hidden)));
        }
        assertEquals(NO_PAGE, ann.refused("movePage", one, home(admin, hidden), "append"));
        assertEquals(NO_SPACE, ann.refused("movePageToTopLevel", one, hidden));
    }

    @Test
    void movePagePutsAPageAboveBelowOrUnderAnother() {
        assertEquals(true, bob.call("movePage", two, one, "above").asBoolean());
        assertEquals(List.of("Two", "One"), titles(ann.call("getChildren", top)));
        bob.call("movePage", two, one, "below");
        assertEquals(List.of("One", "Two"), titles(ann.call("getChildren", top)));
        bob.call("movePage", one, two, "append");
        assertEquals(List.of("One"), titles(ann.call("getChildren", two)));
        assertEquals("RemoteException: The position is above, below or append.",
                bob.refused("movePage", one, two, "inside"));
        assertEquals("RemoteException: A page cannot be below itself.", bob.refused("movePage", top, one, "append"));
        assertEquals("RemoteException: A page cannot be next to itself.", bob.refused("movePage", top, top, "above"));
    }

    @Test
    void pagesMoveToAnotherSpaceWithAllBelowThem() {
        String other = wiki.space();
        String mayNot = "NotPermittedException: You're not permitted to move that page to another space.";
        assertEquals(mayNot, bob.refused("movePage", top, home(bob, other), "append"));
        assertEquals(mayNot, bob.refused("movePageToTopLevel", top, other));
        assertEquals(true, ann.call("movePageToTopLevel", top, other).asBoolean());
        assertEquals(List.of("Home", "Top"), titles(bob.call("getTopLevelPages", other)));
        assertEquals(other, bob.call("getPage", two).get("space").asText());
        assertEquals(List.of("Home"), titles(bob.call("getPages", key)));
        add("Two", 0);
        assertEquals("AlreadyExistsException: A page with the title \"Two\" already exists in the space " + key + ".",
                ann.refused("movePage", top, home(ann, key), "below"));
    }
}
