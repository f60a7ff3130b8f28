package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.io.Reader;
import java.text.Normalizer;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Words of any language, in lower case and without accents: what is written so or so is found either way. */
final class WikiAnalyzer extends Analyzer {

    /** What ends a word here, as in names of files, classes and hosts. */
    private static final NormalizeCharMap ENDS = ends(".", "_", ":");

    private static NormalizeCharMap ends(String... marks) {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String mark : marks) {
            map.add(mark, " ");
        }
        return map.build();
    }

    /** Composed, because a letter and its accent that are written as two characters would stay two. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, normalize(field, words));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(words));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(ENDS, reader);
    }
}
