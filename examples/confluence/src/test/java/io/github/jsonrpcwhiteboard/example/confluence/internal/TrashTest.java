package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.NO_PAGE;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.refused;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.titles;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentSummaries;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Access;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.PageArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.TrashArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

class TrashTest {

    private static final String NOT_THERE = "There is no such page in the trash of the space X.";

    private TestSite site;
    private ConfluenceService service;
    private Pages pages;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        pages = new Pages(site);
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "x"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private long removed(String title) throws Exception {
        long id = pages.add("X", title);
        service.removePage(TOKEN, id);
        return id;
    }

    /** Pages removed in another order than they were added in. */
    private void removed(long... seconds) throws Exception {
        for (long second : seconds) {
            pages.execute("update content set removed = ? where id = ?", Instant.ofEpochSecond(second),
                    removed("at " + second));
        }
    }

    private List<String> trash(int offset, int count) throws RemoteException {
        RemoteContentSummaries contents = service.getTrashContents(TOKEN, "x", offset, count);
        assertEquals(offset, contents.getOffset());
        return Stream.of(contents.getContent()).map(RemoteContentSummary::getTitle).toList();
    }

    @Test
    void theTrashShowsWhatWasRemoved() throws Exception {
        long id = pages.add("X", "A");
        site.as("bob");
        RemotePage page = pages.edit(id, "A", "new");
        site.as("alice");
        service.removePage(TOKEN, id);
        RemoteContentSummaries contents = service.getTrashContents(TOKEN, "X", 0, 10);
        assertEquals(1, contents.getTotalAvailable());
        RemoteContentSummary content = contents.getContent()[0];
        assertEquals(id, content.getId());
        assertEquals("page", content.getType());
        assertEquals("X", content.getSpace());
        assertEquals("deleted", content.getStatus());
        assertEquals("A", content.getTitle());
        assertEquals("alice", content.getCreator());
        assertEquals("bob", content.getModifier());
        assertEquals(page.getCreated(), content.getCreated());
        assertEquals(page.getModified(), content.getModified());
    }

