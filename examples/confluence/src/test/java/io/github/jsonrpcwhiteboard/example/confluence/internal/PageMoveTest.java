package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.NO_PAGE;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.refused;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.titles;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.PageTreeArea;

/** From space to space: A with children a1 and a2, of which a1 has a child x, all in FROM. */
class PageMoveTest {

    private static final String MAY_NOT =
            "NotPermittedException: You're not permitted to move that page to another space.";

    private TestSite site;
    private ConfluenceService service;
    private Pages pages;
    private long home;
    private long a;
    private long a1;
    private long a2;
    private long x;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        pages = new Pages(site);
        service.addSpaceWithDefaultPermissions(TOKEN, space("FROM", "from"));
        service.addSpaceWithDefaultPermissions(TOKEN, space("TO", "to"));
        home = service.getSpace(TOKEN, "TO").getHomePage();
        a = pages.add("FROM", "A");
        a1 = pages.add(a, "a1");
        a2 = pages.add(a, "a2");
        x = pages.add(a1, "x");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void allBelowAPageMoveWithIt() throws Exception {
        assertEquals(Boolean.TRUE, service.movePage(TOKEN, a, home, "append"));
        assertEquals(List.of("A", "a1", "x", "a2"), titles(service.getDescendents(TOKEN, home)));
        assertEquals(List.of("Home"), titles(service.getPages(TOKEN, "FROM")));
        assertEquals("TO", service.getPage(TOKEN, x).getSpace());
        assertEquals(x, service.getPage(TOKEN, "TO", "x").getId());
        assertEquals(1, service.getPage(TOKEN, x).getVersion());
        pages.add("FROM", "x");
        service.movePage(TOKEN, a1, home, "above");
        assertEquals(List.of("a1", "Home"), titles(service.getTopLevelPages(TOKEN, "TO")));
        service.movePageToTopLevel(TOKEN, a, "from");
        assertEquals(List.of("Home", "x", "A"), titles(service.getTopLevelPages(TOKEN, "FROM")));
        assertEquals(List.of("a2"), titles(service.getDescendents(TOKEN, a)));
    }

    @Test
    void whatIsOnAPageStaysOnIt() throws Exception {
        long comment = pages.comment(x);
        long reply = pages.comment(x);
        pages.execute("update content set parent = ? where id = ?", comment, reply);
        long attached = pages.attachment(x);
        long commentAttached = pages.attachment(comment);
        pages.edit(x, "x", "new");
        assertEquals(Set.of(a1, x, comment, reply, attached, commentAttached),
                pages.told(call -> new PageTreeArea(call).movePageToTopLevel(TOKEN, a1, "TO")));
        assertEquals(2, pages.count("content where container = ? and space_key = 'TO'", x));
        assertEquals(1, pages.count("content where parent = ?", comment));
        assertEquals(1, pages.count("attachment where content_id = ?", x));
        assertEquals(1, service.getPageHistory(TOKEN, x).length);
        assertEquals("TO", service.getPage(TOKEN, service.getPageHistory(TOKEN, x)[0].getId()).getSpace());
    }

    @Test
    void aTitleIsUniqueInTheNewSpaceToo() throws Exception {
        pages.add("TO", "X");
        assertEquals("AlreadyExistsException: A page with the title \"x\" already exists in the space TO.",
                refused(() -> service.movePage(TOKEN, a, home, "append")));
        assertEquals(List.of("a1", "x", "a2"), titles(service.getDescendents(TOKEN, a)), "nothing has moved");
        assertEquals("FROM", service.getPage(TOKEN, a).getSpace());
        service.movePage(TOKEN, a2, home, "append");
    }

    @Test
    void aSpaceWhoseHomePageLeavesHasNone() throws Exception {
        RemoteSpace from = service.getSpace(TOKEN, "FROM");
        from.setHomePage(a1);
        service.storeSpace(TOKEN, from);
        service.movePage(TOKEN, a2, home, "append");
        assertEquals(a1, service.getSpace(TOKEN, "FROM").getHomePage());
        service.movePage(TOKEN, a1, a, "above");
        assertEquals(a1, service.getSpace(TOKEN, "FROM").getHomePage(), "it moved, but not away");
        service.movePage(TOKEN, a, a1, "append");
        service.movePage(TOKEN, a1, home, "append");
        assertEquals(0, service.getSpace(TOKEN, "FROM").getHomePage());
        assertEquals(home, service.getSpace(TOKEN, "TO").getHomePage());
    }

