package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteComment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageHistory;

@Timeout(60)
class PageRacesTest {

    @TempDir
    private Path directory;
    private TestSite site;
    private ConfluenceService service;
    private Pages pages;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.in(directory.resolve("db"));
        service = site.service;
        pages = new Pages(site);
        service.addSpace(TOKEN, space("ONE", "one"));
        service.addSpace(TOKEN, space("TWO", "two"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** Starts all at the same moment, and returns what they throw: nothing but refusals. */
    private static List<Throwable> race(List<Callable<?>> calls) throws Exception {
        List<Throwable> thrown = Race.of(calls);
        assertTrue(thrown.stream().allMatch(RemoteException.class::isInstance), thrown::toString);
        return thrown;
    }

    @RepeatedTest(10)
    void twoPagesChangeSpaces() throws Exception {
        long a = pages.add("ONE", "A");
        long b = pages.add("TWO", "B");
        assertEquals(List.of(), race(List.of(() -> service.movePageToTopLevel(TOKEN, a, "TWO"),
                () -> service.movePageToTopLevel(TOKEN, b, "ONE"))));
        assertEquals("TWO", service.getPageSummary(TOKEN, a).getSpace());
        assertEquals("ONE", service.getPageSummary(TOKEN, b).getSpace());
    }

    @RepeatedTest(10)
    void twoPagesOfTwoSpacesCannotMoveBelowEachOther() throws Exception {
        long a = pages.add("ONE", "A");
        long b = pages.add("TWO", "B");
        List<Throwable> refused = race(List.of(() -> service.movePage(TOKEN, a, b, "append"),
                () -> service.movePage(TOKEN, b, a, "append")));
        assertEquals(1, refused.size());
        assertEquals(1, service.getDescendents(TOKEN, a).length + service.getDescendents(TOKEN, b).length);
    }

    @RepeatedTest(10)
    void aPageIsNotLostBetweenAMoveAndARemoval() throws Exception {
        long a = pages.add("ONE", "A");
        long b = pages.add("TWO", "B");
        race(List.of(() -> service.movePage(TOKEN, a, b, "append"), () -> service.removePage(TOKEN, b),
                () -> pages.edit(a, "A", "new")));
        consistent();
    }

    @RepeatedTest(10)
    void commentsMoveWithTheirPage() throws Exception {
        long a = pages.add("ONE", "A");
        List<Callable<?>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String space = i % 2 == 0 ? "TWO" : "ONE";
            calls.add(() -> service.movePageToTopLevel(TOKEN, a, space));
            RemoteComment comment = new RemoteComment();
            comment.setPageId(a);
            comment.setContent("Text");
            calls.add(() -> service.addComment(TOKEN, comment));
        }
        race(calls);
        consistent();
    }

    @RepeatedTest(3)
    void everyChangeIsAVersion() throws Exception {
        long id = pages.add("ONE", "A");
        List<Callable<?>> changes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String content = "x".repeat(i * 1000);
            changes.add(() -> pages.edit(id, "A", content));
        }
        int refused = race(changes).size();
        RemotePage page = service.getPage(TOKEN, id);
        assertEquals(9 - refused, page.getVersion());
        RemotePageHistory[] history = service.getPageHistory(TOKEN, id);
        assertEquals(page.getVersion() - 1, history.length);
        for (int i = 0; i < history.length; i++) {
            assertEquals(page.getVersion() - 1 - i, history[i].getVersion());
        }
    }

    /** Each move has the link in the other page follow. */
    @RepeatedTest(10)
    void twoPagesThatLinkToEachOtherMoveToOtherSpaces() throws Exception {
        service.addSpace(TOKEN, space("THREE", "three"));
        service.addSpace(TOKEN, space("FOUR", "four"));
        long a = pages.add("ONE", "A");
        long b = pages.add("TWO", "B");
        pages.edit(a, "A", "[TWO:B]");
        pages.edit(b, "B", "[ONE:A]");
        assertEquals(List.of(), race(List.of(() -> service.movePageToTopLevel(TOKEN, a, "THREE"),
                () -> service.movePageToTopLevel(TOKEN, b, "FOUR"))));
        assertEquals("[FOUR:B]", service.getPage(TOKEN, a).getContent());
        assertEquals("[THREE:A]", service.getPage(TOKEN, b).getContent());
    }

