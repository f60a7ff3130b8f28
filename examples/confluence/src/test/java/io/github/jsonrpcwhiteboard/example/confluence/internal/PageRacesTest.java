package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    private final ExecutorService threads = Executors.newCachedThreadPool();

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
        threads.shutdownNow();
        site.close();
    }

    /** Starts all at the same moment, and returns what they throw. */
    private List<Throwable> race(List<Callable<?>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        List<Future<?>> futures = new ArrayList<>();
        for (Callable<?> call : calls) {
            futures.add(threads.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        List<Throwable> thrown = new ArrayList<>();
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                thrown.add(e.getCause());
            }
        }
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
