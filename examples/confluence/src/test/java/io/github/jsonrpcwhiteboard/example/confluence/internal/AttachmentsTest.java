package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.AttachmentArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

class AttachmentsTest {

    private static final String NO_CONTENT = "You're not allowed to view that content, or it does not exist.";
    private static final String NOT_TO_REMOVE = "You're not permitted to remove that attachment.";

    private TestSite site;
    private ConfluenceService service;
    private long page;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        page = service.storePage(TOKEN, page("DS", "With files", "")).getId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static RemoteAttachment file(String name) {
        RemoteAttachment attachment = new RemoteAttachment();
        attachment.setFileName(name);
        return attachment;
    }

    private RemoteAttachment add(long content, String name, String data) throws RemoteException {
        return service.addAttachment(TOKEN, content, file(name), data.getBytes(StandardCharsets.UTF_8));
    }

    private String data(long content, String name, int version) throws RemoteException {
        return new String(service.getAttachmentData(TOKEN, content, name, version), StandardCharsets.UTF_8);
    }

    private List<String> names(long content) throws RemoteException {
        return Stream.of(service.getAttachments(TOKEN, content)).map(RemoteAttachment::getFileName).toList();
    }

    /** A page in a space of alice's, in which all users have the default permissions. */
    private long pageOfSpace(String key) throws RemoteException {
        service.addSpaceWithDefaultPermissions(TOKEN, space(key, key));
        return service.getSpace(TOKEN, key).getHomePage();
    }

