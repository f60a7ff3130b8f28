package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteLabel;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;

@Timeout(60)
class LabelQueriesTest extends LabelsFixture {

    @Test
    void onesOwnLabelsAreSeenByNobodyElse() throws Exception {
        label(a, "my:secret", "shared");
        assertTrue(service.addLabelByNameToSpace(TOKEN, "my:secret", "X"));
        RemoteLabel own = service.getLabelsById(TOKEN, a)[0];
        assertEquals("my", own.getNamespace());
        assertEquals("alice", own.getOwner());
        assertEquals(List.of("my:secret", "shared"), names(service.getMostPopularLabels(TOKEN, 10)));
        assertEquals(List.of("A", "Ex"), titles(service.getLabelContentByName(TOKEN, "my:secret")));
        assertEquals(List.of(), titles(service.getLabelContentByName(TOKEN, "secret")));
        for (Runnable other : List.<Runnable>of(() -> site.as("bob"), site::asAdministrator)) {
            other.run();
            assertEquals(List.of("shared"), labels(a));
            assertEquals(List.of(), labels(spaceId("X")));
            assertEquals(List.of("shared"), names(service.getMostPopularLabels(TOKEN, 10)));
            assertEquals(List.of("shared"), names(service.getMostPopularLabelsInSpace(TOKEN, "X", 10)));
            assertEquals(List.of("shared"), names(service.getRecentlyUsedLabels(TOKEN, 10)));
            assertEquals(List.of("shared"), names(service.getRecentlyUsedLabelsInSpace(TOKEN, "X", 10)));
            assertEquals(List.of(), names(service.getRelatedLabels(TOKEN, "shared", 10)));
            assertEquals(List.of(), names(service.getRelatedLabels(TOKEN, "my:secret", 10)));
            assertEquals(List.of(), names(service.getRelatedLabelsInSpace(TOKEN, "shared", "X", 10)));
            assertEquals(List.of(), names(service.getLabelsByDetail(TOKEN, "secret", "my", null, "alice")));
            assertEquals(List.of(), keys(service.getSpacesWithLabel(TOKEN, "my:secret")));
            assertEquals(List.of(), keys(service.getSpacesContainingContentWithLabel(TOKEN, "my:secret")));
            assertEquals(List.of(), titles(service.getLabelContentByName(TOKEN, "my:secret")));
            assertEquals(NO_LABEL, refused(() -> service.getLabelContentById(TOKEN, own.getId())));
            assertEquals(NO_LABEL, refused(() -> service.getLabelContentByObject(TOKEN, own)));
            assertEquals(NO_LABEL, refused(() -> service.addLabelById(TOKEN, own.getId(), b)));
            assertEquals(NO_LABEL, refused(() -> service.removeLabelById(TOKEN, own.getId(), a)));
            assertEquals(NO_LABEL, refused(() -> service.removeLabelByObject(TOKEN, own, a)));
            assertFalse(service.removeLabelByName(TOKEN, "my:secret", a));
        }
        label(a, "my:secret");
        assertEquals("admin", service.getLabelsById(TOKEN, a)[0].getOwner(), "of the same name");
    }

    @Test
    void popularLabelsComeFirst() throws Exception {
        label(a, "two", "once");
        label(b, "two", "three");
        label(c, "three", "zero");
        label(service.storePage(TOKEN, page("Y", "D", "")).getId(), "three");
        assertEquals(List.of("three", "two", "once", "zero"), names(service.getMostPopularLabels(TOKEN, 10)));
        assertEquals(List.of("three", "two"), names(service.getMostPopularLabels(TOKEN, 2)));
        assertEquals(List.of("two", "once", "three"), names(service.getMostPopularLabelsInSpace(TOKEN, "x", 10)));
    }

    @Test
    void labelsUsedLastComeFirst() throws Exception {
        label(a, "one", "two");
        label(c, "three");
        for (String name : List.of("two", "three", "one")) {
            site.sql("update label_use set created = dateadd(hour, (select count(*) from label_use where created >"
                    + " now()) + 1, now()) where label_id = (select id from label where name = ?)", name);
        }
        assertEquals(List.of("one", "three", "two"), names(service.getRecentlyUsedLabels(TOKEN, 10)));
        assertEquals(List.of("one"), names(service.getRecentlyUsedLabels(TOKEN, 1)));
        assertEquals(List.of("one", "two"), names(service.getRecentlyUsedLabelsInSpace(TOKEN, "X", 10)));
        label(b, "two");
        site.sql("update label_use set created = dateadd(day, 1, now()) where content_id = ?", b);
        assertEquals(List.of("two", "one", "three"), names(service.getRecentlyUsedLabels(TOKEN, 10)));
    }

    @Test
    void relatedLabelsAreBesideALabel() throws Exception {
        label(a, "red", "apple", "sweet");
        label(b, "red", "apple");
        label(c, "red", "wine");
        label(service.storePage(TOKEN, page("Y", "D", "")).getId(), "sour");
        assertEquals(List.of("apple", "sweet", "wine"), names(service.getRelatedLabels(TOKEN, "RED", 10)));
        assertEquals(List.of("apple"), names(service.getRelatedLabels(TOKEN, "red", 1)));
        assertEquals(List.of("wine"), names(service.getRelatedLabelsInSpace(TOKEN, "red", "Y", 10)));
        assertEquals(List.of(), names(service.getRelatedLabels(TOKEN, "unknown", 10)));
    }

