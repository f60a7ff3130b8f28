package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteLabel;

@Timeout(60)
class LabelsTest extends LabelsFixture {

    @Test
    void whatIsLabelledHasTheLabel() throws Exception {
        label(a, "Blue", "apple");
        assertEquals(List.of("apple", "blue"), labels(a), "in lower case, by name");
        RemoteLabel apple = service.getLabelsById(TOKEN, a)[0];
        assertEquals("global", apple.getNamespace());
        assertNull(apple.getOwner());
        label(a, "APPLE");
        assertEquals(List.of("apple", "blue"), labels(a), "only once");
        label(b, "apple");
        assertEquals(apple.getId(), only(b).getId(), "it is the same label");
    }

    @Test
    void labelsAreAddedAndRemovedByNameIdOrObject() throws Exception {
        label(a, "one");
        RemoteLabel one = only(a);
        assertTrue(service.addLabelById(TOKEN, one.getId(), b));
        assertTrue(service.addLabelByObject(TOKEN, one, c));
        RemoteLabel two = new RemoteLabel();
        two.setName("Two");
        assertTrue(service.addLabelByObject(TOKEN, two, c));
        assertEquals(List.of("one"), labels(b));
        assertEquals(List.of("one", "two"), labels(c));
        assertTrue(service.removeLabelByObject(TOKEN, two, c));
        assertTrue(service.removeLabelByObject(TOKEN, one, c));
        assertTrue(service.removeLabelById(TOKEN, one.getId(), b));
        assertFalse(service.removeLabelById(TOKEN, one.getId(), b), "it is not there");
        assertTrue(service.removeLabelByName(TOKEN, "ONE", a));
        assertFalse(service.removeLabelByName(TOKEN, "one", a));
        assertFalse(service.removeLabelByName(TOKEN, "never-heard-of", a));
        assertEquals(List.of(), labels(a));
    }

    @Test
    void aLabelThatNothingHasIsGone() throws Exception {
        label(a, "brief");
        long id = only(a).getId();
        service.removeLabelByName(TOKEN, "brief", a);
        assertEquals(NO_LABEL, refused(() -> service.addLabelById(TOKEN, id, b)));
        assertEquals(NO_LABEL, refused(() -> service.getLabelContentById(TOKEN, id)));
        assertEquals(0, service.getMostPopularLabels(TOKEN, 10).length);
        assertEquals(0, service.getLabelsByDetail(TOKEN, "brief", null, null, null).length);
    }

    @Test
    void spacesHaveLabels() throws Exception {
        assertTrue(service.addLabelByNameToSpace(TOKEN, "club", "x"));
        label(spaceId("X"), "blue");
        label(a, "club");
        assertEquals(List.of("blue", "team:club"), labels(spaceId("X")));
        assertEquals(List.of("X"), keys(service.getSpacesWithLabel(TOKEN, "club")));
        assertEquals(List.of("X"), keys(service.getSpacesWithLabel(TOKEN, "team:club")));
        assertEquals(List.of("X"), keys(service.getSpacesWithLabel(TOKEN, "blue")));
        assertEquals(List.of(), keys(service.getSpacesWithLabel(TOKEN, "global:club")));
        label(c, "club");
        assertEquals(List.of("X", "Y"), keys(service.getSpacesContainingContentWithLabel(TOKEN, "club")),
                "by their names");
        assertEquals(List.of(), keys(service.getSpacesContainingContentWithLabel(TOKEN, "blue")));
        assertFalse(service.removeLabelByNameFromSpace(TOKEN, "blue", "X"), "that is not of the namespace team");
        assertTrue(service.removeLabelByNameFromSpace(TOKEN, "global:blue", "X"));
        assertTrue(service.removeLabelByNameFromSpace(TOKEN, "club", "X"));
        assertEquals(List.of(), labels(spaceId("X")));
        assertEquals("Labels of the namespace team are for spaces.",
                refused(() -> service.addLabelByName(TOKEN, "team:x", a)));
    }

    @Test
    void onesOwnLabelsNeedNoMoreThanToView() throws Exception {
        site.as("bob");
        site.sql("delete from space_permission where permission <> 'VIEWSPACE' and user_name is null");
        assertEquals(MAY_NOT, notPermitted(() -> service.addLabelByName(TOKEN, "shared", a)));
        assertEquals(MAY_NOT, notPermitted(() -> service.addLabelByNameToSpace(TOKEN, "shared", "X")));
        label(a, "my:own");
        assertTrue(service.addLabelByNameToSpace(TOKEN, "my:own", "X"));
        assertTrue(service.removeLabelByName(TOKEN, "my:own", a));
        site.sql("insert into global_permission (permission) values ('USECONFLUENCE')");
        site.sql("insert into space_permission (space_key, permission) values ('X', 'VIEWSPACE')");
        site.as(null);
        assertEquals("You're not permitted to have labels of your own.",
                notPermitted(() -> service.addLabelByName(TOKEN, "my:own", a)));
        assertEquals(List.of(), labels(a));
    }

