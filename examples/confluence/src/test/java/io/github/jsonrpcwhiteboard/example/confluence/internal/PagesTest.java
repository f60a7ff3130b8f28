package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageUpdateOptions;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;

class PagesTest {

    private static final String NO_PAGE = "You're not allowed to view that page, or it does not exist.";

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "x"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aStoredPageIsReadBack() throws Exception {
        Date before = new Date();
        RemotePage stored = service.storePage(TOKEN, page("x", "Ärger & Co", "<p>\u20ac \ud83d\ude00</p>"));
        RemotePage page = service.getPage(TOKEN, stored.getId());
        assertEquals("X", page.getSpace(), "the key as the space has it");
        assertEquals("Ärger & Co", page.getTitle());
        assertEquals("<p>\u20ac \ud83d\ude00</p>", page.getContent());
        assertEquals("http://wiki/display/X/%C3%84rger+%26+Co", page.getUrl());
        assertEquals(1, page.getVersion());
        assertEquals(0, page.getParentId());
        assertEquals("alice", page.getCreator());
        assertEquals("alice", page.getModifier());
        assertFalse(page.getCreated().before(before));
        assertEquals(page.getCreated(), page.getModified());
        assertEquals("current", page.getContentStatus());
        assertTrue(page.isCurrent());
        assertFalse(page.isHomePage());
        assertEquals(stored.getId(), service.getPage(TOKEN, "X", "ärger & co").getId());
    }

    @Test
    void summariesSayTheSame() throws Exception {
        long id = service.storePage(TOKEN, page("X", "A", "text")).getId();
        for (RemotePageSummary summary : List.of(service.getPageSummary(TOKEN, id),
                service.getPageSummary(TOKEN, "X", "A"), service.getPages(TOKEN, "X")[0])) {
            assertEquals(id, summary.getId());
            assertEquals("X", summary.getSpace());
            assertEquals("A", summary.getTitle());
            assertEquals("http://wiki/display/X/A", summary.getUrl());
            assertEquals(1, summary.getVersion());
        }
        assertEquals(List.of("A", "Home"), titles());
    }

    private List<String> titles() throws RemoteException {
        return Stream.of(service.getPages(TOKEN, "X")).map(RemotePageSummary::getTitle).toList();
    }

    @Test
    void whatWasReadCanBeChangedAndStored() throws Exception {
        RemotePage page = service.storePage(TOKEN, page("X", "A", "one"));
        site.as("bob");
        page.setContent("two");
        page.setTitle("B");
        RemotePage changed = service.storePage(TOKEN, page);
        assertEquals(page.getId(), changed.getId());
        assertEquals(2, changed.getVersion());
        assertEquals("two", changed.getContent());
        assertEquals("alice", changed.getCreator());
        assertEquals("bob", changed.getModifier());
        assertEquals(page.getCreated(), changed.getCreated());
        assertEquals(List.of("B", "Home"), titles());
    }

    @Test
    void anOutdatedVersionIsRefused() throws Exception {
        RemotePage page = service.storePage(TOKEN, page("X", "A", "one"));
        service.storePage(TOKEN, page);
        VersionMismatchException e = assertThrows(VersionMismatchException.class,
                () -> service.storePage(TOKEN, page));
        assertEquals("You're trying to edit an outdated version of that page.", e.getMessage());
        page.setVersion(3);
        assertThrows(VersionMismatchException.class, () -> service.updatePage(TOKEN, page, null), "from the future");
    }

    @Test
    void updatePageTakesOptionsAndAnExistingPage() throws Exception {
        RemotePage page = service.storePage(TOKEN, page("X", "A", "one"));
        RemotePageUpdateOptions options = new RemotePageUpdateOptions();
        options.setMinorEdit(true);
        options.setVersionComment("typo");
        assertEquals(2, service.updatePage(TOKEN, page, options).getVersion());
        assertEquals(NO_PAGE, refused(() -> service.updatePage(TOKEN, page("X", "B", ""), options)));
    }

    @Test
    void aTitleIsUniqueInItsSpace() throws Exception {
        RemotePage page = service.storePage(TOKEN, page("X", "A", "one"));
        AlreadyExistsException e = assertThrows(AlreadyExistsException.class,
                () -> service.storePage(TOKEN, page("X", "a", "two")));
        assertEquals("A page with the title \"a\" already exists in the space X.", e.getMessage());
        page.setTitle("Home");
        assertThrows(AlreadyExistsException.class, () -> service.storePage(TOKEN, page));
        assertEquals(1, service.getPage(TOKEN, page.getId()).getVersion(), "nothing of the refused call remains");
        assertNotEquals(0, service.storePage(TOKEN, page("DS", "A", "elsewhere")).getId());
    }

