package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long searches take among 10,000 pages: run on demand, with {@code -Dtest=SearchMeasurement}. */
class SearchMeasurement {

    private static final int PAGES = 10_000;
    private static final int RESTRICTED = 100;
    private static final int ROUNDS = 300;

    @TempDir
    private Path directory;

    @Test
    void measure() throws Exception {
        try (TestSite site = TestSite.in(directory.resolve("db"))) {
            site.service.addSpaceWithDefaultPermissions(TOKEN, space("M", "Measured"));
            site.sql("insert into content (content_type, space_key, title, body, creator, created, modified)"
                    + " select 'page', 'M', 'Page ' || x, repeat('<p>common text of number' || x || '</p>', 20)"
                    + " || '<p>one in a hundred has rare' || mod(x, 100) || '</p>', 'alice', now(), now()"
                    + " from system_range(1, " + PAGES + ")");
            site.asAdministrator();
            report("build the index", 1, () -> site.service.recoverMainIndex(TOKEN));
            report("labels: none", ROUNDS, () -> site.service.getMostPopularLabels(TOKEN, 10));
            site.as("alice");
            compare(site);
            site.sql("insert into content_permission (content_id, permission, user_name)"
                    + " select id, 'View', 'admin' from content where space_key = 'M' limit " + RESTRICTED);
            System.out.println(RESTRICTED + " of them restricted:");
            compare(site);
            site.sql("insert into label (name, namespace) select 'label' || x, 'global' from system_range(1, 100)");
            site.sql("insert into label_use (label_id, content_id, created) select label.id, content.id, now()"
                    + " from content join label on mod(content.id, 20) = mod(label.id, 20)");
            report("popular labels of 50,000 uses", 20, () -> site.service.getMostPopularLabels(TOKEN, 10));
            report("popular labels in the space", 20, () -> site.service.getMostPopularLabelsInSpace(TOKEN, "M", 10));
            report("related labels", 20, () -> site.service.getRelatedLabels(TOKEN, "label7", 10));
        }
    }

    private void compare(TestSite site) throws Exception {
        try (Stream<Path> indexes = Files.list(directory.resolve("db").resolve("index"));
                DirectoryReader reader = DirectoryReader.open(new MMapDirectory(indexes.findFirst().orElseThrow()))) {
            IndexSearcher searcher = new IndexSearcher(reader);
            for (String words : List.of("common", "rare7", "common rare7", "number77*", "\"one in a hundred\"",
                    "none")) {
                for (int most : new int[] {10, 100, 1000}) {
                    compare(site, searcher, words, most);
                }
            }
        }
    }

    private static void compare(TestSite site, IndexSearcher searcher, String words, int most) throws Exception {
        Analyzer analyzer = new StandardAnalyzer();
        SimpleQueryParser parser = new SimpleQueryParser(analyzer, Map.of("title", 3F, "text", 1F));
        parser.setDefaultOperator(Occur.MUST);
        Query query = parser.parse(words);
        double ids = time(ROUNDS, () -> searcher.search(query, most));
        double excerpts = time(ROUNDS, () -> UnifiedHighlighter.builder(searcher, analyzer).build()
                .highlight("text", query, searcher.search(query, most)));
        double service = time(ROUNDS, () -> site.service.search(TOKEN, words, most));
        System.out.printf("%-20s %4d: Lucene %.3f ms, with excerpts %.3f ms, service %.3f ms: %.1f x%n", words, most,
                ids, excerpts, service, service / excerpts);
    }

    private static void report(String what, int rounds, Callable<?> call) throws Exception {
        System.out.printf("%s: %.3f ms%n", what, time(rounds, call));
    }

    /** The median of several. */
    private static double time(int rounds, Callable<?> call) throws Exception {
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            call.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }
}