    @Test
    void changingLabelsNeedsPermission() throws Exception {
        label(a, "one");
        service.addLabelByNameToSpace(TOKEN, "club", "X");
        long blog = blogEntry();
        RemoteLabel one = only(a);
        site.as("bob");
        label(b, "two");
        assertEquals(MAY_NOT, notPermitted(() -> service.addLabelByNameToSpace(TOKEN, "two", "X")));
        assertEquals(MAY_NOT, notPermitted(() -> service.removeLabelByNameFromSpace(TOKEN, "club", "X")));
        assertEquals(MAY_NOT, notPermitted(() -> service.addLabelByName(TOKEN, "two", spaceId("X"))));
        site.sql("insert into content_permission (content_id, permission, user_name) values (?, 'Edit', 'alice')", a);
        for (Executable call : List.<Executable>of(() -> service.addLabelByName(TOKEN, "two", a),
                () -> service.addLabelById(TOKEN, one.getId(), a), () -> service.addLabelByObject(TOKEN, one, a),
                () -> service.removeLabelByName(TOKEN, "one", a), () -> service.removeLabelById(TOKEN, one.getId(), a),
                () -> service.removeLabelByObject(TOKEN, one, a))) {
            assertEquals(MAY_NOT, notPermitted(call));
        }
        label(blog, "news");
        site.sql("delete from space_permission where permission = 'EDITBLOG' and user_name is null");
        assertEquals(MAY_NOT, notPermitted(() -> service.addLabelByName(TOKEN, "old", blog)));
    }

    @Test
    void onlyPagesBlogEntriesAndSpacesHaveLabels() throws Exception {
        site.sql("insert into content (content_type, space_key, container, title, body, created, modified)"
                + " values ('comment', 'X', ?, 'Comment', '', now(), now())", a);
        long comment = site.database.inTransaction(db -> db.createQuery(
                "select id from content where title = 'Comment'").mapTo(long.class).one());
        assertEquals("Comments have no labels.", refused(() -> labels(comment)));
        assertEquals("Comments have no labels.", refused(() -> label(comment, "x")));
        for (long id : new long[] {0, -1, Long.MAX_VALUE}) {
            assertEquals(NO_CONTENT, refused(() -> labels(id)));
            assertEquals(NO_CONTENT, refused(() -> label(id, "x")));
            assertEquals(NO_CONTENT, refused(() -> service.removeLabelByName(TOKEN, "x", id)));
            assertEquals(NO_LABEL, refused(() -> service.addLabelById(TOKEN, id, a)));
            assertEquals(NO_LABEL, refused(() -> service.getLabelContentById(TOKEN, id == 0 ? -1 : id)));
        }
        service.removePage(TOKEN, a);
        assertEquals(NO_CONTENT, refused(() -> labels(a)));
    }

    @Test
    void namesAreChecked() {
        String rule = "The name of a label may have neither white space nor any of :;,.?&[]()#^*@!";
        for (String name : List.of("two words", "a,b", "a.b", "my:a:b", "a@b", " a", "a\t", "global:a!", "a\u00a0b",
                "a\u0000")) {
            assertEquals(rule, refused(() -> label(a, name)), name);
        }
        assertEquals("The name of the label is empty.", refused(() -> label(a, "")));
        assertEquals("The name of the label is empty.", refused(() -> label(a, "my:")));
        assertEquals("The name of the label is missing.", refused(() -> label(a, (String) null)));
        assertEquals("The name of the label is longer than 255 characters.",
                refused(() -> label(a, "x".repeat(256))));
        assertEquals("The name of the label is longer than 255 characters.",
                refused(() -> label(a, "\u0130".repeat(200))), "it grows");
        assertEquals("The namespace of a label is one of global, my, team.", refused(() -> label(a, "other:name")));
        assertEquals("The label is missing.", refused(() -> service.addLabelByObject(TOKEN, null, a)));
        assertEquals("The label is missing.", refused(() -> service.getLabelContentByObject(TOKEN, null)));
        assertEquals("The name of the label is missing.",
                refused(() -> service.addLabelByObject(TOKEN, new RemoteLabel(), a)));
        for (int count : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertEquals("The maximum of labels is not positive.",
                    refused(() -> service.getMostPopularLabels(TOKEN, count)));
        }
    }

    @Test
    void allMayAddOneLabelAtOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            String name = "race" + i;
            assertEquals(List.of(), Race.of(LongStream.of(a, a, b, c).<Callable<?>>mapToObj(
                    id -> () -> service.addLabelByName(TOKEN, name, id)).toList()));
            assertEquals(List.of("A", "B", "C"), titles(service.getLabelContentByName(TOKEN, name)));
        }
    }
}
