package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntry;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntrySummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;

@Timeout(60)
class BlogTest {

    private static final String NO_ENTRY = "You're not allowed to view that blog entry, or it does not exist.";
    private static final String NO_SPACE = "You're not allowed to view that space, or it does not exist.";
    private static final String OUTDATED = "You're trying to edit an outdated version of that blog entry.";

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

    private static RemoteBlogEntry entry(String title, String content) {
        RemoteBlogEntry entry = new RemoteBlogEntry();
        entry.setSpace("x");
        entry.setTitle(title);
        entry.setContent(content);
        return entry;
    }

    private static RemoteBlogEntry entry(String title, LocalDateTime published) {
        RemoteBlogEntry entry = entry(title, "text");
        entry.setPublishDate(Date.from(published.atZone(ZoneId.systemDefault()).toInstant()));
        return entry;
    }

    private RemoteBlogEntry store(RemoteBlogEntry entry) throws RemoteException {
        return service.storeBlogEntry(TOKEN, entry);
    }

    private static String message(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    private long rows(String sql) {
        return site.database.inTransaction(db -> db.createQuery("select count(*) from " + sql).mapTo(long.class).one());
    }

    @Test
    void aStoredEntryIsReadBack() throws Exception {
        Date before = new Date();
        long id = store(entry("\u00c4rger & Co", "<p>x</p>")).getId();
        RemoteBlogEntry entry = service.getBlogEntry(TOKEN, id);
        assertEquals("X", entry.getSpace(), "the key as the space has it");
        assertEquals("\u00c4rger & Co", entry.getTitle());
        assertEquals("<p>x</p>", entry.getContent());
        assertEquals("alice", entry.getAuthor());
        assertEquals(1, entry.getVersion());
        assertFalse(entry.getPublishDate().before(before));
        String day = entry.getPublishDate().toInstant().atZone(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("yyyy/MM/dd"));
        assertEquals("http://wiki/display/X/" + day + "/%C3%84rger+%26+Co", entry.getUrl());
        assertEquals(1, rows("index_queue where object_id = " + id));
        assertEquals("You're not allowed to view that page, or it does not exist.",
                message(() -> service.getPage(TOKEN, id)));
    }

    @Test
    void entriesOfASpaceComeLatestFirst() throws Exception {
        store(entry("Second", LocalDateTime.of(2020, 5, 6, 12, 0)));
        store(entry("First", LocalDateTime.of(1999, 12, 31, 23, 59)));
        store(entry("Third", LocalDateTime.of(2020, 5, 6, 12, 1)));
        store(entry("Now", "text"));
        RemoteBlogEntrySummary[] entries = service.getBlogEntries(TOKEN, "x");
        assertEquals(List.of("Now", "Third", "Second", "First"),
                Stream.of(entries).map(RemoteBlogEntrySummary::getTitle).toList());
        assertEquals("http://wiki/display/X/1999/12/31/First", entries[3].getUrl());
        assertEquals("X", entries[3].getSpace());
        assertEquals("alice", entries[3].getAuthor());
        assertEquals(0, service.getBlogEntries(TOKEN, "DS").length);
        assertEquals(NO_SPACE, message(() -> service.getBlogEntries(TOKEN, "NO")));
        assertEquals(NO_SPACE, message(() -> service.getBlogEntries(TOKEN, null)));
    }

    @Test
    void entriesAreFoundByTheirDay() throws Exception {
        RemoteBlogEntry early = store(entry("News", LocalDateTime.of(2024, 2, 29, 0, 0)));
        RemoteBlogEntry late = store(entry("news", LocalDateTime.of(2024, 3, 1, 23, 59, 59)));
        assertEquals(early.getId(), service.getBlogEntryByDateAndTitle(TOKEN, "X", 2024, 2, 29, "NEWS").getId());
        assertEquals(late.getId(), service.getBlogEntryByDateAndTitle(TOKEN, "x", 2024, 3, 1, "News").getId());
        assertEquals(NO_ENTRY, message(() -> service.getBlogEntryByDateAndTitle(TOKEN, "X", 2024, 3, 2, "News")));
        assertEquals(NO_ENTRY, message(() -> service.getBlogEntryByDateAndTitle(TOKEN, "X", 2024, 3, 1, "Other")));
        assertEquals(NO_SPACE, message(() -> service.getBlogEntryByDateAndTitle(TOKEN, "NO", 2024, 3, 1, "News")));
        LocalDate today = LocalDate.now();
        long now = store(entry("Today", today.atTime(12, 0))).getId();
        assertEquals(now, service.getBlogEntryByDayAndTitle(TOKEN, "X", today.getDayOfMonth(), "today").getId());
        LocalDate lastMonth = today.withDayOfMonth(1).minusDays(1);
        store(entry("Before", lastMonth.atTime(12, 0)));
        assertEquals(NO_ENTRY, message(() -> service.getBlogEntryByDayAndTitle(TOKEN, "X",
                Math.min(lastMonth.getDayOfMonth(), today.lengthOfMonth()), "Before")));
    }

    @Test
    void datesAreChecked() {
        assertEquals("The year is not between 1 and 9999.", byDate(0, 1, 1));
        assertEquals("The year is not between 1 and 9999.", byDate(Integer.MAX_VALUE, 1, 1));
        assertEquals("The month is not between 1 and 12.", byDate(2024, 0, 1));
        assertEquals("The month is not between 1 and 12.", byDate(2024, 13, 1));
        assertEquals("The day of the month is not between 1 and 28.", byDate(2023, 2, 29));
        assertEquals("The day of the month is not between 1 and 29.", byDate(2024, 2, -1));
        assertEquals("The day of the month is not between 1 and " + LocalDate.now().lengthOfMonth() + ".",
                message(() -> service.getBlogEntryByDayAndTitle(TOKEN, "X", 32, "News")));
        assertEquals("The title of the blog entry is missing.",
                message(() -> service.getBlogEntryByDateAndTitle(TOKEN, "X", 2024, 1, 1, null)));
        assertEquals("The content of the blog entry has half a character: a surrogate without the other.",
                message(() -> store(entry("Half", "\ud83d"))));
        RemoteBlogEntry entry = entry("Old", "");
        for (long time : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            entry.setPublishDate(new Date(time));
            assertEquals("The year of the publish date is not between 1 and 9999.", message(() -> store(entry)));
        }
    }

    private String byDate(int year, int month, int day) {
        return message(() -> service.getBlogEntryByDateAndTitle(TOKEN, "X", year, month, day, "News"));
    }

    @Test
    void aTitleIsTakenOnceADay() throws Exception {
        RemoteBlogEntry first = store(entry("News", LocalDateTime.of(2024, 2, 29, 0, 0)));
        assertEquals("A blog entry with the title \"NEWS\" already exists on that day in the space X.",
                assertThrows(AlreadyExistsException.class,
                        () -> store(entry("NEWS", LocalDateTime.of(2024, 2, 29, 23, 59)))).getMessage());
        RemoteBlogEntry second = store(entry("News", LocalDateTime.of(2024, 3, 1, 0, 0)));
        RemoteBlogEntry third = store(entry("Others", LocalDateTime.of(2024, 3, 1, 9, 0)));
        assertNotEquals(first.getId(), second.getId());
        third.setTitle("news");
        assertThrows(AlreadyExistsException.class, () -> store(third));
        second.setTitle("NEWS");
        assertEquals("NEWS", store(second).getTitle());
        RemoteBlogEntry inOther = entry("News", LocalDateTime.of(2024, 3, 1, 0, 0));
        inOther.setSpace("DS");
        assertEquals("DS", store(inOther).getSpace());
        service.storePage(TOKEN, page("X", "Others", "pages have titles of their own"));
    }

    @RepeatedTest(5)
    void oneOfTwoEntriesOfOneTitleWins() throws Exception {
        List<Throwable> refused = Race.of(2, () -> store(entry("Race", LocalDateTime.of(2024, 3, 1, 0, 0))));
        assertEquals(1, refused.size());
        assertInstanceOf(AlreadyExistsException.class, refused.get(0));
    }

    @Test
    void aChangeIsTheNextVersion() throws Exception {
        RemoteBlogEntry stored = store(entry("News", LocalDateTime.of(2024, 2, 29, 8, 0)));
        site.as("bob");
        RemoteBlogEntry given = entry("Good news", "better");
        given.setSpace(null);
        given.setId(stored.getId());
        given.setVersion(1);
        RemoteBlogEntry changed = store(given);
        assertEquals(2, changed.getVersion());
        assertEquals("better", changed.getContent());
        assertEquals("http://wiki/display/X/2024/02/29/Good+news", changed.getUrl());
        assertEquals("alice", changed.getAuthor());
        assertEquals(stored.getPublishDate(), changed.getPublishDate());
        assertEquals(1, rows("history where content_id = " + stored.getId()
                + " and version = 1 and title = 'News' and body = 'text' and modifier = 'alice'"));
        given.setVersion(1);
        assertEquals(OUTDATED, assertThrows(VersionMismatchException.class, () -> store(given)).getMessage());
        given.setVersion(3);
        assertThrows(VersionMismatchException.class, () -> store(given));
        assertEquals(1, rows("history where content_id = " + stored.getId()));
    }

    @Test
    void whatIsGivenIsChecked() throws Exception {
        assertEquals("The blog entry is missing.", message(() -> store(null)));
        assertEquals("The title of the blog entry is missing.", message(() -> store(entry(null, "x"))));
        assertEquals("The title of the blog entry is empty.", message(() -> store(entry(" ", "x"))));
        assertEquals("The title of the blog entry is longer than 255 characters.",
                message(() -> store(entry("t".repeat(256), "x"))));
        assertEquals("The content of the blog entry is missing.", message(() -> store(entry("T", (String) null))));
        RemoteBlogEntry inNone = entry("T", "x");
        inNone.setSpace(null);
        assertEquals(NO_SPACE, message(() -> store(inNone)));
        RemoteBlogEntry stored = store(entry("T", "x"));
        stored.setSpace("DS");
        assertEquals("The blog entry is in the space X and stays there.", message(() -> store(stored)));
        stored.setSpace("X");
        stored.setPublishDate(new Date(stored.getPublishDate().getTime() / 1000 * 1000));
        assertEquals(2, store(stored).getVersion(), "the date in whole seconds");
        stored.setPublishDate(new Date(0));
        assertEquals("The publish date of a blog entry stays what it is.", message(() -> store(stored)));
        long page = service.storePage(TOKEN, page("X", "A page", "")).getId();
        for (long none : new long[] {0, -1, 1L << 62, page}) {
            assertEquals(NO_ENTRY, message(() -> service.getBlogEntry(TOKEN, none)));
            stored.setId(none);
            if (none != 0) {
                assertEquals(NO_ENTRY, message(() -> store(stored)));
            }
        }
    }

    @Test
    void writingNeedsPermission() throws Exception {
        RemoteBlogEntry stored = store(entry("News", "text"));
        site.database.inTransaction(db -> db.execute("delete from space_permission where permission = 'EDITBLOG'"));
        assertEquals("You're not permitted to write a blog entry in that space.",
                assertThrows(NotPermittedException.class, () -> store(entry("More", "text"))).getMessage());
        assertEquals("You're not permitted to change that blog entry.",
                assertThrows(NotPermittedException.class, () -> store(stored)).getMessage());
        site.asAdministrator();
        assertEquals(2, store(stored).getVersion());
    }

    @Test
    void aHiddenEntryDoesNotExist() throws Exception {
        RemoteBlogEntry hidden = store(entry("Hidden", LocalDateTime.of(2024, 2, 29, 8, 0)));
        store(entry("Open", "text"));
        site.database.inTransaction(db -> db.execute("""
                insert into content_permission (content_id, permission, user_name) values (?, 'View', 'alice')""",
                hidden.getId()));
        site.as("bob");
        assertEquals(NO_ENTRY, message(() -> service.getBlogEntry(TOKEN, hidden.getId())));
        assertEquals(NO_ENTRY, message(() -> service.getBlogEntryByDateAndTitle(TOKEN, "X", 2024, 2, 29, "Hidden")));
        assertEquals(NO_ENTRY, message(() -> store(hidden)));
        assertEquals(1, service.getBlogEntries(TOKEN, "X").length);
        site.as("alice");
        assertEquals(2, service.getBlogEntries(TOKEN, "X").length);
    }

    @Test
    void anEntryThatIsClosedToOthersStaysAsItIs() throws Exception {
        RemoteBlogEntry closed = store(entry("Closed", "text"));
        site.database.inTransaction(db -> db.execute("""
                insert into content_permission (content_id, permission, user_name) values (?, 'Edit', 'alice')""",
                closed.getId()));
        site.as("bob");
        assertThrows(NotPermittedException.class, () -> store(closed));
        site.as("alice");
        assertEquals(2, store(closed).getVersion());
    }
}
