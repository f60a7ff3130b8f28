package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntry;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteComment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Links;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

@Timeout(60)
class LinksTest {

    private TestSite site;
    private ConfluenceService service;
    private RemotePage target;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "x"));
        service.addSpace(TOKEN, space("Y", "y"));
        target = service.storePage(TOKEN, page("X", "Target", "text"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private RemotePage rename(RemotePage page, String title) throws RemoteException {
        page.setTitle(title);
        return service.storePage(TOKEN, page);
    }

    private static RemoteComment comment(RemotePage page, String content) {
        RemoteComment comment = new RemoteComment();
        comment.setPageId(page.getId());
        comment.setContent(content);
        return comment;
    }

    private String content(RemotePageSummary page) throws RemoteException {
        return service.getPage(TOKEN, page.getId()).getContent();
    }

    private long rows(String sql) {
        return site.database.inTransaction(db -> db.createQuery("select count(*) from " + sql).mapTo(long.class).one());
    }

    @Test
    void linksFollowAPageThatIsRenamed() throws Exception {
        RemotePage wiki = service.storePage(TOKEN, page("X", "Wiki", "see [Target] and [this|X:Target#top]"));
        RemotePage storage = service.storePage(TOKEN, page("Y", "Storage",
                "<p><ac:link><ri:page ri:space-key=\"X\" ri:content-title=\"Target\"/></ac:link></p>"));
        RemotePage url = service.storePage(TOKEN, page("Y", "Url", "<a href=\"http://wiki/display/X/Target\">x</a>"));
        RemotePage other = service.storePage(TOKEN, page("Y", "Other", "[Target] [http://wiki/display/Y/Target]"));
        long before = rows("index_queue");
        rename(target, "New name");
        assertEquals("see [New name] and [this|New name#top]", content(wiki));
        assertEquals("<p><ac:link><ri:page ri:content-title=\"New name\" ri:space-key=\"X\" /></ac:link></p>",
                content(storage));
        assertEquals("<a href=\"http://wiki/display/X/New+name\">x</a>", content(url));
        assertEquals("[Target] [http://wiki/display/Y/Target]", content(other));
        RemotePage after = service.getPage(TOKEN, wiki.getId());
        assertEquals(1, after.getVersion());
        assertEquals(wiki.getModified(), after.getModified());
        assertEquals(4, rows("index_queue") - before);
        assertEquals(2, rows("index_queue where object_id = " + url.getId()));
    }

    @Test
    void linksFollowAgain() throws Exception {
        RemotePage linking = service.storePage(TOKEN, page("X", "Linking", "[Target] [Later]"));
        RemotePage renamed = rename(rename(target, "Later still"), "Later");
        assertEquals("[Later] [Later]", content(linking));
        assertEquals(1, rows("link where content_id = " + linking.getId()));
        rename(renamed, "last");
        assertEquals("[last] [last]", content(linking));
    }

    @Test
    void onlyTheLinksThatAreStillThereFollow() throws Exception {
        RemotePage linking = service.storePage(TOKEN, page("X", "Linking", "[Target]"));
        linking.setContent("Target");
        linking = service.storePage(TOKEN, linking);
        assertEquals(0, rows("link where content_id = " + linking.getId()));
        rename(target, "New");
        assertEquals("Target", content(linking));
    }

    @Test
    void aPageLinksToItself() throws Exception {
        target.setContent("[Target] [Target#top]");
        assertEquals("[New] [New#top]", rename(target, "New").getContent());
    }

    @Test
    void aTitleInAnotherCaseIsTheSameTitle() throws Exception {
        RemotePage linking = service.storePage(TOKEN, page("X", "Linking", "[Target]"));
        rename(target, "TARGET");
        assertEquals("[Target]", content(linking));
    }

    @Test
    void aRenamingThatFailsLeavesLinks() throws Exception {
        RemotePage linking = service.storePage(TOKEN, page("X", "Linking", "[Target]"));
        target.setVersion(7);
        assertThrows(VersionMismatchException.class, () -> rename(target, "New"));
        assertEquals("[Target]", content(linking));
    }

    @Test
    void linksInWhatTheRenamerMayNotViewFollow() throws Exception {
        RemotePage linking = service.storePage(TOKEN, page("Y", "Linking", "[X:Target]"));
        site.as("bob");
        rename(target, "New");
        site.as("alice");
        assertEquals("[X:New]", content(linking));
    }

    @Test
    void commentsAndBlogEntriesLinkToo() throws Exception {
        RemoteComment comment = service.addComment(TOKEN, comment(target, "see [Target]"));
        RemoteBlogEntry entry = new RemoteBlogEntry();
        entry.setSpace("Y");
        entry.setTitle("News");
        entry.setContent("see [X:Target]");
        entry = service.storeBlogEntry(TOKEN, entry);
        rename(target, "New");
        assertEquals("see [New]", service.getComment(TOKEN, comment.getId()).getContent());
        assertEquals("see [X:New]", service.getBlogEntry(TOKEN, entry.getId()).getContent());
        assertEquals(1, service.getBlogEntry(TOKEN, entry.getId()).getVersion());
    }

    @Test
    void whatCannotBeATitleIsNotRemembered() throws Exception {
        RemotePage linking = service.storePage(TOKEN, page("X", "Linking",
                "[" + "x".repeat(256) + "] [" + "y".repeat(256) + ":x] [A] [a] [X:A] [x:a]"));
        assertEquals(1, rows("link where content_id = " + linking.getId()));
    }

    @Test
    void linksAreFoundByTheirIndex() {
        String plan = site.database.inTransaction(db -> db.createQuery(
                "explain select content_id from link where space_key = 'X' and title = 'Target'")
                .mapTo(String.class).one());
        assertTrue(plan.contains("LINK_TARGET"), plan);
    }

    /** A and B, which link to each other, go from X to Y; C stays. */
    @Test
    void linksFollowPagesToAnotherSpace() throws Exception {
        RemotePage a = service.storePage(TOKEN, page("X", "A",
                "<p><ri:page ri:content-title=\"C\"/> <ri:page ri:content-title=\"B\"/></p>"));
        RemotePage b = service.storePage(TOKEN, page("X", "B", "[A] [C] [Y:Home]"));
        RemotePage c = service.storePage(TOKEN, page("X", "C", "[A] [B]"));
        RemotePage d = service.storePage(TOKEN, page("Y", "D", "[X:A] [X:C]"));
        RemoteComment comment = service.addComment(TOKEN, comment(a, "[B] [C]"));
        move("X", "Y", a, b);
        assertEquals("<p><ri:page ri:content-title=\"C\" ri:space-key=\"X\" /> <ri:page ri:content-title=\"B\" /></p>",
                content(a));
        assertEquals("[A] [X:C] [Home]", content(b));
        assertEquals("[Y:A] [Y:B]", content(c));
        assertEquals("[A] [X:C]", content(d));
        assertEquals("[B] [X:C]", service.getComment(TOKEN, comment.getId()).getContent());
        assertEquals(0, rows("link where space_key = 'X' and title <> 'C'"));
        rename(service.getPage(TOKEN, b.getId()), "New");
        assertEquals("[Y:A] [Y:New]", content(c));
    }

    /** What is done when pages move, as far as it concerns links. */
    private void move(String from, String to, RemotePage... pages) throws RemoteException {
        site.database.<Void, RemoteException>inTransaction(db -> {
            Links links = new Links(new Call(db, new Site("http://wiki", Version.emptyVersion, 0, Set.of()),
                    Caller.ANONYMOUS, Instant.now()));
            links.hold(List.of(from, to), () -> Stream.of(pages).map(RemotePage::getId).toList());
            for (RemotePage page : pages) {
                db.execute("update content set space_key = ? where id = ? or container = ?", to, page.getId(),
                        page.getId());
            }
            links.moved(List.of(pages), from, to);
            return null;
        });
    }

    @RepeatedTest(10)
    void pagesThatLinkToEachOtherAreRenamedAtTheSameMoment() throws Exception {
        RemotePage one = service.storePage(TOKEN, page("X", "One", "[Y:Two]"));
        RemotePage two = service.storePage(TOKEN, page("Y", "Two", "[X:One]"));
        assertEquals(List.of(), Race.of(() -> rename(one, "One new"), () -> rename(two, "Two new")));
        Set<String> contents = Set.of(content(one), content(two));
        assertTrue(contents.contains("[Y:Two new]") || contents.contains("[X:One new]"), contents::toString);
    }
}
