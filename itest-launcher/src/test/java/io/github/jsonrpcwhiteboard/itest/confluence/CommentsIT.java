package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class CommentsIT {

    private static final String NO_PAGE =
            "RemoteException: You're not allowed to view that page, or it does not exist.";
    private static final String NO_COMMENT =
            "RemoteException: You're not allowed to view that comment, or it does not exist.";

    private final WikiClient admin;
    private final WikiClient ann;
    private final WikiClient bob;
    private final JsonNode page;
    private final JsonNode hidden;

    CommentsIT(Wiki wiki) {
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
        this.bob = wiki.user("bob");
        this.page = admin.call("storePage", Map.of("space", wiki.space(), "title", "A page", "content", "x"));
        this.hidden = admin.call("storePage", Map.of("space", wiki.hiddenSpace(), "title", "A page", "content", "x"));
    }

    private static JsonNode add(WikiClient client, JsonNode page, String content) {
        return client.call("addComment", Map.of("pageId", page.get("id"), "content", content));
    }

    @Test
    void addedCommentsAreReadBack() {
        JsonNode first = add(ann, page, "first");
        JsonNode answer = bob.call("addComment", Map.of("pageId", page.get("id"), "parentId", first.get("id"),
                "content", "second", "title", "An answer"));
        assertEquals("Re: A page", first.get("title").asText());
        assertEquals("An answer", answer.get("title").asText());
        assertEquals("bob", answer.get("creator").asText());
        assertEquals(page.get("url").asText() + "?focusedCommentId=" + answer.get("id") + "#comment-"
                + answer.get("id"), answer.get("url").asText());
        assertEquals(first, ann.call("getComment", first.get("id")));
        JsonNode comments = ann.call("getComments", page.get("id"));
        assertEquals(List.of("first", "second"), comments.findValuesAsText("content"));
        assertEquals(first.get("id"), comments.get(1).get("parentId"));
    }

    @Test
    void commentsOnAHiddenPageDoNotExist() {
        JsonNode comment = add(admin, hidden, "x");
        assertEquals(NO_PAGE, ann.refused("getComments", hidden.get("id")));
        assertEquals(NO_PAGE, ann.refused("addComment", Map.of("pageId", hidden.get("id"), "content", "x")));
        assertEquals(NO_COMMENT, ann.refused("getComment", comment.get("id")));
        assertEquals(NO_COMMENT, ann.refused("editComment", comment));
        assertEquals(NO_COMMENT, ann.refused("removeComment", comment.get("id")));
        assertEquals("x", admin.call("getComment", comment.get("id")).get("content").asText());
    }

    @Test
    void commentsAreForTheirCreatorsToEdit() {
        ObjectNode comment = (ObjectNode) add(ann, page, "x");
        comment.put("content", "y");
        assertEquals("y", ann.call("editComment", comment).get("content").asText());
        assertEquals("NotPermittedException: You're not permitted to edit that comment.",
                bob.refused("editComment", comment));
        assertEquals("admin", admin.call("editComment", comment).get("modifier").asText());
    }

    @Test
    void commentsAreForTheirCreatorsToRemove() {
        JsonNode comment = add(ann, page, "x");
        assertEquals("NotPermittedException: You're not permitted to remove that comment.",
                bob.refused("removeComment", comment.get("id")));
        assertTrue(ann.call("removeComment", comment.get("id")).asBoolean());
        assertEquals(NO_COMMENT, ann.refused("getComment", comment.get("id")));
        assertTrue(admin.call("removeComment", add(ann, page, "y").get("id")).asBoolean());
        assertEquals(0, ann.call("getComments", page.get("id")).size());
    }
}
