package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;

@Timeout(60)
class SearchTest {

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "Experiments"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private RemotePage store(String title, String content) throws RemoteException {
        return service.storePage(TOKEN, page("X", title, content));
    }

    private List<String> find(String query) throws RemoteException {
        return titles(service.search(TOKEN, query, 100));
    }

    private List<String> find(String query, String... params) throws RemoteException {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            map.put(params[i], params[i + 1]);
        }
        return titles(service.search(TOKEN, query, map, 100));
    }

    private static List<String> titles(RemoteSearchResult[] results) {
        return Stream.of(results).map(RemoteSearchResult::getTitle).sorted().toList();
    }

    private static String refused(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    @Test
    void aPageIsFoundByItsWords() throws Exception {
        RemotePage page = store("Ärger im Büro", "<p>The <b>qu</b>ick&nbsp;brown fox</p><p>jumps.</p>");
        RemoteSearchResult result = service.search(TOKEN, "quick fox", 10)[0];
        assertEquals(page.getId(), result.getId());
        assertEquals("Ärger im Büro", result.getTitle());
        assertEquals("page", result.getType());
        assertEquals(page.getUrl(), result.getUrl());
        assertEquals("The quick brown fox jumps.", result.getExcerpt());
        assertEquals(List.of(), find("quick cat"), "all words are to be found");
    }

    @Test
    void allKindsAreFound() throws Exception {
        RemotePage page = store("Kinds", "<p>nothing</p>");
        site.sql("insert into content (content_type, space_key, container, title, body, creator, created, modified)"
                + " values ('comment', 'X', ?, 'Re: Kinds', '<p>a zebra</p>', 'bob', now(), now())", page.getId());
        site.sql("insert into content (content_type, space_key, title, body, creator, created, modified)"
                + " values ('blogpost', 'X', 'Zebra news', '', 'bob', now(), now())");
        site.sql("insert into attachment (content_id, file_name, version) values (?, 'my-zebra_1.pdf', 2)",
                page.getId());
        site.sql("insert into attachment_version (attachment_id, version, content_type, comment, file_size, created,"
                + " data) select id, 2, 'text/plain', 'stripes', 0, now(), '' from attachment");
        site.sql("insert into index_queue (object_id) select id from content union all select id from attachment");
        RemoteSpace zoo = space("ZOO", "Zoo");
        zoo.setDescription("Zebras: one zebra");
        service.addSpaceWithDefaultPermissions(TOKEN, zoo);
        site.as("zebra");
        service.getSpaces(TOKEN);
        assertEquals(List.of("Re: Kinds", "Zebra news", "Zoo", "my-zebra_1.pdf", "zebra"), find("zebra"));
        Map<String, String> urls = new HashMap<>();
        for (RemoteSearchResult result : service.search(TOKEN, "zebra", 10)) {
            urls.put(result.getType(), result.getUrl());
        }
        assertEquals("http://wiki/display/X/Kinds?focusedCommentId=#comment-",
                urls.get("comment").replaceAll("\\d+", ""));
        assertEquals("http://wiki/download/attachments/" + page.getId() + "/my-zebra_1.pdf?version=2",
                urls.get("attachment"));
        assertEquals("http://wiki/display/ZOO", urls.get("spacedesc"));
        assertEquals("http://wiki/display/%7Ezebra", urls.get("userinfo"));
        assertEquals(List.of("my-zebra_1.pdf"), find("stripes"), "by its comment");
        assertEquals(List.of("Zoo"), find("zoo"), "by its key");
        for (RemoteSearchResult result : service.search(TOKEN, "zebra", 10)) {
            assertEquals(List.of(result.getTitle()), find("zebra", "type", result.getType()));
        }
        site.as("alice");
        service.removePage(TOKEN, page.getId());
        assertEquals(List.of("Zebra news", "Zoo", "zebra"), find("zebra"), "with the page goes what is on it");
    }

    @Test
    void wordsAreFoundHoweverTheyAreWritten() throws Exception {
        store("Über Käse", "Straße A\u0308pfel report_final.v2.pdf");
        for (String query : List.of("uber", "ÜBER", "u\u0308ber", "kase", "strasse", "STRASSE", "äpfel", "apfel",
                "report", "final", "report_final.v2.pdf", "über käse straße")) {
            assertEquals(List.of("Über Käse"), find(query), query);
        }
    }

    @Test
    void aQueryHasOperators() throws Exception {
        store("One", "red apple pie");
        store("Two", "green apple tree");
        store("Three", "pie from apple, red");
        assertEquals(List.of("One", "Three"), find("apple pie"));
        assertEquals(List.of("One"), find("\"apple pie\""));
        assertEquals(List.of("One", "Three", "Two"), find("appl*"));
        assertEquals(List.of("One", "Three", "Two"), find("aple~"));
        assertEquals(List.of("Two"), find("apple -pie"));
        assertEquals(List.of("Three", "Two"), find("tree | from"));
        assertEquals(List.of("Three", "Two"), find("apple + (tree | from)"));
    }

    @Test
    void titlesCountMore() throws Exception {
        store("Other", "penguin penguin penguin");
        store("Penguin", "bird");
        assertEquals("Penguin", service.search(TOKEN, "penguin", 1)[0].getTitle());
    }

    @Test
    void noTextIsAnError() throws Exception {
        for (String query : List.of("", " ", "*", "-", "\"", "(", ")", "((((", "~", "a~99999999999",
                "\"a b\"~99999999999", "\\", "| |", "+ -", "*a", "?", "AND OR NOT", "title:x", "[a TO", "a:b:c",
                "-a -b", "\u0000", "\ud83d", "a*~2", "!!!", "^5", "/x/", "<script>", "--", "a\tb\nc")) {
            assertTrue(service.search(TOKEN, query, 3).length <= 3, query);
        }
        assertEquals(List.of(), find(""));
    }

    @Test
    void longQueriesAreAnsweredOrRefused() throws Exception {
        store("Long", "a b c");
        service.search(TOKEN, "ab* ".repeat(250), 10);
        service.search(TOKEN, "abcdefgh~ ".repeat(100), 10);
        service.search(TOKEN, "(".repeat(500) + "a" + ")".repeat(499), 10);
        assertEquals(List.of(), find("\u4e00".repeat(900)));
        assertEquals("The query has too many words.", refused(() -> find(numbers())));
        assertEquals("The query is longer than 1000 characters.", refused(() -> find("a".repeat(1001))));
    }

    /** A thousand different words. */
    private static String numbers() {
        StringBuilder words = new StringBuilder();
        for (char c = '\u4e00'; words.length() < 1000; c++) {
            words.append(c);
        }
        return words.toString();
    }

    @Test
    void argumentsAreChecked() {
        assertEquals("The query is missing.", refused(() -> service.search(TOKEN, null, 10)));
        assertEquals("The maximum of results is not positive.", refused(() -> service.search(TOKEN, "a", 0)));
        assertEquals("The maximum of results is not positive.", refused(() -> service.search(TOKEN, "a", -1)));
        assertEquals("The type is one of page, comment, spacedesc, attachment, userinfo, blogpost.",
                refused(() -> find("a", "type", "Page")));
        assertEquals("The parameter modified is one of TODAY, YESTERDAY, LASTWEEK, LASTMONTH.",
                refused(() -> find("a", "modified", "today")));
        assertEquals("You're not allowed to view that space, or it does not exist.",
                refused(() -> find("a", "spaceKey", "NOWHERE")));
    }

    @Test
    void whatIsNotGivenDoesNotMatter() throws Exception {
        store("Given", "word");
        assertEquals(List.of("Given"), titles(service.search(TOKEN, "word", null, Integer.MAX_VALUE)));
        assertEquals(List.of("Given"), find("word", "type", "", "modified", null, "contributor", "", "spaceKey", null,
                "unheard", "of"));
    }

    @Test
    void resultsAreLimited() throws Exception {
        for (int i = 0; i < 60; i++) {
            store("Page " + i, "common");
        }
        assertEquals(7, service.search(TOKEN, "common", 7).length);
        assertEquals(60, service.search(TOKEN, "common", Integer.MAX_VALUE).length);
    }

    @Test
    void searchIsRestrictedToASpace() throws Exception {
        store("Here", "word");
        service.storePage(TOKEN, page("DS", "There", "word"));
        assertEquals(List.of("Here", "There"), find("word"));
        assertEquals(List.of("Here"), find("word", "spaceKey", "x"));
        assertEquals(List.of(), find("alice", "spaceKey", "X"), "users are in no space");
        assertEquals(List.of("alice"), find("alice"));
    }

    @Test
    void searchIsRestrictedToAContributor() throws Exception {
        RemotePage both = store("Both", "word");
        store("Alices", "word");
        site.as("bob");
        both.setContent("word word");
        service.storePage(TOKEN, both);
        service.storePage(TOKEN, page("X", "Bobs", "word"));
        assertEquals(List.of("Bobs", "Both"), find("word", "contributor", "BOB"));
        assertEquals(List.of("Alices", "Both"), find("word", "contributor", "alice"));
        site.sql("insert into history (content_id, version, title, body, minor_edit, modifier, modified)"
                + " values (?, 9, 'Both', 'word', false, 'carol', now())", both.getId());
        site.sql("insert into index_queue (object_id) values (?)", both.getId());
        assertEquals(List.of("Both"), find("word", "contributor", "carol"), "of an earlier version");
        assertEquals(List.of(), find("word", "contributor", "nobody"));
    }

    @Test
    void searchIsRestrictedToADate() throws Exception {
        LocalDate today = LocalDate.now();
        List<LocalDate> days = List.of(today, today.minusDays(1), today.minusWeeks(1), today.minusMonths(1));
        List<String> names = List.of("TODAY", "YESTERDAY", "LASTWEEK", "LASTMONTH");
        for (int i = 0; i < 4; i++) {
            ZonedDateTime midnight = days.get(i).atStartOfDay(ZoneId.systemDefault());
            modify(store("First of " + names.get(i), "word").getId(), midnight);
            modify(store("Before " + names.get(i), "word").getId(), midnight.minus(1, ChronoUnit.MILLIS));
        }
        for (int i = 0; i < 4; i++) {
            List<String> found = find("word", "modified", names.get(i));
            assertEquals(2 * i + 1, found.size(), found::toString);
            assertTrue(found.contains("First of " + names.get(i)), found::toString);
        }
    }

    private void modify(long id, ZonedDateTime time) {
        site.sql("update content set modified = ? where id = ?", time.toOffsetDateTime(), id);
        site.sql("insert into index_queue (object_id) values (?)", id);
    }

    @Test
    void excerptsAreAboutTheWords() throws Exception {
        String filler = "Lorem ipsum dolor sit amet consectetur. ".repeat(50);
        store("Long", "<p>" + filler + "</p><p>Here is the <em>needle</em> &amp; &lt;thread&gt;.</p><p>" + filler
                + "</p>");
        String excerpt = service.search(TOKEN, "needle", 1)[0].getExcerpt();
        assertTrue(excerpt.contains("Here is the needle & <thread>."), excerpt);
        assertTrue(excerpt.startsWith("…") && excerpt.endsWith("…"), excerpt);
        assertTrue(excerpt.length() > 150 && excerpt.length() < 250, excerpt);
        excerpt = service.search(TOKEN, "long", 1)[0].getExcerpt();
        assertTrue(excerpt.startsWith("Lorem ipsum") && excerpt.endsWith("…"), excerpt);
        assertTrue(excerpt.length() > 150 && excerpt.length() < 250, excerpt);
        store("Endless", "x".repeat(5000) + " thimble");
        assertTrue(service.search(TOKEN, "thimble", 1)[0].getExcerpt().length() <= 302);
        store("Empty", "");
        assertEquals("", service.search(TOKEN, "empty", 1)[0].getExcerpt());
    }

    @Test
    void macrosHaveWords() throws Exception {
        store("Macro", "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">java</ac:parameter>"
                + "<ac:plain-text-body><![CDATA[int walrus = a < b;]]></ac:plain-text-body></ac:structured-macro>");
        assertEquals("int walrus = a < b;", service.search(TOKEN, "walrus", 1)[0].getExcerpt());
        assertEquals(List.of(), find("java"));
        assertEquals(List.of(), find("structured"));
    }

    @Test
    void whatTheCallerMayNotViewIsNotFound() throws Exception {
        service.addSpace(TOKEN, space("SECRET", "Secret"));
        service.storePage(TOKEN, page("SECRET", "Treasure", "word"));
        RemotePage closed = store("Closed", "word");
        RemotePage below = page("X", "Below", "word");
        below.setParentId(closed.getId());
        service.storePage(TOKEN, below);
        site.sql("insert into content (content_type, space_key, container, title, body, created, modified)"
                + " values ('comment', 'X', ?, 'Re: Closed', 'word', now(), now())", closed.getId());
        site.sql("insert into index_queue (object_id) select id from content");
        site.sql("insert into content_permission (content_id, permission, user_name) values (?, 'View', 'alice')",
                closed.getId());
        store("Open", "word");
        assertEquals(List.of("Below", "Closed", "Open", "Re: Closed", "Treasure"), find("word"));
        assertEquals(List.of("Secret"), find("secret"));
        site.as("bob");
        assertEquals(List.of("Open"), find("word"));
        assertEquals("Open", service.search(TOKEN, "word", 1)[0].getTitle(), "what is hidden takes no place");
        assertEquals(List.of(), find("secret"));
        assertEquals("You're not allowed to view that space, or it does not exist.",
                refused(() -> find("word", "spaceKey", "SECRET")));
        site.asAdministrator();
        assertEquals(5, find("word").size());
    }

    @Test
    void hiddenHitsBeforeTheFirstVisibleDoNotMatter() throws Exception {
        RemotePage closed = store("Closed", "");
        site.sql("insert into content_permission (content_id, permission, user_name) values (?, 'View', 'alice')",
                closed.getId());
        for (int i = 0; i < 120; i++) {
            RemotePage page = page("X", "Hidden word " + i, "word word");
            page.setParentId(closed.getId());
            service.storePage(TOKEN, page);
        }
        store("Last", "a single word among others, and so the last");
        assertEquals("Last", titles(service.search(TOKEN, "word", 200)).get(120));
        site.as("bob");
        assertEquals(List.of("Last"), titles(service.search(TOKEN, "word", 1)));
    }

    @Test
    void usersAreFoundByThoseWhoMayViewProfiles() throws Exception {
        site.as("bob");
        assertEquals(List.of("alice"), find("alice"));
        site.sql("delete from global_permission where permission = 'VIEWUSERPROFILES'");
        assertEquals(List.of(), find("alice"));
        assertEquals(List.of(), find("alice", "type", "userinfo"));
        site.asAdministrator();
        assertEquals(List.of("alice"), find("alice"));
        site.sql("update user_account set active = false where name = 'alice'");
        assertEquals(List.of(), find("alice"), "nor by anybody when they are gone");
    }

    @Test
    void archivedSpacesAreLeftOut() throws Exception {
        store("Page", "word");
        service.setSpaceStatus(TOKEN, "X", "ARCHIVED");
        assertEquals(List.of(), find("word"));
        assertEquals(List.of(), find("word", "spaceKey", "X"));
        assertEquals(List.of(), find("experiments"));
        service.setSpaceStatus(TOKEN, "X", "CURRENT");
        assertEquals(List.of("Page"), find("word"));
    }

    @Test
    void changesAreFoundAtOnce() throws Exception {
        RemotePage page = store("Page", "before");
        assertEquals(List.of("Page"), find("before"));
        page.setContent("after");
        service.storePage(TOKEN, page);
        assertEquals(List.of(), find("before"));
        assertEquals(List.of("Page"), find("after"));
        service.removePage(TOKEN, page.getId());
        assertEquals(List.of(), find("after"));
        store("Other", "after");
        service.removeSpace(TOKEN, "X");
        assertEquals(List.of(), find("after"));
        assertEquals(List.of(), find("experiments"));
    }

    @Test
    void whatIsOnAPageMovesWithIt() throws Exception {
        RemotePage page = store("Page", "word");
        site.sql("insert into content (content_type, space_key, container, title, body, created, modified)"
                + " values ('comment', 'X', ?, 'Re: Page', 'word', now(), now())", page.getId());
        site.sql("insert into index_queue (object_id) select id from content");
        assertEquals(2, find("word", "spaceKey", "X").size());
        site.sql("update content set space_key = 'DS' where title in ('Page', 'Re: Page')");
        site.sql("insert into index_queue (object_id) values (?)", page.getId());
        assertEquals(List.of("Page", "Re: Page"), find("word", "spaceKey", "DS"));
        assertEquals(List.of(), find("word", "spaceKey", "X"));
    }

    @Test
    void theFirstCallOfAUserMayBeASearch() throws Exception {
        store("Page", "word");
        site.as("newcomer");
        assertEquals(List.of("Page"), find("word"));
        assertEquals(List.of("newcomer"), find("newcomer"));
    }
}
