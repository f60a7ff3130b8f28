package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.IndexQueue;

@Timeout(60)
class SearchIndexTest {

    private static final int PAGES = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path directory;
    private TestSite site;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.in(directory.resolve("db"));
        for (int i = 0; i < PAGES; i++) {
            site.service.storePage(TOKEN, page("DS", "Page " + i, "word number" + i));
        }
        assertEquals(PAGES, found("word"));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        site.close();
    }

    private int found(String query) throws RemoteException {
        return site.service.search(TOKEN, query, 1000).length;
    }

    private Path index() throws IOException {
        try (Stream<Path> paths = Files.list(directory.resolve("db").resolve("index"))) {
            List<Path> all = paths.toList();
            assertEquals(1, all.size(), all::toString);
            return all.get(0);
        }
    }

    private void reopen() throws Exception {
        site = TestSite.in(directory.resolve("db"));
    }

    private static List<Path> files(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> !file.endsWith(IndexWriter.WRITE_LOCK_NAME)).toList();
        }
    }

    @Test
    void anIndexIsKept() throws Exception {
        Path index = index();
        site.close();
        reopen();
        assertEquals(PAGES, found("word"));
        assertEquals(index, index());
    }

    @Test
    void aMissingIndexIsBuilt() throws Exception {
        Path index = index();
        site.close();
        for (Path file : files(index)) {
            Files.delete(file);
        }
        reopen();
        assertEquals(PAGES, found("word"));
        assertNotEquals(index, index());
        assertEquals(1, found("alice"));
    }

    @Test
    void anIndexWithADamagedFileIsBuiltAnew() throws Exception {
        for (int i = 0; i < files(index()).size(); i++) {
            Path index = index();
            site.close();
            damage(files(index).get(i));
            reopen();
            assertEquals(PAGES, found("word"));
            assertNotEquals(index, index(), "file " + i);
        }
    }

    /** Changes one byte. */
    private static void damage(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(1);
            channel.read(bytes, channel.size() / 2);
            bytes.put(0, (byte) (bytes.get(0) ^ 1)).rewind();
            channel.write(bytes, channel.size() / 2);
        }
    }

    @Test
    void aTruncatedIndexIsBuiltAnew() throws Exception {
        Path index = index();
        site.close();
        for (Path file : files(index)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        }
        reopen();
        assertEquals(PAGES, found("word"));
        assertNotEquals(index, index());
    }

    @Test
    void anIndexThatSomebodyElseHoldsIsLeftToThem() throws Exception {
        Path index = index();
        site.close();
        try (Directory foreign = FSDirectory.open(index);
                Lock lock = foreign.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            reopen();
            assertEquals(PAGES, found("word"));
            lock.ensureValid();
            assertTrue(Files.exists(index));
            site.close();
        }
        reopen();
        assertEquals(PAGES, found("word"));
        assertNotEquals(index, index(), "the old one goes when it can");
    }

    @Test
    void anIndexOfAnotherMakeIsBuiltAnew() throws Exception {
        Path index = index();
        site.close();
        try (Directory other = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(other, new IndexWriterConfig(new StandardAnalyzer()))) {
            writer.setLiveCommitData(Set.of());
        }
        reopen();
        assertEquals(PAGES, found("word"));
        assertNotEquals(index, index());
    }

    @Test
    void anIndexThatWasNotCompletedIsNotUsed() throws Exception {
        Path index = index();
        site.close();
        Path unfinished = Files.createDirectory(index.resolveSibling("7"));
        Files.writeString(unfinished.resolve("_0.cfs"), "part");
        reopen();
        assertEquals(PAGES, found("word"));
        assertEquals(index, index());
    }

    @Test
    void anIndexThatIsDamagedWhileItIsOpenIsBuiltAnew() throws Exception {
        Path index = index();
        for (Path file : files(index)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate((int) channel.size()));
            }
        }
        assertEquals(PAGES, found("word"));
        assertNotEquals(index, index());
    }

    @Test
    void anIndexThatCannotBeWrittenIsBuiltAnew() throws Exception {
        Path index = index();
        for (Path file : files(index)) {
            Files.delete(file);
        }
        Files.delete(index.resolve(IndexWriter.WRITE_LOCK_NAME));
        Files.delete(index);
        site.service.storePage(TOKEN, page("DS", "Another", "word"));
        assertEquals(PAGES + 1, found("word"));
        assertTrue(Files.exists(index()));
    }

    @Test
    void onlyAdministratorsLookAfterTheIndex() {
        for (Executable call : List.<Executable>of(() -> site.service.flushIndexQueue(TOKEN),
                () -> site.service.clearIndexQueue(TOKEN), () -> site.service.recoverMainIndex(TOKEN))) {
            assertThrows(NotPermittedException.class, call);
        }
    }

    @Test
    void whatIsClearedFromTheQueueIsFoundByBuildingAnew() throws Exception {
        site.asAdministrator();
        Path index = index();
        change("Cleared");
        assertTrue(site.service.clearIndexQueue(TOKEN));
        assertEquals(0, found("cleared"));
        assertTrue(site.service.recoverMainIndex(TOKEN));
        assertEquals(1, found("cleared"));
        assertNotEquals(index, index());
    }

    @Test
    void theQueueIsFlushed() throws Exception {
        site.asAdministrator();
        site.service.getSpaces(TOKEN);
        change("Flushed");
        assertTrue(site.service.flushIndexQueue(TOKEN));
        assertEquals(0, TestSite.count(directory.resolve("db"), "index_queue"));
        assertEquals(1, found("flushed"));
    }

    /** Adds a page without waking the index. */
    private void change(String title) {
        site.sql("insert into content (content_type, space_key, title, body, created, modified)"
                + " values ('page', 'DS', ?, '', now(), now())", title);
        site.sql("insert into index_queue (object_id) select id from content where title = ?", title);
    }

    @Test
    void whatIsCommittedLateStaysQueued() throws Exception {
        site.index.close();
        CountDownLatch queued = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Integer> late = threads.submit(() -> site.database.inTransaction(db -> {
            int rows = db.execute("insert into index_queue (object_id) values (1)");
            queued.countDown();
            goOn.await();
            return rows;
        }));
        queued.await();
        site.sql("insert into index_queue (object_id) values (2)");
        try (Handle db = site.database.connect()) {
            IndexQueue queue = new IndexQueue(db);
            List<IndexQueue.Entry> entries = queue.read(10);
            goOn.countDown();
            late.get();
            queue.remove(entries);
            assertEquals(List.of(1L), queue.read(10).stream().map(IndexQueue.Entry::objectId).toList());
        }
    }

    @Test
    void allSearchAtOnceAndFindWhatIsNew() throws Exception {
        List<Future<Integer>> searches = new ArrayList<>();
        site.service.storePage(TOKEN, page("DS", "New", "word"));
        for (int i = 0; i < 50; i++) {
            searches.add(threads.submit(() -> found("word")));
        }
        for (Future<Integer> search : searches) {
            assertEquals(PAGES + 1, search.get());
        }
    }

    @Test
    void eachFindsItsOwnWhileTheIndexIsBuiltAnewAgainAndAgain() throws Exception {
        site.asAdministrator();
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> recovery = threads.submit(() -> {
            int times = 0;
            while (!done.get()) {
                assertTrue(site.service.recoverMainIndex(TOKEN));
                times++;
            }
            return times;
        });
        List<Future<Void>> writers = IntStream.range(0, 4).mapToObj(i -> threads.submit(() -> write("writer" + i)))
                .toList();
        for (Future<Void> writer : writers) {
            writer.get();
        }
        done.set(true);
        assertTrue(recovery.get() > 0);
        Set<Long> stored = ids(site.service.getPages(TOKEN, "DS"), RemotePageSummary::getId);
        assertEquals(stored, ids(site.service.search(TOKEN, "* ", Map.of("type", "page"), 1000),
                RemoteSearchResult::getId));
    }

    private Void write(String name) throws RemoteException {
        for (int i = 0; i < 25; i++) {
            RemotePage page = site.service.storePage(TOKEN, page("DS", name + " " + i, name + "x" + i));
            assertEquals(1, found(name + "x" + i));
            if (i % 3 == 0) {
                site.service.removePage(TOKEN, page.getId());
                assertEquals(0, found(name + "x" + i));
            }
        }
        return null;
    }

    private static <T> Set<Long> ids(T[] objects, Function<T, Long> id) {
        return Stream.of(objects).map(id).collect(Collectors.toSet());
    }

    @Test
    void anInterruptedSearchHarmsNobody() throws Exception {
        for (int i = 0; i < 10; i++) {
            site.service.storePage(TOKEN, page("DS", "Another " + i, "word"));
            CountDownLatch begun = new CountDownLatch(1);
            Thread searching = new Thread(() -> {
                begun.countDown();
                try {
                    while (true) {
                        found("word");
                    }
                } catch (RemoteException | RuntimeException e) {
                    // interrupted
                }
            });
            searching.start();
            begun.await();
            searching.interrupt();
            searching.join();
            assertEquals(PAGES + i + 1, found("word"));
        }
    }

    @Test
    void closingWaitsForTheThread() {
        site.close();
        assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(
                thread -> thread.isAlive() && "confluence-index".equals(thread.getName())));
        RemoteException e = assertThrows(RemoteException.class, site.index::flush);
        assertEquals("The search index is closed.", e.getMessage());
    }
}
