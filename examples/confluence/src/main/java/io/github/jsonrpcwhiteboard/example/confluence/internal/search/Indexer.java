package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.apache.lucene.index.IndexWriter;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.IndexQueue;

/**
 * Keeps the index: opens it, builds it where there is none that can be used, and has it know what is queued. What is
 * queued stays so until the index has it on disk, and may be told to it twice: so it may be killed at any moment.
 */
final class Indexer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int BATCH = 500;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final Database database;
    private final IndexDirectories directories;
    private final Demands demands;
    private volatile OpenIndex index;
    private Throwable broken;
    private Handle db;

    Indexer(Database database, IndexDirectories directories, Demands demands) {
        this.database = database;
        this.directories = directories;
        this.demands = demands;
    }

    /** What can be searched; null if it is yet to be built. */
    OpenIndex index() {
        return index;
    }

    @Override
    public void run() {
        long pause = 0;
        try {
            while (demands.await(pause)) {
                pause = work() ? 0 : Math.min(Math.max(2 * pause, FIRST_PAUSE_MILLIS), LONGEST_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            LOG.warn("The search index is interrupted");
        } finally {
            demands.close();
            close();
        }
    }

    /** Whether that went well. If not, it is to be done again a little later. */
    private boolean work() {
        try {
            if (db == null) {
                db = database.connect();
            }
            if (index == null) {
                open();
            } else if (index.isSuspect()) {
                index.check();
            }
            catchUp(List.of());
            rebuildOnDemand();
            return true;
        } catch (CancellationException e) {
            return false;
        } catch (JdbiException e) {
            LOG.warn("The search index cannot read the database, and will try again", e);
            disconnect();
        } catch (IOException | RuntimeException | Error e) {
            if (index != null) {
                drop(e);
            } else {
                LOG.warn("The search index cannot be built, which will be tried again", e);
            }
        }
        demands.wake();
        return false;
    }

    private void drop(Throwable reason) {
        broken = reason;
        index.abandon();
        index = null;
    }

    private void open() throws IOException {
        Optional<Path> newest = directories.newest();
        if (newest.isPresent() && broken == null) {
            try {
                index = OpenIndex.open(newest.get());
                directories.deleteAllBut(newest.get());
                return;
            } catch (IOException | RuntimeException | Error e) {
                broken = e;
            }
        }
        if (broken == null) {
            LOG.info("Building the search index");
        } else {
            LOG.warn("Building the search index anew: {}", broken.toString());
        }
        build();
        broken = null;
    }

    private void rebuildOnDemand() {
        CompletableFuture<Void> demand = demands.takeRebuild();
        if (demand != null) {
            LOG.info("Building the search index anew, as demanded");
            try {
                build();
                demand.complete(null);
            } catch (IOException | RuntimeException | Error e) {
                LOG.warn("The search index cannot be built anew", e);
                demand.completeExceptionally(e);
            }
        }
    }

    /** Builds an index beside the present one, which is kept up to date meanwhile, and then takes its place. */
    private void build() throws IOException {
        Path path = directories.next();
        OpenIndex built = OpenIndex.create(path);
        try {
            Documents documents = new Documents(db);
            long last = documents.last();
            for (long first = 1; first <= last; first += BATCH) {
                demands.goOn();
                documents.write(LongStream.range(first, first + BATCH).boxed().toList(), List.of(built.writer()));
                if (index != null) {
                    catchUp(List.of(built.writer()));
                }
            }
            built.commit();
        } catch (IOException | RuntimeException | Error e) {
            built.abandon();
            directories.delete(path);
            throw e;
        }
        if (index != null) {
            index.abandon();
        }
        index = built;
        directories.deleteAllBut(path);
    }

    /** Has the index know what is queued; and others, which are being built. */
    private void catchUp(List<IndexWriter> others) throws IOException {
        CompletableFuture<Void> demand = demands.takeCatchUp();
        try {
            IndexQueue queue = new IndexQueue(db);
            List<IndexQueue.Entry> entries;
            do {
                demands.goOn();
                entries = queue.read(BATCH);
                if (!entries.isEmpty()) {
                    write(entries, Stream.concat(Stream.of(index.writer()), others.stream()).toList());
                    index.commit();
                    queue.remove(entries);
                }
            } while (entries.size() == BATCH);
            demand.complete(null);
        } catch (IOException | RuntimeException | Error e) {
            demands.putBack(demand);
            throw e;
        }
    }

    private void write(List<IndexQueue.Entry> entries, List<IndexWriter> writers) throws IOException {
        Documents documents = new Documents(db);
        Set<Long> objects = new LinkedHashSet<>();
        entries.forEach(entry -> objects.add(entry.objectId()));
        objects.addAll(onNewPages(documents, objects));
        List<Long> ids = List.copyOf(objects);
        for (int first = 0; first < ids.size(); first += BATCH) {
            List<Long> some = ids.subList(first, Math.min(first + BATCH, ids.size()));
            Documents.remove(documents.write(some, writers), writers);
        }
    }

    /** What is on those among these objects that are pages which the index does not know, or not in their space. */
    private List<Long> onNewPages(Documents documents, Set<Long> objects) throws IOException {
        List<Long> pages = new ArrayList<>();
        for (Map.Entry<Long, String> page : documents.pages(objects).entrySet()) {
            if (!index.knows(page.getKey(), page.getValue())) {
                pages.add(page.getKey());
            }
        }
        return documents.on(pages);
    }

    private void close() {
        disconnect();
        try {
            if (index != null) {
                index.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index is not closed properly", e);
        }
    }

    private void disconnect() {
        try {
            if (db != null) {
                db.close();
            }
        } catch (JdbiException e) {
            LOG.debug("The connection of the search index is not closed properly", e);
        } finally {
            db = null;
        }
    }
}
