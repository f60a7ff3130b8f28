package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.apache.lucene.search.IndexSearcher;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;

/**
 * The search index: what can be found of the objects in the database. It holds nothing that cannot be made again, and
 * is made again whenever something is wrong with it. Safe for use by several threads.
 */
public final class SearchIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final int ATTEMPTS = 3;
    private static final long SEARCH_SECONDS = 10;
    private static final long FLUSH_SECONDS = 50;
    private static final long CLOSE_SECONDS = 10;

    private final Demands demands = new Demands();
    private final Indexer indexer;
    private final Thread thread;

    public SearchIndex(Database database, Path directory) {
        indexer = new Indexer(database, new IndexDirectories(directory), demands);
        thread = new Thread(indexer, "confluence-index");
        thread.setDaemon(true);
        thread.start();
        demands.catchUp();
    }

    /** Has the index catch up with the database soon. */
    public void wake() {
        demands.wake();
    }

    /** Has the index catch up with what is committed; false if that takes too long. */
    public boolean flush() throws RemoteException {
        return await(demands.catchUp(), FLUSH_SECONDS);
    }

    /** Builds the index anew, while the present one goes on to be searched; false if that takes too long. */
    public boolean rebuild() throws RemoteException {
        return await(demands.rebuild(), FLUSH_SECONDS);
    }

    private static boolean await(CompletableFuture<Void> demand, long seconds) throws RemoteException {
        try {
            demand.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (CancellationException e) {
            throw new RemoteException("The search index is closed.");
        } catch (ExecutionException e) {
            throw new RemoteException("The search index cannot be built: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException("The call took too long.");
        }
    }

    /**
     * Finds what is committed, the best first.
     *
     * @param known makes results of objects, without excerpts; leaves out what is no more, and what the caller may not
     *     view
     */
    public List<RemoteSearchResult> search(Criteria criteria, int most,
            Function<Collection<Long>, Map<Long, RemoteSearchResult>> known) throws RemoteException {
        for (int attempt = 1;; attempt++) {
            await(demands.catchUp(), SEARCH_SECONDS);
            OpenIndex index = indexer.index();
            if (index == null) {
                throw new RemoteException("The search index is being built. Try again later.");
            }
            try {
                return index.search(searcher -> new Search(searcher, criteria).find(most, known));
            } catch (JdbiException e) {
                throw e;
            } catch (IndexSearcher.TooManyClauses e) {
                throw new RemoteException("The query has too many words.");
            } catch (IOException | RuntimeException | Error e) {
                // another has taken its place, or it is damaged
                index.suspect(e);
                if (attempt == ATTEMPTS) {
                    LOG.warn("A search failed", e);
                    throw new RemoteException("The search failed: " + e);
                }
            }
        }
    }

    /** Ends the thread, when it has written what it is at. */
    @Override
    public void close() {
        demands.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The search index is still at work");
        }
    }
}
