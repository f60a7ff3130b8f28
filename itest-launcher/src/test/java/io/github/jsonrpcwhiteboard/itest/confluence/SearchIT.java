package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class SearchIT {

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;

    SearchIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    private static String store(WikiClient client, String space, String title, String content) {
        return client.call("storePage", Map.of("space", space, "title", title, "content", content)).get("id").asText();
    }

    private static List<String> titles(JsonNode results) {
        return results.findValuesAsText("title");
    }

    @Test
    void searchFindsWhatTheCallerMayView() {
        String word = Wiki.unique("word");
        String id = store(ann, wiki.space(), "Übersicht " + word, "<p>Some <b>bo</b>ld text</p>");
        store(admin, wiki.hiddenSpace(), "Hidden " + word, "");
        JsonNode results = ann.call("search", "ubersicht bold " + word, 10);
        assertEquals(1, results.size(), results::toString);
        JsonNode result = results.get(0);
        assertEquals(id, result.get("id").asText());
        assertEquals("page", result.get("type").asText());
        assertEquals("Some bold text", result.get("excerpt").asText());
        assertEquals(ann.call("getPage", Long.valueOf(id)).get("url"), result.get("url"));
        assertEquals(List.of("Übersicht " + word), titles(ann.call("search", word, 10)));
        assertEquals(2, admin.call("search", word, 10).size());
    }

    @Test
    void searchIsRestrictedByParameters() {
        String word = Wiki.unique("word");
        String here = wiki.space();
        String there = wiki.space();
        store(ann, here, "Here", word);
        store(wiki.user("bob"), there, "There", word);
        assertEquals(List.of("Here"), titles(ann.call("search", word, Map.of("spaceKey", here), 10)));
        assertEquals(List.of("There"), titles(ann.call("search", word, Map.of("contributor", "bob"), 10)));
        assertEquals(List.of(), titles(ann.call("search", word, Map.of("type", "comment"), 10)));
        assertEquals(2, ann.call("search", word, Map.of("modified", "YESTERDAY", "type", "page"), 10).size());
        assertEquals("RemoteException: You're not allowed to view that space, or it does not exist.",
                ann.refused("search", word, Map.of("spaceKey", wiki.hiddenSpace()), 10));
        assertEquals("RemoteException: The maximum of results is not positive.", ann.refused("search", word, 0));
    }

    @Test
    void theIndexIsForAdministrators() {
        String word = Wiki.unique("word");
        String space = wiki.space();
        store(ann, space, "Before", word);
        assertTrue(admin.call("flushIndexQueue").asBoolean());
        assertTrue(admin.call("recoverMainIndex").asBoolean());
        assertTrue(admin.call("clearIndexQueue").asBoolean());
        assertTrue(admin.call("recoverMainIndex").asBoolean(), "what others have queued meanwhile");
        store(ann, space, "After", word);
        assertEquals(2, ann.call("search", word, 10).size());
        assertEquals("NotPermittedException: You're not permitted to flush the index queue.",
                ann.refused("flushIndexQueue"));
        assertEquals("NotPermittedException: You're not permitted to clear the index queue.",
                ann.refused("clearIndexQueue"));
        assertEquals("NotPermittedException: You're not permitted to recover the index.",
                ann.refused("recoverMainIndex"));
    }
}
