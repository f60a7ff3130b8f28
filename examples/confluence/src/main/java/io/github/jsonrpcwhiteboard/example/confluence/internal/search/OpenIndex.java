package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * An index in a directory. Written by one thread, which is never interrupted: an interrupt would close the files.
 * Searched by any: reading mapped files does not mind interrupts.
 */
final class OpenIndex {

    private static final Map<String, String> MADE_BY = Map.of("format", Documents.FORMAT);

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Throwable suspicion;

    private OpenIndex(Directory directory, IndexWriterConfig.OpenMode mode) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, new IndexWriterConfig(new WikiAnalyzer()).setOpenMode(mode));
        try {
            this.searchers = new SearcherManager(writer, null);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    /** A new one; it exists once it is committed. */
    static OpenIndex create(Path path) throws IOException {
        OpenIndex index = open(path, IndexWriterConfig.OpenMode.CREATE);
        index.writer.setLiveCommitData(MADE_BY.entrySet());
        return index;
    }

    /** An existing one, all of whose files are as they were written. */
    static OpenIndex open(Path path) throws IOException {
        OpenIndex index = open(path, IndexWriterConfig.OpenMode.APPEND);
        try {
            index.check();
            return index;
        } catch (IOException | RuntimeException e) {
            index.abandon();
            throw e;
        }
    }

    private static OpenIndex open(Path path, IndexWriterConfig.OpenMode mode) throws IOException {
        Directory directory = new MMapDirectory(path);
        try {
            return new OpenIndex(directory, mode);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Fails if a file is not as it was written. */
    void check() throws IOException {
        Map<String, String> madeBy = new HashMap<>();
        writer.getLiveCommitData().forEach(entry -> madeBy.put(entry.getKey(), entry.getValue()));
        if (!madeBy.equals(MADE_BY)) {
            throw new CorruptIndexException("made by another version of this plugin", directory.toString());
        }
        search(searcher -> {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                leaf.reader().checkIntegrity();
            }
            return null;
        });
        suspicion = null;
    }

    IndexWriter writer() {
        return writer;
    }

    /** Has what was written survive a crash, and searchers see it. */
    void commit() throws IOException {
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** A search of the index as it is now. */
    interface Work<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    /** Searches, or fails if the index has been closed. */
    <T> T search(Work<T> work) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return work.on(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Has the index checked, because of what happened when it was searched. */
    void suspect(Throwable e) {
        suspicion = e;
    }

    boolean isSuspect() {
        return suspicion != null;
    }

    /** Whether it knows an object, as one of this space. */
    boolean knows(long id, String space) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Documents.ID, Long.toString(id))), Occur.FILTER)
                .add(new TermQuery(new Term(Documents.SPACE, space)), Occur.FILTER)
                .build();
        return search(searcher -> searcher.count(query)) > 0;
    }

    void close() throws IOException {
        try (directory; writer) {
            searchers.close();
        }
    }

    /** Closes it without a word. What was not committed is lost. */
    void abandon() {
        try (directory) {
            searchers.close();
            writer.rollback();
        } catch (IOException | RuntimeException | Error e) {
            // given up already
        }
    }
}
