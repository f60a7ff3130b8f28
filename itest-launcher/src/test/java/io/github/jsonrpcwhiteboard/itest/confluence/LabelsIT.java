package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class LabelsIT {

    private static final String NO_SPACE =
            "RemoteException: You're not allowed to view that space, or it does not exist.";
    private static final String NO_CONTENT =
            "RemoteException: You're not allowed to view that content, or it does not exist.";
    private static final String NO_LABEL =
            "RemoteException: You're not allowed to view that label, or it does not exist.";
    private static final String MAY_NOT = "NotPermittedException: You're not permitted to change those labels.";
    private static final String NOT_POSITIVE = "RemoteException: The maximum of labels is not positive.";
    private static final String NO_NAME = "RemoteException: The name of the label is empty.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;
    private final String label = Wiki.unique("label");
    private final String other = Wiki.unique("label");
    private String space;
    private String hidden;
    private long page;
    private long hiddenPage;

    LabelsIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    /** A page with both labels that all may edit, and another that only administrators see, with a label and "x". */
    @BeforeEach
    void label() {
        space = wiki.space();
        hidden = wiki.hiddenSpace();
        page = store("Page");
        hiddenPage = admin.call("storePage", Map.of("space", hidden, "title", "Hidden", "content", "")).get("id")
                .asLong();
        assertTrue(ann.call("addLabelByName", label, page).asBoolean());
        assertTrue(ann.call("addLabelByName", other, page).asBoolean());
        assertTrue(admin.call("addLabelByName", label, hiddenPage).asBoolean());
        assertTrue(admin.call("addLabelByName", label + "x", hiddenPage).asBoolean());
    }

    private long store(String title) {
        return admin.call("storePage", Map.of("space", space, "title", title, "content", "Text")).get("id").asLong();
    }

    private static List<String> names(JsonNode labels) {
        return labels.findValuesAsText("name");
    }

    private JsonNode find(String name) {
        JsonNode labels = admin.call("getLabelsByDetail", name, null, null, null);
        assertEquals(1, labels.size());
        return labels.get(0);
    }

    @Test
    void labelsOfAPage() {
        assertEquals(List.of(label, other), names(ann.call("getLabelsById", page)));
        assertEquals("global", ann.call("getLabelsById", page).get(0).get("namespace").asText());
        assertEquals(NO_CONTENT, ann.refused("getLabelsById", hiddenPage));
        assertEquals(NO_CONTENT, ann.refused("addLabelByName", label, hiddenPage));
    }

    @Test
    void labelsThatAreUsedMost() {
        assertTrue(names(ann.call("getMostPopularLabels", 1000)).contains(label));
        assertFalse(names(ann.call("getMostPopularLabels", 1000)).contains(label + "x"));
        assertEquals(NOT_POSITIVE, ann.refused("getMostPopularLabels", 0));
        assertEquals(List.of(label), names(ann.call("getMostPopularLabelsInSpace", space, 1)));
        assertEquals(NO_SPACE, ann.refused("getMostPopularLabelsInSpace", hidden, 1));
    }

    @Test
    void labelsThatWereUsedLast() {
        assertTrue(names(ann.call("getRecentlyUsedLabels", 1000)).contains(label));
        assertFalse(names(ann.call("getRecentlyUsedLabels", 1000)).contains(label + "x"));
        assertEquals(NOT_POSITIVE, ann.refused("getRecentlyUsedLabels", -1));
        assertEquals(2, ann.call("getRecentlyUsedLabelsInSpace", space, 10).size());
        assertEquals(NO_SPACE, ann.refused("getRecentlyUsedLabelsInSpace", hidden, 10));
    }

    @Test
    void labelsThatAreRelated() {
        assertEquals(List.of(other), names(ann.call("getRelatedLabels", label, 10)));
        assertEquals(2, admin.call("getRelatedLabels", label, 10).size());
        assertEquals(NO_NAME, ann.refused("getRelatedLabels", "", 10));
        assertEquals(List.of(other), names(ann.call("getRelatedLabelsInSpace", label, space, 10)));
        assertEquals(NO_SPACE, ann.refused("getRelatedLabelsInSpace", label, hidden, 10));
    }

    @Test
    void labelsByDetail() {
        assertEquals(List.of(label), names(ann.call("getLabelsByDetail", label, "global", space, "")));
        assertEquals(List.of(), names(ann.call("getLabelsByDetail", label + "x", null, null, null)));
        assertEquals(NO_SPACE, ann.refused("getLabelsByDetail", label, null, hidden, null));
    }

    @Test
    void labelsOfSpaces() {
        assertTrue(admin.call("addLabelByNameToSpace", label, space).asBoolean());
        assertTrue(admin.call("addLabelByNameToSpace", label, hidden).asBoolean());
        assertEquals(List.of(space), ann.call("getSpacesWithLabel", label).findValuesAsText("key"));
        assertEquals(List.of(space), ann.call("getSpacesContainingContentWithLabel", label).findValuesAsText("key"));
        assertEquals(NO_NAME, ann.refused("getSpacesWithLabel", ""));
        assertEquals(NO_NAME, ann.refused("getSpacesContainingContentWithLabel", ""));
        assertEquals(MAY_NOT, ann.refused("addLabelByNameToSpace", label, space));
        assertEquals(MAY_NOT, ann.refused("removeLabelByNameFromSpace", label, space));
        assertEquals(NO_SPACE, ann.refused("addLabelByNameToSpace", label, hidden));
        assertTrue(admin.call("removeLabelByNameFromSpace", label, space).asBoolean());
        assertEquals(List.of(), ann.call("getSpacesWithLabel", label).findValuesAsText("key"));
    }

    @Test
    void whatHasALabel() {
        JsonNode known = find(label);
        JsonNode results = ann.call("getLabelContentById", known.get("id").asLong());
        assertEquals(1, results.size());
        assertEquals("Text", results.get(0).get("excerpt").asText());
        assertEquals(page, results.get(0).get("id").asLong());
        assertEquals(results, ann.call("getLabelContentByName", label));
        assertEquals(results, ann.call("getLabelContentByObject", known));
        JsonNode unknown = find(label + "x");
        assertEquals(NO_LABEL, ann.refused("getLabelContentById", unknown.get("id").asLong()));
        assertEquals(NO_LABEL, ann.refused("getLabelContentByObject", unknown));
        assertEquals(NO_NAME, ann.refused("getLabelContentByName", ""));
    }

    @Test
    void labelsAreAddedAndRemoved() {
        JsonNode known = find(label);
        long id = known.get("id").asLong();
        long second = store("Second");
        assertTrue(ann.call("addLabelById", id, second).asBoolean());
        assertTrue(ann.call("removeLabelById", id, second).asBoolean());
        assertTrue(ann.call("addLabelByObject", known, second).asBoolean());
        assertTrue(ann.call("removeLabelByObject", known, second).asBoolean());
        assertFalse(ann.call("removeLabelByName", label, second).asBoolean());
        assertTrue(ann.call("removeLabelByName", label, page).asBoolean());
        assertEquals(List.of(other), names(ann.call("getLabelsById", page)));
        String mays = wiki.space();
        long closed = admin.call("storePage", Map.of("space", mays, "title", "Page", "content", "")).get("id").asLong();
        admin.call("removePermissionFromSpace", "EDITSPACE", "confluence-users", mays);
        admin.call("addLabelById", find(other).get("id").asLong(), closed);
        JsonNode open = find(other);
        assertEquals(MAY_NOT, ann.refused("addLabelByName", other, closed));
        assertEquals(MAY_NOT, ann.refused("addLabelById", open.get("id").asLong(), closed));
        assertEquals(MAY_NOT, ann.refused("addLabelByObject", open, closed));
        assertEquals(MAY_NOT, ann.refused("removeLabelByName", other, closed));
        assertEquals(MAY_NOT, ann.refused("removeLabelById", open.get("id").asLong(), closed));
        assertEquals(MAY_NOT, ann.refused("removeLabelByObject", open, closed));
        assertTrue(ann.call("addLabelByName", "my:" + label, closed).asBoolean());
        assertEquals(List.of(label, other), names(ann.call("getLabelsById", closed)));
        assertEquals(List.of(other), names(wiki.user("bob").call("getLabelsById", closed)));
    }
}