    @Test
    void theTrashIsShownInSectionsTheLatestFirst() throws Exception {
        removed(2, 4, 1, 3);
        assertEquals(List.of("at 4", "at 3", "at 2", "at 1"), trash(0, 4));
        assertEquals(List.of("at 3", "at 2"), trash(1, 2));
        assertEquals(List.of("at 1"), trash(3, 2));
        assertEquals(List.of(), trash(4, 2));
        assertEquals(List.of(), trash(0, 0));
        assertEquals(List.of("at 3", "at 2", "at 1"), trash(1, Integer.MAX_VALUE));
        assertEquals(List.of(), trash(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(4, service.getTrashContents(TOKEN, "X", 1, 2).getTotalAvailable());
        assertEquals(4, service.getTrashContents(TOKEN, "X", 100, 2).getTotalAvailable());
        assertEquals("The offset is negative.", refused(() -> service.getTrashContents(TOKEN, "X", -1, 1)));
        assertEquals("The count is negative.",
                refused(() -> service.getTrashContents(TOKEN, "X", 0, Integer.MIN_VALUE)));
    }

    @Test
    void blogEntriesAreShownButCommentsAreNot() throws Exception {
        long entry = pages.add("X", "Entry");
        pages.comment(entry);
        service.removePage(TOKEN, entry);
        pages.execute("update content set content_type = 'blogpost' where id = ?", entry);
        RemoteContentSummaries contents = service.getTrashContents(TOKEN, "X", 0, 10);
        assertEquals(1, contents.getTotalAvailable());
        assertEquals("blogpost", contents.getContent()[0].getType());
        service.purgeFromTrash(TOKEN, "X", entry);
        assertEquals(List.of(), trash(0, 10));
    }

    @Test
    void theTrashOfASpaceIsForItsAdministrators() throws Exception {
        long id = removed("A");
        site.as("bob");
        assertEquals("NotPermittedException: You're not permitted to view the trash of that space.",
                refused(() -> service.getTrashContents(TOKEN, "X", 0, 1)));
        assertEquals("NotPermittedException: You're not permitted to purge the trash of that space.",
                refused(() -> service.purgeFromTrash(TOKEN, "X", id)));
        assertEquals("NotPermittedException: You're not permitted to purge the trash of that space.",
                refused(() -> service.emptyTrash(TOKEN, "X")));
        pages.revoke("X", "VIEWSPACE");
        String noSpace = "You're not allowed to view that space, or it does not exist.";
        site.as("bob");
        assertEquals(noSpace, refused(() -> service.getTrashContents(TOKEN, "X", 0, 1)));
        assertEquals(noSpace, refused(() -> service.purgeFromTrash(TOKEN, "X", id)));
        assertEquals(noSpace, refused(() -> service.emptyTrash(TOKEN, null)));
        site.asAdministrator();
        assertEquals(List.of("A"), trash(0, 1));
    }

    @Test
    void whatWasHiddenStaysHiddenInTheTrash() throws Exception {
        long top = pages.add("X", "Top");
        long secret = pages.add(top, "Secret");
        pages.grant("X", "bob", "SETSPACEPERMISSIONS");
        pages.restrict(top, "View", "alice");
        service.removePage(TOKEN, secret);
        removed("Open");
        site.as("bob");
        assertEquals(List.of("Open"), trash(0, 10));
        assertEquals(1, service.getTrashContents(TOKEN, "X", 0, 10).getTotalAvailable());
        assertEquals(NOT_THERE, refused(() -> service.purgeFromTrash(TOKEN, "X", secret)));
        site.as("alice");
        assertEquals(2, trash(0, 10).size());
        site.as("bob");
        service.emptyTrash(TOKEN, "X");
        site.as("alice");
        assertEquals(List.of(), trash(0, 10), "emptying is emptying, as removing a space is");
    }

    @Test
    void aPageIsPurgedWithAllThatIsOnIt() throws Exception {
        long id = pages.add("X", "A");
        long kept = removed("B");
        long comment = pages.comment(id);
        long attached = pages.attachment(id);
        long commentAttached = pages.attachment(comment);
        pages.edit(id, "A", "new");
        service.removePage(TOKEN, id);
        assertEquals(Set.of(id, comment, attached, commentAttached), pages.told(call -> assertEquals(Boolean.TRUE,
                new TrashArea(call).purgeFromTrash(TOKEN, "x", id))));
        assertEquals(List.of("B"), trash(0, 10));
        assertEquals(0, pages.count("content where id = ?", comment));
        assertEquals(0, pages.count("history where content_id = ?", id));
        assertEquals(0, pages.count("attachment where id = ?", commentAttached));
        assertEquals(NOT_THERE, refused(() -> service.purgeFromTrash(TOKEN, "X", id)));
        assertEquals(Boolean.TRUE, service.purgeFromTrash(TOKEN, "X", kept));
    }

    @Test
    void onlyWhatIsInTheTrashOfTheSpaceIsPurged() throws Exception {
        long live = pages.add("X", "Live");
        long other = removed("Other");
        service.addSpace(TOKEN, space("Y", "y"));
        long entry = pages.add("X", "With comment");
        long comment = pages.comment(entry);
        service.removePage(TOKEN, entry);
        for (long id : new long[] {live, comment, 0, -1, Long.MAX_VALUE}) {
            assertEquals(NOT_THERE, refused(() -> service.purgeFromTrash(TOKEN, "X", id)));
        }
        assertEquals("There is no such page in the trash of the space Y.",
                refused(() -> service.purgeFromTrash(TOKEN, "Y", other)));
        service.emptyTrash(TOKEN, "Y");
        assertEquals(2, trash(0, 10).size());
        assertEquals(1, pages.count("content where id = ?", comment));
    }

    @Test
    void theTrashIsEmptied() throws Exception {
        long id = removed("A");
        long comment = pages.comment(id);
        long child = pages.add(pages.add("X", "B"), "C");
        service.removePage(TOKEN, child);
        assertEquals(Set.of(id, comment, child), pages.told(call -> assertEquals(Boolean.TRUE,
                new TrashArea(call).emptyTrash(TOKEN, "X"))));
        assertEquals(0, service.getTrashContents(TOKEN, "X", 0, 10).getTotalAvailable());
        assertEquals(Boolean.TRUE, service.emptyTrash(TOKEN, "X"), "of nothing");
        assertEquals(List.of("B", "Home"), titles(service.getPages(TOKEN, "X")));
    }

    @Test
    void aTitleInTheTrashIsFreeAgainAndAgain() throws Exception {
        removed("A");
        removed("A");
        removed("a");
        assertEquals(List.of("a", "A", "A"), trash(0, 10));
        assertEquals("A", service.getPage(TOKEN, pages.add("X", "A")).getTitle());
    }

    @Test
    void whatIsOnARemovedPageIsNotFound() throws Exception {
        long id = pages.add("X", "A");
        long comment = pages.comment(id);
        long attached = pages.attachment(comment);
        assertEquals(comment, content(comment));
        assertEquals(Set.of(id, comment, attached), pages.told(call -> new PageArea(call).removePage(TOKEN, id)));
        assertEquals(0, pages.count("content where container = ? and status = 'current'", id));
        pages.execute("update content set status = 'current' where id = ?", comment);
        assertThrows(RemoteException.class, () -> content(comment), "even if it came when the page went");
        assertThrows(RemoteException.class, () -> content(id));
        site.as("alice");
        assertEquals(NO_PAGE, refused(() -> service.getPageHistory(TOKEN, id)));
    }

    private long content(long id) throws RemoteException {
        return site.database.<Long, RemoteException>inTransaction(db -> new Access(new Call(db,
                new Site("http://wiki", Version.emptyVersion, 0, Set.of()), Caller.of("alice", Set.of(), false),
                Instant.now())).content(id).id());
    }

    @Test
    void removedPagesAreOutOfTheTree() throws Exception {
        long a = pages.add("X", "A");
        long b = pages.add(a, "B");
        pages.add(b, "C");
        service.removePage(TOKEN, b);
        assertEquals(List.of("C"), titles(service.getChildren(TOKEN, a)));
        assertEquals(List.of("C"), titles(service.getDescendents(TOKEN, a)));
        assertEquals(NO_PAGE, refused(() -> service.movePage(TOKEN, b, a, "append")));
        assertEquals(NO_PAGE, refused(() -> service.movePage(TOKEN, a, b, "append")));
        service.removePage(TOKEN, a);
        assertEquals(List.of("C", "Home"), titles(service.getTopLevelPages(TOKEN, "X")));
        service.purgeFromTrash(TOKEN, "X", a);
        assertEquals(List.of("B"), trash(0, 10));
    }
}
