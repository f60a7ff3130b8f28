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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.PageTreeArea;

/** The tree of one space: Home; A with children a1, a2 and a3, of which a1 has a child x; B. */
class PageTreeTest {

    private TestSite site;
    private ConfluenceService service;
    private Pages pages;
    private long a;
    private long a1;
    private long a2;
    private long a3;
    private long x;
    private long b;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        pages = new Pages(site);
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "x"));
        b = pages.add("X", "B");
        a = pages.add("X", "A");
        a3 = pages.add(a, "a3");
        a1 = pages.add(a, "a1");
        a2 = pages.add(a, "a2");
        x = pages.add(a1, "x");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private List<String> top() throws Exception {
        return titles(service.getTopLevelPages(TOKEN, "X"));
    }

    private List<String> children(long page) throws Exception {
        return titles(service.getChildren(TOKEN, page));
    }

    @Test
    void theTreeIsReadLevelByLevelOrWhole() throws Exception {
        assertEquals(List.of("A", "B", "Home"), top());
        assertEquals(List.of("a1", "a2", "a3"), children(a));
        assertEquals(List.of(), children(b));
        assertEquals(List.of("a1", "x", "a2", "a3"), titles(service.getDescendents(TOKEN, a)));
        assertEquals(List.of(), titles(service.getDescendents(TOKEN, b)));
        assertEquals(List.of("A", "a1"), titles(service.getAncestors(TOKEN, x)), "the topmost first");
        assertEquals(List.of(), titles(service.getAncestors(TOKEN, a)));
        RemotePageSummary summary = service.getDescendents(TOKEN, a)[1];
        assertEquals(x, summary.getId());
        assertEquals(a1, summary.getParentId());
        assertEquals("X", summary.getSpace());
        assertEquals(1, summary.getVersion());
        assertEquals("http://wiki/display/X/x", summary.getUrl());
    }

    @Test
    void onlyPagesAreInTheTree() throws Exception {
        pages.execute("update content set parent = ? where id = ?", a, pages.comment(a));
        pages.execute("update content set content_type = 'blogpost' where id = ?", b);
        assertEquals(List.of("A", "Home"), top());
        assertEquals(List.of("a1", "a2", "a3"), children(a));
        assertEquals(4, service.getDescendents(TOKEN, a).length);
    }

    @Test
    void treesMoreThanAThousandDeepAreRead() throws Exception {
        long last = b;
        for (int i = 0; i < 1500; i++) {
            last = pages.add(last, "deep" + i);
        }
        assertEquals(1500, service.getDescendents(TOKEN, b).length);
        assertEquals(1500, service.getAncestors(TOKEN, last).length);
        assertEquals("deep1499", service.getDescendents(TOKEN, b)[1499].getTitle());
    }

    @Test
    void whatTheCallerMayNotViewIsNotInTheTree() throws Exception {
        pages.restrict(a1, "View", "alice");
        site.as("bob");
        assertEquals(List.of("a2", "a3"), children(a));
        assertEquals(List.of("a2", "a3"), titles(service.getDescendents(TOKEN, a)));
        assertEquals(NO_PAGE, refused(() -> service.getChildren(TOKEN, a1)));
        assertEquals(NO_PAGE, refused(() -> service.getDescendents(TOKEN, a1)));
        assertEquals(NO_PAGE, refused(() -> service.getAncestors(TOKEN, x)));
        assertEquals(NO_PAGE, refused(() -> service.movePage(TOKEN, x, b, "append")));
        assertEquals(NO_PAGE, refused(() -> service.movePage(TOKEN, b, a1, "above")));
        assertEquals(NO_PAGE, refused(() -> service.movePageToTopLevel(TOKEN, x, "X")));
        site.as("alice");
        pages.restrict(b, "View", "bob");
        assertEquals(List.of("A", "Home"), top());
    }

    @Test
    void aPageMovesNextToAnother() throws Exception {
        assertEquals(Boolean.TRUE, service.movePage(TOKEN, a3, a1, "above"));
        assertEquals(List.of("a3", "a1", "a2"), children(a));
        service.movePage(TOKEN, a3, a1, "below");
        assertEquals(List.of("a1", "a3", "a2"), children(a));
        service.movePage(TOKEN, x, a2, "above");
        assertEquals(List.of("a1", "a3", "x", "a2"), children(a));
        assertEquals(List.of("a1", "a3", "x", "a2"), titles(service.getDescendents(TOKEN, a)));
        assertEquals(List.of("A"), titles(service.getAncestors(TOKEN, x)));
        service.movePage(TOKEN, a2, b, "below");
        assertEquals(List.of("A", "B", "a2", "Home"), top());
        service.movePage(TOKEN, a1, service.getSpace(TOKEN, "X").getHomePage(), "above");
        assertEquals(List.of("A", "B", "a2", "a1", "Home"), top());
        assertEquals(0, service.getPageSummary(TOKEN, a1).getParentId());
    }

    @Test
    void aPageMovesBelowAnother() throws Exception {
        service.movePage(TOKEN, b, a, "append");
        assertEquals(List.of("a1", "a2", "a3", "B"), children(a));
        service.movePage(TOKEN, a1, a, "append");
        assertEquals(List.of("a2", "a3", "B", "a1"), children(a), "the last again");
        service.movePage(TOKEN, a2, a1, "append");
        assertEquals(List.of("x", "a2"), children(a1));
    }

    @Test
    void aPageMovesToTheTop() throws Exception {
        assertEquals(Boolean.TRUE, service.movePageToTopLevel(TOKEN, a1, "x"));
        assertEquals(List.of("A", "B", "Home", "a1"), top());
        service.movePageToTopLevel(TOKEN, a, "X");
        assertEquals(List.of("B", "Home", "a1", "A"), top());
        assertEquals(List.of("a1"), titles(service.getAncestors(TOKEN, x)));
    }

    @Test
    void pagesThatComeLaterComeLast() throws Exception {
        service.movePage(TOKEN, a3, a1, "above");
        service.movePage(TOKEN, b, a, "above");
        pages.add(a, "0 new");
        pages.add(a, "z new");
        RemotePage moved = service.getPage(TOKEN, b);
        moved.setParentId(a);
        service.storePage(TOKEN, moved);
        assertEquals(List.of("a3", "a1", "a2", "0 new", "B", "z new"), children(a));
        RemotePage same = service.getPage(TOKEN, a3);
        same.setTitle("zz");
        service.storePage(TOKEN, same);
        assertEquals("zz", children(a).get(0), "keeps its place under another name");
    }

    @Test
    void childrenOfARemovedPageKeepTheirOrder() throws Exception {
        service.movePage(TOKEN, a3, a1, "above");
        service.movePage(TOKEN, b, a, "below");
        pages.add("X", "C");
        site.asAdministrator();
        service.removePage(TOKEN, a);
        assertEquals(List.of("B", "Home", "a3", "a1", "a2", "C"), top());
    }

    @Test
    void aPageCannotBeBelowOrNextToItself() throws Exception {
        String below = "A page cannot be below itself.";
        assertEquals(below, refused(() -> service.movePage(TOKEN, a, a, "append")));
        assertEquals(below, refused(() -> service.movePage(TOKEN, a, x, "append")));
        assertEquals(below, refused(() -> service.movePage(TOKEN, a, x, "above")));
        assertEquals(below, refused(() -> service.movePage(TOKEN, a, a1, "below")));
        String next = "A page cannot be next to itself.";
        assertEquals(next, refused(() -> service.movePage(TOKEN, a, a, "above")));
        assertEquals(next, refused(() -> service.movePage(TOKEN, a, a, "below")));
        assertEquals(List.of("A", "B", "Home"), top());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Above", "before", " append", "append\u0000"})
    void thereAreThreePositions(String position) {
        assertEquals("The position is above, below or append.",
                refused(() -> service.movePage(TOKEN, a, b, position)));
    }

    @Test
    void argumentsAreChecked() {
        assertEquals("The position is missing.", refused(() -> service.movePage(TOKEN, a, b, null)));
        String noSpace = "You're not allowed to view that space, or it does not exist.";
        assertEquals(noSpace, refused(() -> service.movePageToTopLevel(TOKEN, a, null)));
        assertEquals(noSpace, refused(() -> service.movePageToTopLevel(TOKEN, a, "NO")));
        assertEquals(noSpace, refused(() -> service.getTopLevelPages(TOKEN, null)));
        for (long missing : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, pages.comment(a)}) {
            assertEquals(NO_PAGE, refused(() -> service.movePage(TOKEN, missing, b, "append")));
            assertEquals(NO_PAGE, refused(() -> service.movePage(TOKEN, b, missing, "append")));
            assertEquals(NO_PAGE, refused(() -> service.movePageToTopLevel(TOKEN, missing, "X")));
            assertEquals(NO_PAGE, refused(() -> service.getAncestors(TOKEN, missing)));
            assertEquals(NO_PAGE, refused(() -> service.getChildren(TOKEN, missing)));
            assertEquals(NO_PAGE, refused(() -> service.getDescendents(TOKEN, missing)));
        }
    }

    @Test
    void whoMayNotEditMovesNothing() throws Exception {
        pages.restrict(a2, "Edit", "alice");
        site.as("bob");
        String move = "NotPermittedException: You're not permitted to move that page.";
        assertEquals(move, refused(() -> service.movePage(TOKEN, a2, b, "append")));
        assertEquals(move, refused(() -> service.movePageToTopLevel(TOKEN, a2, "X")));
        String below = "NotPermittedException: You're not permitted to put a page below that page.";
        assertEquals(below, refused(() -> service.movePage(TOKEN, b, a2, "append")));
        assertEquals(below, refused(() -> pages.add(a2, "new")));
        RemotePage stored = service.getPage(TOKEN, b);
        stored.setParentId(a2);
        assertEquals(below, refused(() -> service.storePage(TOKEN, stored)));
        service.movePage(TOKEN, b, a2, "above");
        assertEquals(List.of("a1", "B", "a2", "a3"), children(a), "next to it is not below it");
        pages.revoke("X", "EDITSPACE");
        assertEquals(move, refused(() -> service.movePage(TOKEN, b, a1, "above")));
        assertEquals(move, refused(() -> service.movePageToTopLevel(TOKEN, b, "X")));
    }

    @Test
    void restrictionsOfTheNewAncestorsHold() throws Exception {
        pages.restrict(a, "View", "alice");
        pages.restrict(a, "Edit", "alice");
        service.movePage(TOKEN, b, a1, "append");
        site.as("bob");
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, b)));
        site.as("alice");
        service.movePage(TOKEN, b, a, "above");
        site.as("bob");
        assertEquals("B", service.getPage(TOKEN, b).getTitle());
    }

    @Test
    void theIndexIsToldOfAMove() throws Exception {
        assertEquals(Set.of(a1), pages.told(call -> new PageTreeArea(call).movePage(TOKEN, a1, b, "append")));
    }
}
