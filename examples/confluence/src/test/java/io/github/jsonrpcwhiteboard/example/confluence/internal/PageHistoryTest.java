package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.NO_PAGE;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.refused;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageHistory;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageUpdateOptions;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;

class PageHistoryTest {

    private static final String MAY_NOT_REMOVE =
            "NotPermittedException: You're not permitted to remove versions of that page.";

    private TestSite site;
    private ConfluenceService service;
    private Pages pages;
    private RemotePage first;
    private long id;

    /** A page in three versions. */
    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        pages = new Pages(site);
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "x"));
        first = service.storePage(TOKEN, page("X", "One", "1"));
        id = first.getId();
        site.as("bob");
        first = service.getPage(TOKEN, id);
        RemotePage second = service.getPage(TOKEN, id);
        second.setTitle("Two");
        second.setContent("2");
        RemotePageUpdateOptions options = new RemotePageUpdateOptions();
        options.setVersionComment("twice");
        options.setMinorEdit(true);
        service.updatePage(TOKEN, second, options);
        site.as("alice");
        pages.edit(id, "Three", "3");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private RemotePageHistory version(int version) throws RemoteException {
        return Stream.of(service.getPageHistory(TOKEN, id)).filter(earlier -> earlier.getVersion() == version)
                .findFirst().orElseThrow();
    }

    private List<Integer> versions() throws RemoteException {
        return Stream.of(service.getPageHistory(TOKEN, id)).map(RemotePageHistory::getVersion).toList();
    }

    @Test
    void everyChangeKeepsWhatWasBefore() throws Exception {
        RemotePageHistory[] history = service.getPageHistory(TOKEN, id);
        assertEquals(List.of(2, 1), versions(), "the newest first, without the current one");
        assertEquals("bob", history[0].getModifier());
        assertEquals("twice", history[0].getVersionComment());
        assertEquals("alice", history[1].getModifier());
        assertEquals(first.getModified(), history[1].getModified());
        assertEquals(null, history[1].getVersionComment());
        assertEquals(0, service.getPageHistory(TOKEN, service.getSpace(TOKEN, "X").getHomePage()).length);
    }

    @Test
    void aVersionCommentIsShort() throws Exception {
        RemotePage page = service.getPage(TOKEN, id);
        RemotePageUpdateOptions options = new RemotePageUpdateOptions();
        options.setVersionComment("c".repeat(256));
        assertEquals("The version comment is longer than 255 characters.",
                refused(() -> service.updatePage(TOKEN, page, options)));
        options.setVersionComment("c".repeat(255));
        service.updatePage(TOKEN, page, options);
        service.storePage(TOKEN, service.getPage(TOKEN, id));
        assertEquals("c".repeat(255), version(4).getVersionComment());
        assertEquals(List.of(4, 3, 2, 1), versions());
    }

    @Test
    void anEarlierVersionIsReadByItsId() throws Exception {
        long earlierId = version(2).getId();
        RemotePage earlier = service.getPage(TOKEN, earlierId);
        assertEquals(earlierId, earlier.getId());
        assertEquals("Two", earlier.getTitle());
        assertEquals("2", earlier.getContent());
        assertEquals(2, earlier.getVersion());
        assertEquals("X", earlier.getSpace());
        assertEquals("alice", earlier.getCreator());
        assertEquals(first.getCreated(), earlier.getCreated());
        assertEquals("bob", earlier.getModifier());
        assertEquals(version(2).getModified(), earlier.getModified());
        assertEquals("historical", earlier.getContentStatus());
        assertFalse(earlier.isCurrent());
        assertFalse(earlier.isHomePage());
        assertEquals("http://wiki/pages/viewpage.action?pageId=" + earlierId, earlier.getUrl());
        RemotePageSummary summary = service.getPageSummary(TOKEN, earlierId);
        assertEquals(RemotePageSummary.class, summary.getClass());
        assertEquals("Two", summary.getTitle());
        assertEquals(2, summary.getVersion());
        assertEquals("3", service.getPage(TOKEN, id).getContent());
    }

    @Test
    void anEarlierVersionIsWhereThePageIs() throws Exception {
        long earlier = version(1).getId();
        service.movePage(TOKEN, id, service.getSpace(TOKEN, "X").getHomePage(), "append");
        assertEquals(service.getSpace(TOKEN, "X").getHomePage(), service.getPage(TOKEN, earlier).getParentId());
        assertEquals(3, service.getPage(TOKEN, id).getVersion(), "moving makes no version");
    }

    @Test
    void anEarlierVersionCannotBeChanged() throws Exception {
        RemotePage earlier = service.getPage(TOKEN, version(2).getId());
        String message = "That is an earlier version of the page " + id + ". Only the current one can be changed.";
        assertEquals(message, refused(() -> service.storePage(TOKEN, earlier)));
        assertEquals(message, refused(() -> service.updatePage(TOKEN, earlier, null)));
        assertEquals(message, refused(() -> service.removePage(TOKEN, earlier.getId())));
        assertEquals(NO_PAGE, refused(() -> service.getChildren(TOKEN, earlier.getId())), "of no use as a page");
        assertEquals(NO_PAGE, refused(() -> service.getPageHistory(TOKEN, earlier.getId())));
    }

    @Test
    void aRefusedChangeKeepsNothing() throws Exception {
        first.setContent("late");
        assertThrows(VersionMismatchException.class, () -> service.storePage(TOKEN, first));
        RemotePage page = service.getPage(TOKEN, id);
        page.setTitle("Home");
        assertEquals("AlreadyExistsException: A page with the title \"Home\" already exists in the space X.",
                refused(() -> service.storePage(TOKEN, page)));
        assertEquals(List.of(2, 1), versions());
    }

    @Test
    void anEarlierVersionIsRemovedByIdOrByVersion() throws Exception {
        long second = version(2).getId();
        assertEquals(Boolean.TRUE, service.removePageVersionById(TOKEN, second));
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, second)));
        assertEquals(NO_PAGE, refused(() -> service.removePageVersionById(TOKEN, second)));
        assertEquals("The page has no version 2.", refused(() -> service.removePageVersionByVersion(TOKEN, id, 2)));
        assertEquals(Boolean.TRUE, service.removePageVersionByVersion(TOKEN, id, 1));
        assertEquals(List.of(), versions());
        assertEquals(4, pages.edit(id, "Four", "4").getVersion());
        assertEquals(List.of(3), versions());
    }

    @Test
    void theCurrentVersionAndOthersAreNotRemoved() throws Exception {
        String current = "That is the current version of the page. Only earlier ones can be removed.";
        assertEquals(current, refused(() -> service.removePageVersionById(TOKEN, id)));
        assertEquals(current, refused(() -> service.removePageVersionByVersion(TOKEN, id, 3)));
        for (int version : new int[] {0, -1, 4, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertEquals("The page has no version " + version + ".",
                    refused(() -> service.removePageVersionByVersion(TOKEN, id, version)));
        }
        for (long missing : new long[] {0, -1, Long.MAX_VALUE, pages.comment(id)}) {
            assertEquals(NO_PAGE, refused(() -> service.removePageVersionById(TOKEN, missing)));
            assertEquals(NO_PAGE, refused(() -> service.removePageVersionByVersion(TOKEN, missing, 1)));
            assertEquals(NO_PAGE, refused(() -> service.getPageHistory(TOKEN, missing)));
        }
    }

    @Test
    void versionsAreRemovedByThoseWhoMayRemovePagesOrAdministerTheSpace() throws Exception {
        site.as("bob");
        long second = version(2).getId();
        assertEquals(MAY_NOT_REMOVE, refused(() -> service.removePageVersionById(TOKEN, second)));
        assertEquals(MAY_NOT_REMOVE, refused(() -> service.removePageVersionByVersion(TOKEN, id, 1)));
        pages.grant("X", "bob", "REMOVEPAGE");
        pages.grant("X", "carol", "SETSPACEPERMISSIONS");
        pages.restrict(id, "Edit", "carol");
        site.as("bob");
        assertEquals(MAY_NOT_REMOVE, refused(() -> service.removePageVersionById(TOKEN, second)), "restricted");
        site.as("carol");
        assertEquals(Boolean.TRUE, service.removePageVersionById(TOKEN, second));
        pages.execute("delete from content_permission");
        site.as("bob");
        assertEquals(Boolean.TRUE, service.removePageVersionByVersion(TOKEN, id, 1));
    }

    @Test
    void versionsAreHiddenWithTheirPage() throws Exception {
        RemotePage earlier = service.getPage(TOKEN, version(2).getId());
        pages.restrict(id, "View", "alice");
        site.as("bob");
        assertGone(earlier);
        site.as("alice");
        assertEquals("2", service.getPage(TOKEN, earlier.getId()).getContent());
        service.removePage(TOKEN, id);
        assertGone(earlier);
    }

    private void assertGone(RemotePage earlier) {
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, earlier.getId())));
        assertEquals(NO_PAGE, refused(() -> service.getPageSummary(TOKEN, earlier.getId())));
        assertEquals(NO_PAGE, refused(() -> service.storePage(TOKEN, earlier)));
        assertEquals(NO_PAGE, refused(() -> service.removePage(TOKEN, earlier.getId())));
        assertEquals(NO_PAGE, refused(() -> service.removePageVersionById(TOKEN, earlier.getId())));
        assertEquals(NO_PAGE, refused(() -> service.getPageHistory(TOKEN, id)));
        assertEquals(NO_PAGE, refused(() -> service.getPagePermissions(TOKEN, id)));
    }

    @Test
    void versionsOfOtherContentsAreNoPages() throws Exception {
        pages.execute("update content set content_type = 'blogpost' where id = ?", id);
        assertEquals(NO_PAGE, refused(() -> service.getPageHistory(TOKEN, id)));
        long earlier = pages.count("history where content_id = ?", id);
        assertEquals(2, earlier);
        pages.execute("update history set id = -1 where content_id = ? and version = 1", id);
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, -1)));
    }

    @Test
    void nobodyHoldsAPage() throws Exception {
        assertEquals(0, service.getPagePermissions(TOKEN, id).length);
        assertEquals(NO_PAGE, refused(() -> service.getPagePermissions(TOKEN, 0)));
    }
}
