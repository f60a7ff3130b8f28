package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;

/** One search in the index as it was when the search began. */
final class Search {

    /** How many more hits are looked up together, at least, where some of the first are hidden. */
    private static final int BATCH = 100;

    private static final ScoreDoc[] NONE = {};

    private static final Analyzer ANALYZER = new WikiAnalyzer();

    private final IndexSearcher searcher;
    private final Query query;
    private final Excerpts excerpts;

    Search(IndexSearcher searcher, Criteria criteria) {
        Query words = Queries.words(ANALYZER, criteria.words());
        this.searcher = searcher;
        this.query = Queries.restricted(words, criteria);
        this.excerpts = new Excerpts(searcher, ANALYZER, words);
    }

    /** The best of what {@code known} makes results of, with excerpts. */
    List<RemoteSearchResult> find(int most, Function<Collection<Long>, Map<Long, RemoteSearchResult>> known)
            throws IOException {
        Map<Integer, RemoteSearchResult> found = new LinkedHashMap<>();
        ScoreDoc[] hits = searcher.search(query, most).scoreDocs;
        while (hits.length > 0) {
            Map<Long, Integer> documents = documents(hits);
            Map<Long, RemoteSearchResult> results = known.apply(documents.keySet());
            documents.forEach((id, document) -> {
                if (results.containsKey(id) && found.size() < most) {
                    found.put(document, results.get(id));
                }
            });
            hits = found.size() == most ? NONE
                    : searcher.searchAfter(hits[hits.length - 1], query, Math.max(most, BATCH)).scoreDocs;
        }
        quote(found);
        return List.copyOf(found.values());
    }

    private void quote(Map<Integer, RemoteSearchResult> found) throws IOException {
        String[] quotes = excerpts.of(found.keySet().stream().mapToInt(document -> document).toArray());
        int next = 0;
        for (RemoteSearchResult result : found.values()) {
            result.setExcerpt(Objects.requireNonNullElse(quotes[next++], ""));
        }
    }

    /** The ids of hits, in their order, and where the index has them. */
    private Map<Long, Integer> documents(ScoreDoc[] hits) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<Long, Integer> documents = new LinkedHashMap<>();
        for (ScoreDoc hit : hits) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            NumericDocValues ids = leaf.reader().getNumericDocValues(Documents.ID);
            if (ids.advanceExact(hit.doc - leaf.docBase)) {
                documents.put(ids.longValue(), hit.doc);
            }
        }
        return documents;
    }
}