    /** It takes EDITSPACE in both, and in the old one to be allowed to remove all that moves. */
    @Test
    void movingTakesPermissionsInBothSpaces() throws Exception {
        site.as("bob");
        assertEquals(MAY_NOT, refused(() -> service.movePage(TOKEN, a, home, "append")));
        assertEquals(MAY_NOT, refused(() -> service.movePageToTopLevel(TOKEN, a, "TO")));
        pages.grant("FROM", "bob", "REMOVEPAGE");
        pages.revoke("TO", "EDITSPACE");
        site.as("bob");
        assertEquals("NotPermittedException: You're not permitted to create a page in that space.",
                refused(() -> service.movePageToTopLevel(TOKEN, a, "TO")));
        assertEquals("NotPermittedException: You're not permitted to create a page in that space.",
                refused(() -> service.movePage(TOKEN, a, home, "above")));
        pages.grant("TO", "bob", "EDITSPACE");
        pages.revoke("FROM", "EDITSPACE");
        site.as("bob");
        assertEquals("NotPermittedException: You're not permitted to move that page.",
                refused(() -> service.movePageToTopLevel(TOKEN, a, "TO")));
        pages.grant("FROM", "bob", "EDITSPACE");
        site.as("bob");
        service.movePageToTopLevel(TOKEN, a, "TO");
        assertEquals("TO", service.getPage(TOKEN, x).getSpace());
    }

    @Test
    void theOwnPagesMayLeave() throws Exception {
        site.as("bob");
        long own = pages.add("FROM", "own");
        long below = pages.add(own, "below");
        service.movePageToTopLevel(TOKEN, own, "TO");
        service.movePageToTopLevel(TOKEN, own, "FROM");
        site.as("alice");
        service.movePage(TOKEN, x, below, "append");
        site.as("bob");
        assertEquals(MAY_NOT, refused(() -> service.movePageToTopLevel(TOKEN, own, "TO")));
        site.asAdministrator();
        service.movePageToTopLevel(TOKEN, own, "TO");
    }

    @Test
    void aPageThatMayNotBeEditedHoldsTheOthersBack() throws Exception {
        pages.grant("FROM", "bob", "REMOVEPAGE");
        pages.restrict(x, "Edit", "alice");
        site.as("bob");
        assertEquals("NotPermittedException: You're not permitted to move the page \"x\" to another space.",
                refused(() -> service.movePage(TOKEN, a, home, "append")));
        service.movePage(TOKEN, a2, home, "append");
        service.movePage(TOKEN, a1, a, "below");
        assertEquals(List.of("x"), titles(service.getChildren(TOKEN, a1)), "within the space nothing happens to it");
    }

    /** They could be taken away from those who may view them, and collide in the new space: that would tell. */
    @Test
    void pagesThatTheMoverMayNotViewStayBehind() throws Exception {
        pages.grant("FROM", "bob", "REMOVEPAGE");
        long y = pages.add(x, "y");
        pages.add("TO", "x");
        pages.restrict(x, "View", "alice");
        pages.restrict(a2, "View", "alice");
        site.as("bob");
        service.movePage(TOKEN, a, home, "append");
        assertEquals(List.of("A", "a1"), titles(service.getDescendents(TOKEN, home)));
        site.as("alice");
        assertEquals(List.of("A", "a1"), titles(service.getDescendents(TOKEN, home)));
        assertEquals(List.of("a2", "Home", "x"), titles(service.getTopLevelPages(TOKEN, "FROM")));
        assertEquals(List.of("y"), titles(service.getChildren(TOKEN, x)));
        site.as("bob");
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, x)));
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, y)));
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, a2)));
    }

    @Test
    void hiddenPagesMoveAlongWithinTheSpace() throws Exception {
        pages.restrict(x, "View", "alice");
        site.as("bob");
        service.movePage(TOKEN, a1, a, "above");
        assertEquals(List.of(), titles(service.getDescendents(TOKEN, a1)));
        site.as("alice");
        assertEquals(List.of("x"), titles(service.getDescendents(TOKEN, a1)));
    }

    @Test
    void whatWasRemovedStaysInItsTrash() throws Exception {
        long top = pages.add("FROM", "Top");
        pages.restrict(top, "View", "alice");
        service.movePage(TOKEN, a, top, "append");
        service.removePage(TOKEN, x);
        service.movePageToTopLevel(TOKEN, a, "TO");
        assertEquals(1, service.getTrashContents(TOKEN, "FROM", 0, 10).getTotalAvailable());
        assertEquals(0, service.getTrashContents(TOKEN, "TO", 0, 10).getTotalAvailable());
        pages.grant("FROM", "bob", "SETSPACEPERMISSIONS");
        site.as("bob");
        assertEquals(0, service.getTrashContents(TOKEN, "FROM", 0, 10).getTotalAvailable(),
                "still hidden by what was above");
    }

    @Test
    void theOtherSpaceMustBeVisible() throws Exception {
        pages.revoke("TO", "VIEWSPACE");
        pages.grant("FROM", "bob", "REMOVEPAGE");
        site.as("bob");
        assertEquals(NO_PAGE, refused(() -> service.movePage(TOKEN, a, home, "append")));
        assertEquals("You're not allowed to view that space, or it does not exist.",
                refused(() -> service.movePageToTopLevel(TOKEN, a, "TO")));
    }
}
