package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;

class HtmlExportTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final String HOSTILE = "<script>alert('x')</script>\"&";

    private TestSite site;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        RichSpace.make(site, "RICH");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void everyLinkLeadsToAFile() throws Exception {
        Map<String, byte[]> files = export(true);
        assertTrue(files.size() > 15);
        for (String name : files.keySet()) {
            assertTrue(name.matches("(attachments/)?[A-Za-z0-9._-]+"), name);
            if (name.endsWith(".html")) {
                List<String> links = LINK.matcher(text(files, name)).results().map(MatchResult::group)
                        .map(link -> link.replaceAll(".*=\"|\"", "")).toList();
                assertTrue(files.keySet().containsAll(links), name + " " + links);
                assertTrue(name.equals("index.html") || links.contains("index.html"));
            }
        }
        assertEquals(13 + 2 + 1, LINK.matcher(text(files, "index.html")).results().count());
    }

    @Test
    void theIndexHasTheTree() throws Exception {
        String index = text(export(true), "index.html");
        assertTrue(index.contains("<h1>Rich \r\n"), index);
        int last = index.indexOf(">Last</a>");
        int first = index.indexOf(">Depth 1\r");
        int second = index.indexOf(">Depth 2\r");
        assertTrue(0 < last && last < first && first < second);
        assertTrue(index.substring(last, second).contains("<ul>"));
        assertTrue(index.indexOf("<h2>Blog</h2>") < index.indexOf(">News</a>"));
        assertFalse(index.contains("trash"));
    }

    @Test
    void pagesHaveAttachmentsAndComments() throws Exception {
        Map<String, byte[]> files = export(true);
        String home = text(files, name(files, "Home"));
        assertTrue(home.contains(">data \u00e4.bin</a>") && home.contains("<h2>on Home too</h2>"), home);
        assertTrue(home.contains("first") && home.contains("answer") && home.contains(" by bob"));
        String file = LINK.matcher(home).results().map(match -> match.group(1))
                .filter(link -> link.startsWith("attachments/")).findFirst().orElseThrow();
        assertEquals(3_000_003, files.get(file).length);
    }

    @Test
    void nothingRuns() throws Exception {
        RemotePage hostile = page("RICH", HOSTILE, HOSTILE);
        site.service.storePage(TOKEN, hostile);
        RichSpace.run(site, "update space set description = '<script>', name = '<script>' where space_key = 'RICH'");
        RichSpace.run(site, "update content set creator = '<script>', title = '<script>'"
                + " where content_type = 'comment'");
        RichSpace.run(site, "update attachment set file_name = '\"><script>'");
        Map<String, byte[]> files = export(true);
        for (String name : files.keySet()) {
            assertFalse(name.endsWith(".html") && text(files, name).contains("<script"), name);
        }
    }

    @Test
    void onlyWhatTheCallerMayView() throws Exception {
        RichSpace.run(site, "insert into space_permission (space_key, permission, group_name)"
                + " values ('RICH', 'EXPORTSPACE', 'confluence-users')");
        RichSpace.run(site, "update content_permission set user_name = 'admin' where user_name = 'bob'");
        site.as("bob");
        Map<String, byte[]> files = export(false);
        assertEquals(1 + 3 + 2, files.size(), files.keySet()::toString);
        for (String name : files.keySet()) {
            assertFalse(text(files, name).contains("Last"), name);
        }
    }

    @Test
    void asDeepAsYouLike() throws Exception {
        RichSpace.run(site, "insert into content (content_type, space_key, title, body, created, modified)"
                + " select 'page', 'RICH', 'Chain ' || x, '', current_timestamp, current_timestamp"
                + " from system_range(1, 5000)");
        RichSpace.run(site, "update content set parent = id - 1 where title like 'Chain %' and title <> 'Chain 1'");
        assertEquals(5000, text(export(true), "index.html").split(">Chain ", -1).length - 1);
    }

    private Map<String, byte[]> export(boolean everything) throws Exception {
        String url = site.service.exportSpace(TOKEN, "RICH", "TYPE_HTML", everything);
        return Zips.unzip(Files.readAllBytes(site.home.resolve("exports")
                .resolve(url.substring(url.lastIndexOf('/') + 1))));
    }

    private static String name(Map<String, byte[]> files, String title) {
        return files.keySet().stream().filter(name -> name.matches("[0-9]+_" + title + ".html")).findFirst()
                .orElseThrow();
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
