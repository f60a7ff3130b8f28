package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Quotes the part of a text that says most of what was looked for; or else its beginning. Plain text. */
public final class Excerpts extends PassageFormatter {

    private static final int LENGTH = 200;
    private static final int LONGEST = 300;
    private static final float CENTRED = 0.5F;
    private static final int QUOTABLE = 100_000;
    private static final String CUT = "…";

    private final UnifiedHighlighter highlighter;
    private final Query words;

    Excerpts(IndexSearcher searcher, Analyzer analyzer, Query words) {
        this.words = words;
        this.highlighter = UnifiedHighlighter.builder(searcher, analyzer)
                .withMaxLength(QUOTABLE)
                .withWeightMatches(false)
                .withMaxNoHighlightPassages(1)
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getWordInstance(Locale.ROOT), LENGTH, CENTRED))
                .withFormatter(this)
                .build();
    }

    /** The excerpts of documents, in their order; null where there is no text. */
    String[] of(int[] documents) throws IOException {
        return highlighter.highlightFields(new String[] {Documents.TEXT}, words, documents, new int[] {1})
                .get(Documents.TEXT);
    }

    /** The beginning of a text. */
    public static String beginning(String text) {
        return quote(text, 0, LENGTH);
    }

    @Override
    public String format(Passage[] passages, String text) {
        int start = passages[0].getStartOffset();
        return quote(text, start, Math.min(passages[0].getEndOffset(), start + LONGEST));
    }

    private static String quote(String text, int start, int end) {
        if (start == 0 && end >= text.length()) {
            return text;
        }
        int last = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return (start > 0 ? CUT : "") + text.substring(start, last).strip() + (last < text.length() ? CUT : "");
    }
}
