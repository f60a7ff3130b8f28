package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntry;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteComment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

@Timeout(60)
class CommentsTest {

    private static final String NO_PAGE = "You're not allowed to view that page, or it does not exist.";
    private static final String NO_COMMENT = "You're not allowed to view that comment, or it does not exist.";

    private TestSite site;
    private ConfluenceService service;
    private long page;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "x"));
        page = service.storePage(TOKEN, page("X", "Title & all", "text")).getId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private RemoteComment add(long pageId, long parentId, String content) throws RemoteException {
        return service.addComment(TOKEN, comment(pageId, parentId, content));
    }

    private static RemoteComment comment(long pageId, long parentId, String content) {
        RemoteComment comment = new RemoteComment();
        comment.setPageId(pageId);
        comment.setParentId(parentId);
        comment.setContent(content);
        return comment;
    }

    private static String message(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    private List<Long> ids() throws RemoteException {
        return Stream.of(service.getComments(TOKEN, page)).map(RemoteComment::getId).toList();
    }

    private long rows(String sql) {
        return site.database.inTransaction(db -> db.createQuery("select count(*) from " + sql).mapTo(long.class).one());
    }

    @Test
    void anAddedCommentIsReadBack() throws Exception {
        Date before = new Date();
        long id = add(page, 0, "<p>\u20ac</p>").getId();
        RemoteComment comment = service.getComment(TOKEN, id);
        assertEquals(page, comment.getPageId());
        assertEquals(0, comment.getParentId());
        assertEquals("Re: Title & all", comment.getTitle());
        assertEquals("<p>\u20ac</p>", comment.getContent());
        assertEquals("http://wiki/display/X/Title+%26+all?focusedCommentId=" + id + "#comment-" + id, comment.getUrl());
        assertEquals("alice", comment.getCreator());
        assertEquals("alice", comment.getModifier());
        assertFalse(comment.getCreated().before(before));
        assertEquals(comment.getCreated(), comment.getModified());
        assertEquals(1, rows("index_queue where object_id = " + id));
    }

    @Test
    void commentsComeInTheirOrder() throws Exception {
        List<Long> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(add(page, i == 4 ? added.get(0) : 0, "comment " + i).getId());
        }
        assertEquals(added, ids());
        assertEquals(added.get(0), service.getComments(TOKEN, page)[4].getParentId());
    }

    @Test
    void aTitleMayBeGiven() throws Exception {
        RemoteComment comment = comment(page, 0, "x");
        comment.setTitle("Mine");
        assertEquals("Mine", service.addComment(TOKEN, comment).getTitle());
        String longest = "t".repeat(254) + "\ud83d\ude00";
        long other = service.storePage(TOKEN, page("X", longest.substring(0, 250) + "\ud83d\ude00", "")).getId();
        assertEquals("Re: " + longest.substring(0, 250), add(other, 0, "x").getTitle());
    }

    @Test
    void aCommentIsChecked() throws Exception {
        assertEquals("The comment is missing.", message(() -> service.addComment(TOKEN, null)));
        assertEquals("The content of the comment is missing.", message(() -> add(page, 0, null)));
        assertEquals("The content of the comment is empty.", message(() -> add(page, 0, " ")));
        assertEquals("The content of the comment has half a character: a surrogate without the other.",
                message(() -> add(page, 0, "\ud83d")));
        RemoteComment titled = comment(page, 0, "x");
        titled.setTitle("t".repeat(256));
        assertEquals("The title of the comment is longer than 255 characters.",
                message(() -> service.addComment(TOKEN, titled)));
        RemoteComment added = add(page, 0, "x");
        assertEquals("The comment has an id: it can be edited, but not added again.",
                message(() -> service.addComment(TOKEN, added)));
        for (long none : new long[] {0, -1, 1L << 62, added.getId()}) {
            assertEquals(NO_PAGE, message(() -> add(none, 0, "x")));
            assertEquals(NO_PAGE, message(() -> service.getComments(TOKEN, none)));
        }
        for (long none : new long[] {-1, 1L << 62, page}) {
            assertEquals(NO_COMMENT, message(() -> add(page, none, "x")));
            assertEquals(NO_COMMENT, message(() -> service.getComment(TOKEN, none)));
            assertEquals(NO_COMMENT, message(() -> service.removeComment(TOKEN, none)));
        }
        long other = service.storePage(TOKEN, page("X", "Other", "")).getId();
        assertEquals("The parent is not a comment on that page.", message(() -> add(other, added.getId(), "x")));
    }

    @Test
    void onesOwnCommentsCanBeEdited() throws Exception {
        site.as("bob");
        RemoteComment added = add(page, 0, "x");
        added.setContent("y");
        RemoteComment edited = service.editComment(TOKEN, added);
        assertEquals("y", edited.getContent());
        assertEquals("Re: Title & all", edited.getTitle());
        assertEquals(1, rows("content where id = " + added.getId() + " and version = 2"));
        RemoteComment short1 = comment(0, 0, "z");
        short1.setId(added.getId());
        assertEquals("z", service.editComment(TOKEN, short1).getContent());
        site.as("carol");
        assertEquals("You're not permitted to edit that comment.",
                assertThrows(NotPermittedException.class, () -> service.editComment(TOKEN, added)).getMessage());
        site.as("alice");
        assertEquals("alice", service.editComment(TOKEN, added).getModifier(), "an administrator of the space");
        assertEquals("bob", service.getComment(TOKEN, added.getId()).getCreator());
    }

    @Test
    void anEditedCommentStaysWhereItIs() throws Exception {
        RemoteComment first = add(page, 0, "x");
        RemoteComment second = add(page, 0, "x");
        second.setParentId(first.getId());
        assertEquals("The parent of a comment stays what it is.", message(() -> service.editComment(TOKEN, second)));
        second.setParentId(0);
        second.setPageId(service.storePage(TOKEN, page("X", "Other", "")).getId());
        assertEquals("The page of a comment stays what it is.", message(() -> service.editComment(TOKEN, second)));
        assertEquals("The comment is missing.", message(() -> service.editComment(TOKEN, null)));
        second.setId(0);
        assertEquals(NO_COMMENT, message(() -> service.editComment(TOKEN, second)));
    }

    @Test
    void answersStayWhenACommentIsRemoved() throws Exception {
        long top = add(page, 0, "top").getId();
        long middle = add(page, top, "middle").getId();
        long bottom = add(page, middle, "bottom").getId();
        assertTrue(service.removeComment(TOKEN, middle));
        assertEquals(List.of(top, bottom), ids());
        assertEquals(top, service.getComment(TOKEN, bottom).getParentId());
        assertTrue(service.removeComment(TOKEN, top));
        assertEquals(0, service.getComment(TOKEN, bottom).getParentId());
        assertEquals(NO_COMMENT, message(() -> service.getComment(TOKEN, middle)));
        assertEquals(NO_COMMENT, message(() -> service.removeComment(TOKEN, middle)));
        assertEquals(0, rows("content where id = " + middle), "there is no trash for comments");
        assertEquals(2, rows("index_queue where object_id = " + middle));
    }

    @Test
    void whoMayRemoveComments() throws Exception {
        long ofAlice = add(page, 0, "x").getId();
        site.as("bob");
        long ofBob = add(page, 0, "x").getId();
        assertEquals("You're not permitted to remove that comment.", assertThrows(NotPermittedException.class,
                () -> service.removeComment(TOKEN, ofAlice)).getMessage());
        assertTrue(service.removeComment(TOKEN, ofBob), "REMOVEOWNCONTENT");
        site.as("alice");
        assertTrue(service.removeComment(TOKEN, ofAlice), "REMOVECOMMENT");
        site.as("bob");
        long again = add(page, 0, "x").getId();
        site.database.inTransaction(db -> db.execute(
                "delete from space_permission where space_key = 'X' and permission = 'REMOVEOWNCONTENT'"));
        assertThrows(NotPermittedException.class, () -> service.removeComment(TOKEN, again));
    }

    @Test
    void commentingNeedsPermission() throws Exception {
        site.database.inTransaction(db -> db.execute("delete from space_permission where permission = 'COMMENT'"));
        assertEquals("You're not permitted to comment on that page.",
                assertThrows(NotPermittedException.class, () -> add(page, 0, "x")).getMessage());
        site.asAdministrator();
        assertEquals("admin", add(page, 0, "x").getCreator());
    }

    @Test
    void whatIsOnAHiddenPageIsHidden() throws Exception {
        RemoteComment comment = add(page, 0, "x");
        site.database.inTransaction(db -> db.execute("""
                insert into content_permission (content_id, permission, user_name) values (?, 'View', 'alice')""",
                page));
        site.as("bob");
        assertEquals(NO_PAGE, message(() -> service.getComments(TOKEN, page)));
        assertEquals(NO_PAGE, message(() -> add(page, 0, "x")));
        assertEquals(NO_COMMENT, message(() -> service.getComment(TOKEN, comment.getId())));
        assertEquals(NO_COMMENT, message(() -> service.editComment(TOKEN, comment)));
        assertEquals(NO_COMMENT, message(() -> service.removeComment(TOKEN, comment.getId())));
    }

    @Test
    void aPageInTheTrashHasNoComments() throws Exception {
        RemoteComment comment = add(page, 0, "x");
        service.removePage(TOKEN, page);
        assertEquals(NO_PAGE, message(() -> service.getComments(TOKEN, page)));
        assertEquals(NO_PAGE, message(() -> add(page, 0, "x")));
        assertEquals(NO_COMMENT, message(() -> service.getComment(TOKEN, comment.getId())));
        assertEquals(NO_COMMENT, message(() -> service.editComment(TOKEN, comment)));
        assertEquals(NO_COMMENT, message(() -> service.removeComment(TOKEN, comment.getId())));
    }

    @Test
    void blogEntriesAreCommentedOnToo() throws Exception {
        RemoteBlogEntry entry = new RemoteBlogEntry();
        entry.setSpace("X");
        entry.setTitle("News");
        entry.setContent("");
        entry = service.storeBlogEntry(TOKEN, entry);
        RemoteComment comment = add(entry.getId(), 0, "x");
        assertEquals("Re: News", comment.getTitle());
        assertEquals(entry.getUrl() + "?focusedCommentId=" + comment.getId() + "#comment-" + comment.getId(),
                comment.getUrl());
        assertEquals(1, service.getComments(TOKEN, entry.getId()).length);
    }

    @RepeatedTest(10)
    void anAnswerComesBeforeOrAfterItsCommentGoes() throws Exception {
        long comment = add(page, 0, "x").getId();
        List<Throwable> refused = Race.of(() -> add(page, comment, "answer"), () -> add(page, comment, "answer"),
                () -> service.removeComment(TOKEN, comment));
        refused.forEach(late -> assertEquals(NO_COMMENT, late.getMessage()));
        assertEquals(2 - refused.size(), ids().size());
    }
}
