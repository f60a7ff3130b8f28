package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class BlogIT {

    private static final String NO_ENTRY =
            "RemoteException: You're not allowed to view that blog entry, or it does not exist.";
    private static final String NO_SPACE =
            "RemoteException: You're not allowed to view that space, or it does not exist.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;

    BlogIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    private static JsonNode store(WikiClient client, String space, String title, LocalDateTime published) {
        return client.call("storeBlogEntry", Map.of("space", space, "title", title, "content", "text",
                "publishDate", published.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli()));
    }

    @Test
    void storedEntriesAreReadBack() {
        String space = wiki.space();
        JsonNode old = store(ann, space, "Old news", LocalDateTime.of(2001, 2, 3, 4, 5));
        JsonNode now = ann.call("storeBlogEntry", Map.of("space", space, "title", "News", "content", "text"));
        assertEquals(List.of("News", "Old news"), ann.call("getBlogEntries", space).findValuesAsText("title"));
        assertEquals(now, ann.call("getBlogEntry", now.get("id")));
        assertEquals(old, ann.call("getBlogEntryByDateAndTitle", space, 2001, 2, 3, "old news"));
        assertEquals(admin.call("getSpace", space).get("url").asText() + "/2001/02/03/Old+news",
                old.get("url").asText());
        assertEquals("ann", old.get("author").asText());
        LocalDate today = LocalDate.now();
        JsonNode first = store(ann, space, "First", today.withDayOfMonth(1).atTime(12, 0));
        assertEquals(first, ann.call("getBlogEntryByDayAndTitle", space, 1, "First"));
        assertEquals("RemoteException: The month is not between 1 and 12.",
                ann.refused("getBlogEntryByDateAndTitle", space, 2001, 0, 3, "Old news"));
        assertEquals(NO_ENTRY, ann.refused("getBlogEntryByDayAndTitle", space, 1, "None"));
    }

    @Test
    void changesAreForOneAfterTheOther() {
        String space = wiki.space();
        ObjectNode entry = (ObjectNode) store(ann, space, "News", LocalDateTime.of(2001, 2, 3, 4, 5));
        entry.put("content", "better");
        assertEquals(2, ann.call("storeBlogEntry", entry).get("version").asInt());
        assertEquals("VersionMismatchException: You're trying to edit an outdated version of that blog entry.",
                ann.refused("storeBlogEntry", entry));
        assertEquals("AlreadyExistsException: A blog entry with the title \"NEWS\" already exists on that day in the "
                + "space " + space + ".", ann.refused("storeBlogEntry", Map.of("space", space, "title", "NEWS",
                        "content", "", "publishDate", entry.get("publishDate"))));
    }

    @Test
    void entriesOfAHiddenSpaceDoNotExist() {
        String space = wiki.hiddenSpace();
        JsonNode entry = store(admin, space, "News", LocalDate.now().withDayOfMonth(1).atTime(12, 0));
        assertEquals(NO_SPACE, ann.refused("getBlogEntries", space));
        assertEquals(NO_ENTRY, ann.refused("getBlogEntry", entry.get("id")));
        assertEquals(NO_SPACE, ann.refused("getBlogEntryByDayAndTitle", space, 1, "News"));
        assertEquals(NO_SPACE, ann.refused("getBlogEntryByDateAndTitle", space, 2001, 2, 3, "News"));
        assertEquals(NO_ENTRY, ann.refused("storeBlogEntry", entry));
        assertEquals(NO_SPACE, ann.refused("storeBlogEntry", Map.of("space", space, "title", "x", "content", "x")));
    }
}