    private static String refusal(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    private static void assertNotPermitted(String message, Executable call) {
        assertEquals(message, assertThrows(NotPermittedException.class, call).getMessage());
    }

    @Test
    void whatIsAddedIsThere() throws Exception {
        RemoteAttachment given = file("r\u00e9sum\u00e9 1+2.txt");
        given.setTitle("R\u00e9sum\u00e9");
        given.setContentType("text/plain; charset=utf-8");
        given.setComment("first");
        given.setId(1);
        given.setPageId(2);
        given.setFileSize(3);
        given.setCreator("mallory");
        RemoteAttachment added = service.addAttachment(TOKEN, page, given, new byte[] {-1, 0, 1});
        assertEquals(page, added.getPageId());
        assertEquals("R\u00e9sum\u00e9", added.getTitle());
        assertEquals("text/plain; charset=utf-8", added.getContentType());
        assertEquals("first", added.getComment());
        assertEquals(3, added.getFileSize());
        assertEquals("alice", added.getCreator());
        assertTrue(System.currentTimeMillis() - added.getCreated().getTime() < 60_000);
        assertEquals("http://wiki/download/attachments/" + page + "/r%C3%A9sum%C3%A9+1%2B2.txt?version=1",
                added.getUrl());
        assertArrayEquals(new byte[] {-1, 0, 1},
                service.getAttachmentData(TOKEN, page, given.getFileName(), 0));
        RemoteAttachment found = service.getAttachments(TOKEN, page)[0];
        assertEquals(added.getId(), found.getId());
        assertEquals(added.getUrl(), found.getUrl());
    }

    @Test
    void whatIsNotGivenHasADefault() throws Exception {
        RemoteAttachment added = add(page, "a.bin", "");
        assertEquals("a.bin", added.getTitle());
        assertEquals("application/octet-stream", added.getContentType());
        assertEquals(null, added.getComment());
        assertEquals(0, added.getFileSize());
        assertEquals("", data(page, "a.bin", 1));
    }

    @Test
    void versionsAreKept() throws Exception {
        long id = add(page, "a.txt", "one").getId();
        add(page, "B.txt", "other");
        RemoteAttachment second = add(page, "A.TXT", "two");
        assertEquals(id, second.getId());
        assertEquals("http://wiki/download/attachments/" + page + "/a.txt?version=2", second.getUrl());
        assertEquals("one", data(page, "a.txt", 1));
        assertEquals("two", data(page, "a.txt", 2));
        assertEquals("two", data(page, "a.txt", 0));
        assertEquals(3, service.getAttachment(TOKEN, page, "a.txt", 1).getFileSize());
        assertEquals(List.of("a.txt", "B.txt"), names(page));
        for (int version : new int[] {3, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertEquals("There is no version " + version + " of an attachment a.txt there.",
                    refusal(() -> service.getAttachmentData(TOKEN, page, "a.txt", version)));
        }
        assertEquals("There is no attachment c.txt there.",
                refusal(() -> service.getAttachment(TOKEN, page, "c.txt", 0)));
    }

    @Test
    void asManyBytesAsMayBeComeBack() throws Exception {
        byte[] bytes = new byte[TestSite.ATTACHMENT_LIMIT];
        new Random(1).nextBytes(bytes);
        service.addAttachment(TOKEN, page, file("a"), bytes);
        assertArrayEquals(bytes, service.getAttachmentData(TOKEN, page, "a", 0));
    }

    @Test
    void theLimitIsTold() throws Exception {
        byte[] tooLong = new byte[TestSite.ATTACHMENT_LIMIT + 1];
        assertEquals("The attachment has 1001 bytes; there may be 1000 at most.",
                refusal(() -> service.addAttachment(TOKEN, page, file("a"), tooLong)));
        assertEquals(0, service.getAttachments(TOKEN, page).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", "a\"", "a:b", "a?", "a*", "<a", "a>", "a|b", "a\nb", "a\u0000", "a\u0085",
        "..", "a..b", ".", "\ud800", "a\u2028b"})
    void aFileNameIsOneThatEverySystemTakes(String name) throws Exception {
        String message = refusal(() -> add(page, name, ""));
        assertTrue(message.startsWith("The file name of the attachment may have neither /"), message);
        add(page, "good", "");
        assertTrue(refusal(() -> service.moveAttachment(TOKEN, page, "good", page, name))
                .startsWith("The new file name may have neither /"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\ud83d\ude00.png", "100%;a=b&c#d'+~.txt", ".hidden", "a b"})
    void allOtherFileNamesAreGood(String name) throws Exception {
        add(page, name, name);
        assertEquals(name, data(page, name, 0));
        assertEquals(name, service.getAttachment(TOKEN, page, name, 0).getFileName());
    }

    @Test
    void allElseIsCheckedToo() {
        assertEquals("The attachment is missing.",
                refusal(() -> service.addAttachment(TOKEN, page, null, new byte[0])));
        assertEquals("The data of the attachment is missing.",
                refusal(() -> service.addAttachment(TOKEN, page, file("a"), null)));
        assertEquals("The file name of the attachment is missing.", refusal(() -> add(page, null, "")));
        assertEquals("The file name of the attachment is empty.", refusal(() -> add(page, " ", "")));
        assertEquals("The file name of the attachment is longer than 255 characters.",
                refusal(() -> add(page, "x".repeat(256), "")));
        assertEquals("The file name is missing.", refusal(() -> service.getAttachment(TOKEN, page, null, 0)));
        assertEquals("The file name is missing.", refusal(() -> service.getAttachmentData(TOKEN, page, null, 0)));
        assertEquals("The file name is missing.", refusal(() -> service.removeAttachment(TOKEN, page, null)));
        assertEquals("The file name is missing.",
                refusal(() -> service.moveAttachment(TOKEN, page, null, page, "a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "text/", "/plain", "text/plain\r\nX: y", "text/pl\u00e4in", "text/plain;", "a/b/c",
        "text/plain; charset", "text/html, text/plain"})
    void aContentTypeIsOne(String type) {
        RemoteAttachment attachment = file("a");
        attachment.setContentType(type);
        assertEquals("The content type of the attachment is not like text/plain.",
                refusal(() -> service.addAttachment(TOKEN, page, attachment, new byte[0])));
        attachment.setContentType("text/" + "x".repeat(251));
        assertEquals("The content type of the attachment is longer than 255 characters.",
                refusal(() -> service.addAttachment(TOKEN, page, attachment, new byte[0])));
    }

    @Test
    void titleAndCommentAreShort() {
        RemoteAttachment attachment = file("a");
        attachment.setTitle("x".repeat(256));
        assertEquals("The title of the attachment is longer than 255 characters.",
                refusal(() -> service.addAttachment(TOKEN, page, attachment, new byte[0])));
        attachment.setTitle("");
        attachment.setComment("x".repeat(256));
        assertEquals("The comment of the attachment is longer than 255 characters.",
                refusal(() -> service.addAttachment(TOKEN, page, attachment, new byte[0])));
    }

    @Test
    void atAPageThatIsNotThereIsNothing() throws Exception {
        add(page, "a", "");
        site.asAdministrator();
        service.removePage(TOKEN, page);
        for (long id : new long[] {page, 0, -1, Long.MAX_VALUE}) {
            assertEquals(NO_CONTENT, refusal(() -> service.getAttachments(TOKEN, id)));
            assertEquals(NO_CONTENT, refusal(() -> add(id, "b", "")));
            assertEquals(NO_CONTENT, refusal(() -> service.getAttachment(TOKEN, id, "a", 0)));
            assertEquals(NO_CONTENT, refusal(() -> service.getAttachmentData(TOKEN, id, "a", 0)));
            assertEquals(NO_CONTENT, refusal(() -> service.removeAttachment(TOKEN, id, "a")));
            assertEquals(NO_CONTENT, refusal(() -> service.moveAttachment(TOKEN, id, "a", id, "b")));
        }
    }

    @Test
    void aCommentHasNone() throws Exception {
        long comment = site.database.<Long, RuntimeException>inTransaction(db -> db.createUpdate("""
                insert into content (content_type, space_key, title, body, container, created, modified)
                values ('comment', 'DS', '', '', :page, current_timestamp, current_timestamp)""")
                .bind("page", page).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
        assertEquals("A comment has no attachments: they are at pages and blog entries.",
                refusal(() -> add(comment, "a", "")));
    }

    @Test
    void whoMayNotViewThePageFindsNone() throws Exception {
        site.as("bob");
        long hidden = service.addSpace(TOKEN, space("BOB", "Bob's")).getHomePage();
        add(hidden, "a", "");
        site.as("alice");
        assertEquals(NO_CONTENT, refusal(() -> service.getAttachments(TOKEN, hidden)));
        assertEquals(NO_CONTENT, refusal(() -> service.getAttachment(TOKEN, hidden, "a", 0)));
        assertEquals(NO_CONTENT, refusal(() -> service.getAttachmentData(TOKEN, hidden, "a", 0)));
        assertEquals(NO_CONTENT, refusal(() -> add(hidden, "a", "")));
        assertEquals(NO_CONTENT, refusal(() -> service.removeAttachment(TOKEN, hidden, "a")));
        assertEquals(NO_CONTENT, refusal(() -> service.moveAttachment(TOKEN, hidden, "a", page, "a")));
        add(page, "b", "");
        assertEquals(NO_CONTENT, refusal(() -> service.moveAttachment(TOKEN, page, "b", hidden, "b")));
    }

    @Test
    void addingTakesAPermission() throws Exception {
        site.as("bob");
        long others = pageOfSpace("OTHERS");
        revoke("OTHERS", "CREATEATTACHMENT");
        add(others, "b", "");
        site.as("alice");
        String message = "You're not permitted to add an attachment there.";
        assertNotPermitted(message, () -> add(others, "a", ""));
        assertNotPermitted(message, () -> add(others, "b", ""));
        add(page, "a", "");
        assertNotPermitted(message, () -> service.moveAttachment(TOKEN, page, "a", others, "a"));
        site.asAdministrator();
        add(others, "a", "");
    }

    @Test
    void anEditRestrictionHoldsForFilesToo() throws Exception {
        add(page, "a", "");
        site.database.<Integer, RuntimeException>inTransaction(db -> db.execute(
                "insert into content_permission (content_id, permission, group_name) values (?, 'Edit', ?)",
                page, "confluence-administrators"));
        assertEquals(List.of("a"), names(page));
        assertThrows(NotPermittedException.class, () -> add(page, "b", ""));
        assertThrows(NotPermittedException.class, () -> service.removeAttachment(TOKEN, page, "a"));
        site.asAdministrator();
        add(page, "b", "");
    }

    @Test
    void oneMayRemoveWhatIsOnesOwnInEveryVersion() throws Exception {
        site.as("bob");
        long others = pageOfSpace("OTHERS");
        add(others, "bobs", "");
        site.as("alice");
        add(others, "mine", "");
        add(others, "mine", "2");
        add(others, "ours", "");
        add(others, "bobs", "2");
        site.as("bob");
        add(others, "ours", "");
        site.as("alice");
        assertTrue(service.removeAttachment(TOKEN, others, "mine"));
        assertNotPermitted(NOT_TO_REMOVE, () -> service.removeAttachment(TOKEN, others, "ours"));
        assertNotPermitted(NOT_TO_REMOVE, () -> service.removeAttachment(TOKEN, others, "bobs"));
        assertNotPermitted(NOT_TO_REMOVE, () -> service.moveAttachment(TOKEN, others, "bobs", page, "bobs"));
        add(others, "mine", "");
        revoke("OTHERS", "REMOVEOWNCONTENT");
        assertNotPermitted(NOT_TO_REMOVE, () -> service.removeAttachment(TOKEN, others, "mine"));
        site.as("bob");
        service.removeAttachment(TOKEN, others, "bobs");
        service.removeAttachment(TOKEN, others, "ours");
        assertEquals(List.of("mine"), names(others));
    }

    /** Takes a permission from all users. */
    private void revoke(String space, String permission) {
        site.database.<Integer, RuntimeException>inTransaction(db -> db.execute(
                "delete from space_permission where space_key = ? and permission = ? and group_name is not null",
                space, permission));
    }

    @Test
    void movingKeepsVersionsAndChecksTheName() throws Exception {
        long target = pageOfSpace("MINE");
        long id = add(page, "a", "1").getId();
        add(page, "a", "2");
        add(target, "taken", "");
        assertThrows(AlreadyExistsException.class,
                () -> service.moveAttachment(TOKEN, page, "a", target, "TAKEN"));
        assertTrue(service.moveAttachment(TOKEN, page, "a", target, "b"));
        assertEquals(List.of(), names(page));
        assertEquals(List.of("b", "taken"), names(target));
        RemoteAttachment moved = service.getAttachment(TOKEN, target, "b", 0);
        assertEquals(id, moved.getId());
        assertEquals("b", moved.getTitle());
        assertEquals("http://wiki/download/attachments/" + target + "/b?version=2", moved.getUrl());
        assertEquals("1", data(target, "b", 1));
        assertThrows(AlreadyExistsException.class,
                () -> service.moveAttachment(TOKEN, target, "b", target, "taken"));
        assertTrue(service.moveAttachment(TOKEN, target, "b", target, "B"));
        assertEquals(List.of("B", "taken"), names(target));
    }

    /** In one transaction, out of which the index cannot take anything yet. */
    @Test
    void theIndexHearsOfEveryChange() throws Exception {
        Site inTest = new Site("", Version.emptyVersion, 1, Set.of());
        site.database.<Void, Exception>inTransaction(db -> {
            Call call = new Call(db, inTest, Caller.of("alice", Set.of(Caller.USERS), false), Instant.now());
            AttachmentArea area = new AttachmentArea(call);
            long id = area.addAttachment(TOKEN, page, file("a"), new byte[0]).getId();
            assertEquals(1, queued(call, id));
            area.addAttachment(TOKEN, page, file("a"), new byte[0]);
            assertEquals(2, queued(call, id));
            area.moveAttachment(TOKEN, page, "a", page, "b");
            assertEquals(3, queued(call, id));
            area.removeAttachment(TOKEN, page, "b");
            assertEquals(4, queued(call, id));
            return null;
        });
    }

    private static long queued(Call call, long id) {
        return call.db().createQuery("select count(*) from index_queue where object_id = ?").bind(0, id)
                .mapTo(long.class).one();
    }

    @Test
    void removedIsRemovedInAllVersions() throws Exception {
        add(page, "a", "1");
        add(page, "a", "2");
        service.removeAttachment(TOKEN, page, "A");
        assertEquals("There is no attachment a there.", refusal(() -> data(page, "a", 0)));
        assertEquals("There is no version 1 of an attachment a there.", refusal(() -> data(page, "a", 1)));
        assertEquals("http://wiki/download/attachments/" + page + "/a?version=1", add(page, "a", "").getUrl());
        assertEquals(List.of("a"), names(page));
    }
}