    @Test
    void aRemovedPageIsGoneAndItsTitleFree() throws Exception {
        RemotePage parent = service.storePage(TOKEN, page("X", "Parent", ""));
        RemotePage child = child(parent, "Child");
        RemotePage grandchild = child(child, "Grandchild");
        assertEquals(Boolean.TRUE, service.removePage(TOKEN, child.getId()));
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, child.getId())));
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, "X", "Child")));
        assertEquals(NO_PAGE, refused(() -> service.getPageSummary(TOKEN, child.getId())));
        assertEquals(NO_PAGE, refused(() -> service.storePage(TOKEN, child)));
        assertEquals(NO_PAGE, refused(() -> service.removePage(TOKEN, child.getId())));
        assertEquals(List.of("Grandchild", "Home", "Parent"), titles());
        assertEquals(parent.getId(), service.getPage(TOKEN, grandchild.getId()).getParentId());
        assertNotEquals(child.getId(), service.storePage(TOKEN, page("X", "Child", "again")).getId());
    }

    @Test
    void aSpaceCanLoseItsHomePage() throws Exception {
        service.removePage(TOKEN, service.getSpace(TOKEN, "X").getHomePage());
        assertEquals(0, service.getSpace(TOKEN, "X").getHomePage());
    }

    @Test
    void aPageMovesBelowAnyPageOfItsSpaceButItself() throws Exception {
        RemotePage a = service.storePage(TOKEN, page("X", "A", ""));
        RemotePage b = child(a, "B");
        RemotePage c = child(b, "C");
        a.setParentId(c.getId());
        assertEquals("A page cannot be below itself.", refused(() -> service.storePage(TOKEN, a)));
        a.setParentId(a.getId());
        assertEquals("A page cannot be below itself.", refused(() -> service.storePage(TOKEN, a)));
        a.setParentId(service.getSpace(TOKEN, "DS").getHomePage());
        assertEquals("The parent is not a page of the space X.", refused(() -> service.storePage(TOKEN, a)));
        c.setParentId(a.getId());
        RemotePage moved = service.storePage(TOKEN, c);
        assertEquals(a.getId(), moved.getParentId());
        moved.setParentId(0);
        assertEquals(a.getId(), service.storePage(TOKEN, moved).getParentId(), "0 leaves it where it is");
        moved.setSpace("DS");
        assertEquals("The page is in the space X and stays there.", refused(() -> service.storePage(TOKEN, moved)));
    }

    private RemotePage child(RemotePage parent, String title) throws RemoteException {
        RemotePage page = page("X", title, "");
        page.setParentId(parent.getId());
        return service.storePage(TOKEN, page);
    }

    @Test
    void aPageNeedsSpaceTitleAndContent() {
        assertEquals("The page is missing.", refused(() -> service.storePage(TOKEN, null)));
        assertEquals("The page is missing.", refused(() -> service.updatePage(TOKEN, null, null)));
        assertEquals("The title of the page is missing.", refused(() -> service.storePage(TOKEN, page("X", null, ""))));
        assertEquals("The title of the page is empty.", refused(() -> service.storePage(TOKEN, page("X", "", ""))));
        assertEquals("The title of the page is longer than 255 characters.",
                refused(() -> service.storePage(TOKEN, page("X", "t".repeat(256), ""))));
        for (String half : List.of("\ud83d", "a\ude00b", "\ude00\ud83d")) {
            assertEquals("The title of the page has half a character: a surrogate without the other.",
                    refused(() -> service.storePage(TOKEN, page("X", half, ""))));
            assertEquals("The content of the page has half a character: a surrogate without the other.",
                    refused(() -> service.storePage(TOKEN, page("X", "Half", half))));
        }
        assertEquals("The content of the page is missing.",
                refused(() -> service.storePage(TOKEN, page("X", "T", null))));
        assertEquals("You're not allowed to view that space, or it does not exist.",
                refused(() -> service.storePage(TOKEN, page(null, "T", ""))));
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, 0)));
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, null, null)));
    }

    private static String refused(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    @Test
    void aPageHoldsMegabytes() throws Exception {
        String content = "0123456789abcdef".repeat(512 * 1024);
        long id = service.storePage(TOKEN, page("X", "Long", content)).getId();
        assertEquals(content, service.getPage(TOKEN, id).getContent());
    }
}
