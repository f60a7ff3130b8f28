package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntry;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

class MarkupTest {

    private static final Map<String, String> CLEAN = Map.of("style", "clean");
    private static final String NO_PAGE = "You're not allowed to view that page, or it does not exist.";
    private static final String NO_SPACE = "You're not allowed to view that space, or it does not exist.";

    private TestSite site;
    private ConfluenceService service;
    private long page;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "x"));
        service.addSpace(TOKEN, space("HIDDEN", "hidden"));
        service.storePage(TOKEN, page("HIDDEN", "Secret", "secret"));
        page = service.storePage(TOKEN, page("X", "Page", "*own* [Home]")).getId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String clean(String content) throws RemoteException {
        return service.renderContent(TOKEN, "X", page, content, CLEAN);
    }

    private static String message(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    @Test
    void aPageShowsItsOwnContentIfNoneIsGiven() throws Exception {
        String html = "<p><strong>own</strong> <a href=\"http://wiki/display/X/Home\">Home</a></p>";
        assertEquals("<div class=\"wiki-content\">" + html + "</div>", service.renderContent(TOKEN, "X", page, null));
        assertEquals("<div class=\"wiki-content\">" + html + "</div>", service.renderContent(TOKEN, "x", page, ""));
        assertEquals(html, service.renderContent(TOKEN, null, page, "", CLEAN));
        assertEquals(html, service.renderContent(TOKEN, "", page, "", CLEAN));
        assertEquals("<p>given</p>", clean("given"));
    }

    @Test
    void onlyTheStyleCounts() throws Exception {
        String wrapped = "<div class=\"wiki-content\"><p>x</p></div>";
        assertEquals(wrapped, service.renderContent(TOKEN, "X", page, "x", null));
        assertEquals(wrapped, service.renderContent(TOKEN, "X", page, "x", Map.of("style", "other", "more", "x")));
        assertEquals(wrapped, service.renderContent(TOKEN, "X", page, "x", Collections.singletonMap("style", null)));
    }

    @Test
    void aPageThatIsNotThereYetIsInASpace() throws Exception {
        assertEquals("<p><a href=\"http://wiki/display/X/Page\">Page</a></p>",
                service.renderContent(TOKEN, "x", 0, "[Page]", CLEAN));
        assertEquals("", service.renderContent(TOKEN, "X", 0, null, CLEAN));
        assertEquals("<p><span>f.txt</span></p>", service.renderContent(TOKEN, "X", 0, "[^f.txt]", CLEAN));
        assertEquals(NO_SPACE, message(() -> service.renderContent(TOKEN, "NO", 0, "x")));
        assertEquals(NO_SPACE, message(() -> service.renderContent(TOKEN, null, 0, "x")));
    }

    @Test
    void whatCannotBeViewedIsNotRendered() throws Exception {
        assertEquals(NO_PAGE, message(() -> service.renderContent(TOKEN, "X", -1, "x")));
        assertEquals("The page is not in the space DS.", message(() -> service.renderContent(TOKEN, "DS", page, "x")));
        long secret = service.getPage(TOKEN, "HIDDEN", "Secret").getId();
        site.as("bob");
        assertEquals(NO_PAGE, message(() -> service.renderContent(TOKEN, "HIDDEN", secret, "x")));
        assertEquals(NO_PAGE, message(() -> service.renderContent(TOKEN, null, secret, null, CLEAN)));
        assertEquals(NO_SPACE, message(() -> service.renderContent(TOKEN, "HIDDEN", 0, "x")));
    }

    /** What is not there and what is hidden look the same. */
    @Test
    void linksLeadToWhatTheCallerMayView() throws Exception {
        long closed = service.storePage(TOKEN, page("X", "Closed", "text")).getId();
        site.database.inTransaction(db -> db.execute("""
                insert into content_permission (content_id, permission, user_name) values (?, 'View', 'alice')""",
                closed));
        String content = "[x|home] [x|hidden:SECRET] [x|Closed] [x|None] [x|NO:None]";
        String home = "<a href=\"http://wiki/display/X/Home\">x</a> ";
        assertEquals("<p>" + home + "<a href=\"http://wiki/display/HIDDEN/Secret\">x</a>"
                + " <a href=\"http://wiki/display/X/Closed\">x</a> <span>x</span> <span>x</span></p>", clean(content));
        site.as("bob");
        assertEquals("<p>" + home + "<span>x</span> <span>x</span> <span>x</span> <span>x</span></p>", clean(content));
        site.asAdministrator();
        assertTrue(clean(content).contains("HIDDEN/Secret"));
        service.removePage(TOKEN, closed);
        assertEquals("<p><span>x</span></p>", clean("[x|Closed]"));
    }

    @Test
    void attachmentsAreThoseOfThePage() throws Exception {
        assertEquals("<p><a href=\"http://wiki/download/attachments/" + page + "/a+b.txt?version=0\">a b.txt</a></p>",
                clean("[^a b.txt]"));
    }

    @Test
    void blogEntriesAreRenderedToo() throws Exception {
        RemoteBlogEntry entry = new RemoteBlogEntry();
        entry.setSpace("X");
        entry.setTitle("News");
        entry.setContent("[#top]");
        entry.setPublishDate(Date.from(LocalDateTime.of(2024, 2, 29, 8, 0).atZone(ZoneId.systemDefault()).toInstant()));
        long id = service.storeBlogEntry(TOKEN, entry).getId();
        assertEquals("<p><a href=\"http://wiki/display/X/2024/02/29/News#top\">top</a></p>",
                service.renderContent(TOKEN, "X", id, null, CLEAN));
    }

    @Test
    void markupIsConverted() throws Exception {
        assertEquals("<p><ac:link><ri:page ri:content-title=\"Title\" ri:space-key=\"DS\" />"
                + "<ac:plain-text-link-body><![CDATA[text]]></ac:plain-text-link-body></ac:link></p>",
                service.convertWikiToStorageFormat(TOKEN, "[text|DS:Title]"));
        assertEquals("", service.convertWikiToStorageFormat(TOKEN, ""));
        assertEquals("The markup is missing.", message(() -> service.convertWikiToStorageFormat(TOKEN, null)));
        assertEquals("The wiki markup is longer than 1000000 characters.",
                message(() -> service.convertWikiToStorageFormat(TOKEN, "x".repeat(1_000_001))));
    }

    @Test
    void whatWasConvertedIsRenderedAsTheMarkupIs() throws Exception {
        String wiki = "h1. T\n\n* [a|Home#x]\n* *b*\n\n{code:java}\nx < y;\n{code}\n\n||h|\n|c|\n";
        assertEquals(clean(wiki), clean(service.convertWikiToStorageFormat(TOKEN, wiki)));
    }

    @Test
    void tensOfThousandsOfLinksAreResolvedSoon() {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            content.append("[Page ").append(i).append("]\n[S").append(i).append(":Page]\n");
        }
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> clean(content.toString()));
    }
}
