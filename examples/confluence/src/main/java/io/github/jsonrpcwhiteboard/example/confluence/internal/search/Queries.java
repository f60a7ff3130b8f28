package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;

/** Says in Lucene's terms what is looked for. */
final class Queries {

    private static final float TITLE_WEIGHT = 3;
    private static final Map<String, Float> FIELDS = Map.of(Documents.TITLE, TITLE_WEIGHT, Documents.TEXT, 1F);

    private Queries() {
    }

    /** The words, of which all are to be found. No text is an error. */
    static Query words(Analyzer analyzer, String text) {
        SimpleQueryParser parser = new Parser(analyzer);
        parser.setDefaultOperator(Occur.MUST);
        return parser.parse(WikiAnalyzer.composed(text));
    }

    static Query restricted(Query words, Criteria criteria) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(words, Occur.MUST);
        query.add(where(criteria), Occur.FILTER);
        if (criteria.type() != null) {
            query.add(term(Documents.TYPE, criteria.type()), Occur.FILTER);
        }
        if (criteria.contributor() != null) {
            query.add(term(Documents.CONTRIBUTOR, Documents.lowerCase(criteria.contributor())), Occur.FILTER);
        }
        if (criteria.since() != null) {
            query.add(LongPoint.newRangeQuery(Documents.MODIFIED, criteria.since().toEpochMilli(), Long.MAX_VALUE),
                    Occur.FILTER);
        }
        return query.build();
    }

    private static Query where(Criteria criteria) {
        List<BytesRef> keys = criteria.spaces().stream().map(key -> new BytesRef(Documents.lowerCase(key))).toList();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermInSetQuery(Documents.SPACE, keys), Occur.SHOULD);
        if (criteria.users()) {
            query.add(term(Documents.TYPE, RemoteSearchResult.USER), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    /** For words that are similar, it asks for more similarity where they are short. */
    private static final class Parser extends SimpleQueryParser {

        private static final int SHORT = 6;

        Parser(Analyzer analyzer) {
            super(analyzer, FIELDS);
        }

        @Override
        protected Query newFuzzyQuery(String word, int differences) {
            return super.newFuzzyQuery(word, word.length() < SHORT ? Math.min(1, differences) : differences);
        }
    }
}
