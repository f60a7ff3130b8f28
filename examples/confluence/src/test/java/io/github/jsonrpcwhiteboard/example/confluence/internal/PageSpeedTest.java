package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;

/** Lists of 10,000 pages, in comparison to the bare query. The best runs count: the others meet other work. */
class PageSpeedTest {

    private static final int PAGES = 10_000;
    private static final int RUNS = 200;
    private static final int FACTOR = 10;

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
        service.addSpace(TOKEN, space("X", "x"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** Pages whose parents come from an expression with x, the number of the page from 1. */
    private void fill(String parent) {
        pages.execute("""
                insert into content (id, content_type, space_key, parent, title, body, creator, created, modified)
                select 1000000 + x, 'page', 'X', %s, 'Page ' || x, '<p>text</p>', 'alice', now(), now()
                from system_range(1, ?)""".formatted(parent), PAGES);
    }

    @Test
    void pagesAreListedAtTheSpeedOfTheDatabase() throws Exception {
        fill("null");
        compare("getPages", () -> service.getPages(TOKEN, "X").length, PAGES + 1);
        compare("getTopLevelPages", () -> service.getTopLevelPages(TOKEN, "X").length, PAGES + 1);
    }

    @Test
    void broadTreesAreReadAtTheSpeedOfTheDatabase() throws Exception {
        fill("case when x > 1 then 1000000 + (x + 8) / 10 end");
        compare("getDescendents", () -> service.getDescendents(TOKEN, 1_000_001).length, PAGES - 1);
    }

    @Test
    void deepTreesAreReadAtTheSpeedOfTheDatabase() throws Exception {
        fill("case when x > 1 then 1000000 + x - 1 end");
        compare("getDescendents, deep", () -> service.getDescendents(TOKEN, 1_000_001).length, PAGES - 1);
        compare("getAncestors, deep", () -> service.getAncestors(TOKEN, 1_000_000 + PAGES).length, PAGES - 1);
    }

    private void compare(String what, Callable<Integer> call, int expected) throws Exception {
        long bare = Long.MAX_VALUE;
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS && (i == 0 || best >= FACTOR * bare); i++) {
            long start = System.nanoTime();
            int run = i;
            assertEquals(PAGES + 1, site.database.<Integer, SQLException>inTransaction(db -> bare(db, run)));
            long between = System.nanoTime();
            assertEquals(expected, call.call());
            best = Math.min(best, System.nanoTime() - between);
            bare = Math.min(bare, between - start);
        }
        assertTrue(best < FACTOR * bare, what + ": " + best + " ns, the query: " + bare + " ns");
    }

    /** The run is in the query, lest the database return what it has just found. */
    private static int bare(Handle db, int run) throws SQLException {
        try (PreparedStatement query = db.getConnection().prepareStatement("""
                select id, space_key, title, parent, version from content
                where space_key = 'X' and content_type = 'page' and status = 'current' and id > ? order by title""")) {
            query.setInt(1, -run);
            try (ResultSet row = query.executeQuery()) {
                int count = 0;
                for (; row.next(); count++) {
                    for (int column = 1; column <= 5; column++) {
                        row.getObject(column);
                    }
                }
                return count;
            }
        }
    }
}