    /** What is written while a page moves is not waited for: links in it may lead to where the page was. */
    @RepeatedTest(10)
    void aPageMovesWhileOthersBeginToLinkToIt() throws Exception {
        service.addSpace(TOKEN, space("THREE", "three"));
        long a = pages.add("ONE", "A");
        long b = pages.add("TWO", "B");
        assertEquals(List.of(), race(List.of(() -> service.movePageToTopLevel(TOKEN, a, "THREE"),
                () -> pages.edit(b, "C", "[ONE:A]"))));
        String content = service.getPage(TOKEN, b).getContent();
        assertTrue(List.of("[ONE:A]", "[THREE:A]").contains(content), content);
    }

    /** The author's name is on both pages, which the call that moves them writes in another order. */
    @RepeatedTest(10)
    void pagesMoveWhileTheirAuthorIsRenamed() throws Exception {
        long a = pages.add("ONE", "A");
        List<Long> below = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            below.add(pages.add(a, "Page " + i));
        }
        site.asAdministrator();
        service.addUser(TOKEN, user("carl"), "pear");
        site.sql("update content set creator = 'carl', modifier = 'carl'");
        List<Callable<?>> calls = new ArrayList<>();
        calls.add(() -> service.renameUser(TOKEN, "carl", "dora"));
        for (int i = 0; i < 4; i++) {
            long page = below.get(19 - i);
            calls.add(() -> service.movePage(TOKEN, page, below.get(0), "above"));
        }
        calls.add(() -> service.movePageToTopLevel(TOKEN, a, "TWO"));
        race(calls);
        assertEquals("dora", service.getPage(TOKEN, a).getCreator());
        consistent();
    }

    /** Whatever happens at once: nothing waits for ever, and the trees are trees. */
    @Test
    void movesOfAllKindsAtOnceLeaveTrees() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(pages.add(i % 2 == 0 ? "ONE" : "TWO", "Page " + i));
        }
        List<Callable<?>> movers = new ArrayList<>();
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            movers.add(() -> {
                for (int i = 0; i < 40; i++) {
                    change(ids, random);
                }
                return null;
            });
        }
        assertEquals(List.of(), race(movers));
        consistent();
    }

    private void change(List<Long> ids, Random random) throws Exception {
        long page = ids.get(random.nextInt(ids.size()));
        long other = ids.get(random.nextInt(ids.size()));
        try {
            switch (random.nextInt(6)) {
                case 0 -> service.movePageToTopLevel(TOKEN, page, random.nextBoolean() ? "ONE" : "TWO");
                case 1 -> service.movePage(TOKEN, page, other, "above");
                case 2 -> service.movePage(TOKEN, page, other, "below");
                case 3 -> pages.edit(page, "Renamed " + page, "new");
                default -> service.movePage(TOKEN, page, other, "append");
            }
        } catch (RemoteException e) {
            assertTrue(e.getMessage().matches("A page cannot be .* itself\\.|You're trying to edit an outdated version"
                    + " of that page\\.|The page is being moved to another space\\. Try again\\.|The page is in the"
                    + " space .* and stays there\\.|The parent is not a page of the space .*\\."), e::getMessage);
        }
    }

    private void consistent() throws Exception {
        assertEquals(0, pages.count("""
                content join content page on page.id = content.container where content.content_type = ?
                and content.space_key <> page.space_key
                """, "comment"));
        assertEquals(0, pages.count("""
                content join content above on above.id = content.parent where content.content_type = ?
                and (content.space_key <> above.space_key or above.status <> 'current' and content.status = 'current')
                """, "page"));
        for (String key : List.of("ONE", "TWO")) {
            int below = 0;
            var top = service.getTopLevelPages(TOKEN, key);
            for (var page : top) {
                below += service.getDescendents(TOKEN, page.getId()).length;
            }
            assertEquals(service.getPages(TOKEN, key).length, top.length + below, "all are below some top");
        }
    }
}
