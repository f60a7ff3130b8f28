package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class AttachmentsIT {

    private static final int LIMIT = 5 * 1024 * 1024;
    private static final String NO_CONTENT =
            "RemoteException: You're not allowed to view that content, or it does not exist.";
    private static final String NOT_TO_REMOVE =
            "NotPermittedException: You're not permitted to remove that attachment.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;
    private final WikiClient bob;

    AttachmentsIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
        this.bob = wiki.user("bob");
    }

    /** The home page of a new space that all users may contribute to. */
    private long page() {
        return home(wiki.space());
    }

    private long home(String space) {
        return admin.call("getSpace", space).get("homePage").asLong();
    }

    private static JsonNode add(WikiClient user, long page, String name, String text) {
        return user.call("addAttachment", page, Map.of("fileName", name, "contentType", "text/plain", "comment", "new"),
                bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void addAttachmentKeepsVersions() {
        long page = page();
        JsonNode added = add(ann, page, "notes.txt", "one");
        assertEquals(page, added.get("pageId").asLong());
        assertEquals("notes.txt", added.get("title").asText());
        assertEquals("text/plain", added.get("contentType").asText());
        assertEquals("new", added.get("comment").asText());
        assertEquals("ann", added.get("creator").asText());
        assertEquals(3, added.get("fileSize").asInt());
        assertTrue(added.get("created").isIntegralNumber());
        assertTrue(added.get("url").asText().endsWith("/download/attachments/" + page + "/notes.txt?version=1"));
        assertEquals(added, ann.call("getAttachment", page, "notes.txt", 0));
        JsonNode second = add(bob, page, "notes.txt", "two!");
        assertEquals(added.get("id"), second.get("id"));
        assertEquals(second, ann.call("getAttachments", page).get(0));
        assertEquals(1, ann.call("getAttachments", page).size());
        assertEquals(added, ann.call("getAttachment", page, "notes.txt", 1));
        assertEquals("RemoteException: There is no version 3 of an attachment notes.txt there.",
                ann.refused("getAttachment", page, "notes.txt", 3));
    }

    @Test
    void fiveMebibytesComeBackAsTheyWent() throws IOException {
        byte[] bytes = new byte[LIMIT];
        new Random(5).nextBytes(bytes);
        long page = page();
        assertEquals(LIMIT, ann.call("addAttachment", page, Map.of("fileName", "5M"), bytes).get("fileSize").asInt());
        assertArrayEquals(bytes, ann.call("getAttachmentData", page, "5M", 0).binaryValue());
        assertEquals("RemoteException: The attachment has 5242881 bytes; there may be 5242880 at most.",
                ann.refused("addAttachment", page, Map.of("fileName", "5M"), new byte[LIMIT + 1]));
        assertArrayEquals(bytes, ann.call("getAttachmentData", page, "5M", 1).binaryValue());
    }

    @Test
    void bytesMayComeAsNumbers() throws IOException {
        int[] numbers = IntStream.range(0, 100_000).map(i -> i * 7 % 256).toArray();
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        long page = page();
        ann.call("addAttachment", page, Map.of("fileName", "numbers"), numbers);
        assertArrayEquals(bytes, ann.call("getAttachmentData", page, "numbers", 0).binaryValue());
    }

    @Test
    void whoMayNotViewThePageFindsNoAttachments() {
        long page = home(wiki.hiddenSpace());
        add(admin, page, "secret", "");
        assertEquals(NO_CONTENT, ann.refused("getAttachments", page));
        assertEquals(NO_CONTENT, ann.refused("getAttachment", page, "secret", 0));
        assertEquals(NO_CONTENT, ann.refused("getAttachmentData", page, "secret", 0));
        assertEquals(NO_CONTENT, ann.refused("addAttachment", page, Map.of("fileName", "a"), bytes("")));
        assertEquals(NO_CONTENT, ann.refused("removeAttachment", page, "secret"));
        assertEquals(NO_CONTENT, ann.refused("moveAttachment", page, "secret", page(), "a"));
    }

    @Test
    void othersAttachmentsStayUnlessOneMayRemoveAny() {
        long page = page();
        add(ann, page, "anns", "1");
        assertEquals(NOT_TO_REMOVE, bob.refused("removeAttachment", page, "anns"));
        assertEquals(NOT_TO_REMOVE, bob.refused("moveAttachment", page, "anns", page, "bobs"));
        assertTrue(ann.call("removeAttachment", page, "anns").asBoolean());
        assertEquals("RemoteException: There is no attachment anns there.",
                ann.refused("removeAttachment", page, "anns"));
    }

    @Test
    void moveAttachmentTakesAllVersionsAlong() throws IOException {
        long page = page();
        long other = page();
        add(ann, page, "a", "1");
        add(ann, page, "a", "2");
        add(bob, other, "taken", "");
        assertEquals("AlreadyExistsException: An attachment with the name taken already exists there.",
                ann.refused("moveAttachment", page, "a", other, "taken"));
        assertTrue(ann.call("moveAttachment", page, "a", other, "b").asBoolean());
        assertEquals(0, ann.call("getAttachments", page).size());
        assertArrayEquals(bytes("1"), ann.call("getAttachmentData", other, "b", 1).binaryValue());
        assertArrayEquals(bytes("2"), ann.call("getAttachmentData", other, "b", 0).binaryValue());
    }

    @Test
    void atAPageInTheTrashThereAreNone() {
        String space = wiki.space();
        long page = admin.call("storePage", Map.of("space", space, "title", "Goes", "content", "")).get("id").asLong();
        add(admin, page, "a", "");
        admin.call("removePage", page);
        assertEquals(NO_CONTENT, admin.refused("getAttachment", page, "a", 0));
    }
}
