package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class LinksIT {

    private final Wiki wiki;
    private final WikiClient ann;

    LinksIT(Wiki wiki) {
        this.wiki = wiki;
        this.ann = wiki.user("ann");
    }

    private JsonNode store(String space, String title, String content) {
        return ann.call("storePage", Map.of("space", space, "title", title, "content", content));
    }

    @Test
    void linksFollowAPageThatIsRenamed() {
        String space = wiki.space();
        String other = wiki.space();
        ObjectNode target = (ObjectNode) store(space, "Target", "[Target]");
        JsonNode page = store(other, "Linking", "see [this|" + space + ":Target#top]");
        JsonNode storage = store(space, "Storage", "<p><ac:link><ri:page ri:content-title=\"Target\" /></ac:link></p>");
        JsonNode comment = ann.call("addComment", Map.of("pageId", page.get("id"), "content",
                "<a href=\"" + target.get("url").asText() + "\">x</a>"));
        JsonNode entry = ann.call("storeBlogEntry", Map.of("space", space, "title", "News", "content", "[Target]"));
        target.put("title", "New name");
        assertEquals("[New name]", ann.call("storePage", target).get("content").asText());
        JsonNode linking = ann.call("getPage", page.get("id"));
        assertEquals("see [this|" + space + ":New name#top]", linking.get("content").asText());
        assertEquals(1, linking.get("version").asInt());
        assertEquals("<p><ac:link><ri:page ri:content-title=\"New name\" /></ac:link></p>",
                ann.call("getPage", storage.get("id")).get("content").asText());
        assertEquals("<a href=\"" + ann.call("getPage", target.get("id")).get("url").asText() + "\">x</a>",
                ann.call("getComment", comment.get("id")).get("content").asText());
        assertEquals("[New name]", ann.call("getBlogEntry", entry.get("id")).get("content").asText());
    }

    @Test
    void updatePageRenamesToo() {
        String space = wiki.space();
        ObjectNode target = (ObjectNode) store(space, "Target", "x");
        JsonNode page = store(space, "Linking", "[Target]");
        target.put("title", "New");
        ann.call("updatePage", target, Map.of("minorEdit", true));
        assertEquals("[New]", ann.call("getPage", page.get("id")).get("content").asText());
    }
}