    @Test
    void labelsAreFoundByDetail() throws Exception {
        label(a, "one", "my:one");
        label(c, "two");
        service.addLabelByNameToSpace(TOKEN, "one", "Y");
        assertEquals(List.of("one", "my:one", "team:one", "two"),
                names(service.getLabelsByDetail(TOKEN, null, null, null, null)));
        assertEquals(List.of("one", "my:one", "team:one"), names(service.getLabelsByDetail(TOKEN, "one", "", "", "")));
        assertEquals(List.of("my:one"), names(service.getLabelsByDetail(TOKEN, "one", "my", null, null)));
        assertEquals(List.of("my:one"), names(service.getLabelsByDetail(TOKEN, "", "", "", "Alice")));
        assertEquals(List.of("team:one", "two"), names(service.getLabelsByDetail(TOKEN, null, null, "Y", null)));
        assertEquals("The namespace of a label is one of global, my, team.",
                refused(() -> service.getLabelsByDetail(TOKEN, null, "other", null, null)));
        assertEquals(NO_SPACE, refused(() -> service.getLabelsByDetail(TOKEN, null, null, "NO", null)));
    }

    @Test
    void whatHasALabelIsFound() throws Exception {
        label(a, "one");
        label(blogEntry(), "one");
        label(spaceId("Y"), "one");
        service.addLabelByNameToSpace(TOKEN, "one", "X");
        RemoteSearchResult[] results = service.getLabelContentByName(TOKEN, "One");
        assertEquals(List.of("A", "Blog", "Ex", "Why"), titles(results));
        assertEquals(List.of("page", "blogpost", "spacedesc", "spacedesc"),
                Stream.of(results).map(RemoteSearchResult::getType).toList());
        assertEquals(a, results[0].getId());
        assertEquals("first page", results[0].getExcerpt());
        assertEquals("http://wiki/display/X/A", results[0].getUrl());
        RemoteLabel one = only(a);
        assertEquals(List.of("A", "Blog", "Why"), titles(service.getLabelContentById(TOKEN, one.getId())));
        assertEquals(List.of("A", "Blog", "Why"), titles(service.getLabelContentByObject(TOKEN, one)));
        one.setId(0);
        one.setNamespace("team");
        assertEquals(List.of("Ex"), titles(service.getLabelContentByObject(TOKEN, one)));
        assertEquals(List.of(), titles(service.getLabelContentByName(TOKEN, "unknown")));
    }

    @Test
    void whatTheCallerMayNotViewDoesNotCount() throws Exception {
        service.addSpace(TOKEN, space("S", "Secret"));
        long secret = service.storePage(TOKEN, page("S", "Secret", "")).getId();
        label(secret, "shared", "plot");
        label(a, "shared", "plan");
        label(b, "shared");
        long plan = service.getLabelsById(TOKEN, a)[0].getId();
        site.sql("insert into content_permission (content_id, permission, user_name) values (?, 'View', 'alice')", a);
        assertEquals(List.of("shared", "plan", "plot"), names(service.getMostPopularLabels(TOKEN, 10)));
        site.as("bob");
        assertEquals(List.of("shared"), names(service.getMostPopularLabels(TOKEN, 10)));
        assertEquals(List.of("shared"), names(service.getMostPopularLabelsInSpace(TOKEN, "X", 10)));
        assertEquals(List.of("shared"), names(service.getRecentlyUsedLabels(TOKEN, 10)));
        assertEquals(List.of(), names(service.getRelatedLabels(TOKEN, "shared", 10)));
        assertEquals(List.of("shared"), names(service.getLabelsByDetail(TOKEN, null, null, null, null)));
        assertEquals(List.of("B"), titles(service.getLabelContentByName(TOKEN, "shared")));
        assertEquals(List.of("X"), keys(service.getSpacesContainingContentWithLabel(TOKEN, "shared")));
        assertEquals(NO_LABEL, refused(() -> service.getLabelContentById(TOKEN, plan)));
        assertEquals(NO_LABEL, refused(() -> service.addLabelById(TOKEN, plan, b)));
        assertEquals(NO_CONTENT, refused(() -> labels(a)));
        assertEquals(NO_CONTENT, refused(() -> labels(spaceId("S"))));
        for (Executable call : List.<Executable>of(() -> service.getMostPopularLabelsInSpace(TOKEN, "S", 1),
                () -> service.getRecentlyUsedLabelsInSpace(TOKEN, "S", 1),
                () -> service.getRelatedLabelsInSpace(TOKEN, "shared", "S", 1),
                () -> service.addLabelByNameToSpace(TOKEN, "x", "S"),
                () -> service.removeLabelByNameFromSpace(TOKEN, "x", "S"))) {
            assertEquals(NO_SPACE, refused(call));
        }
    }

    @Test
    void whatIsInTheTrashDoesNotCount() throws Exception {
        label(a, "one");
        service.removePage(TOKEN, a);
        assertEquals(List.of(), names(service.getMostPopularLabels(TOKEN, 10)));
        assertEquals(List.of(), titles(service.getLabelContentByName(TOKEN, "one")));
    }
}
