package io.github.jsonrpcwhiteboard.benchmarks.call;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import io.github.jsonrpcwhiteboard.benchmarks.Ratio;
import io.github.jsonrpcwhiteboard.benchmarks.peer.Peers;

/** Calls of all peers, measured in turns: what disturbs the machine for a while disturbs them all alike. */
public final class CallComparison {

    /** By how much a ratio may be worse than the one written down. */
    private static final double TOLERANCE = 1.15;

    private final Map<Subject, Map<Peers, List<Cost>>> costs = new EnumMap<>(Subject.class);
    private final int warmup;
    private final int millis;

    /** What one request costs: CPU time, and bytes allocated. */
    private record Cost(double micros, double bytes) {
    }

    private CallComparison(int warmup, int millis) {
        this.warmup = warmup;
        this.millis = millis;
    }

    /** Everything, several times, each in a JVM of its own. */
    public static CallComparison full(int rounds) throws RunnerException {
        CallComparison comparison = new CallComparison(3, 1000);
        for (int i = 0; i < rounds; i++) {
            for (Subject subject : Subject.values()) {
                comparison.round(subject, Peers.values());
            }
        }
        return comparison;
    }

    /** What shows whether something has become slower. */
    public static CallComparison quick(int rounds) throws RunnerException {
        CallComparison comparison = new CallComparison(8, 500);
        for (int i = 0; i < rounds; i++) {
            for (Subject subject : Subject.values()) {
                comparison.round(subject, Peers.OURS, Peers.FLOOR);
            }
        }
        return comparison;
    }

    private void round(Subject subject, Peers... peers) throws RunnerException {
        for (Peers who : peers) {
            if (who.create().knows(subject)) {
                Cost cost = measure(subject, who);
                System.err.printf(Locale.ROOT, "%s, %s: %.3f µs, %.0f bytes%n", subject.title(), who.title(),
                        cost.micros, cost.bytes);
                costs.computeIfAbsent(subject, s -> new EnumMap<>(Peers.class))
                        .computeIfAbsent(who, w -> new ArrayList<>()).add(cost);
            }
        }
    }

    private Cost measure(Subject subject, Peers who) throws RunnerException {
        Options options = new OptionsBuilder().include(CallBenchmark.class.getName()).mode(Mode.AverageTime)
                .param("subject", subject.name()).param("who", who.name()).forks(1)
                .warmupIterations(warmup).warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(3).measurementTime(TimeValue.milliseconds(millis))
                .addProfiler(GCProfiler.class).addProfiler(CpuProfiler.class)
                .verbosity(VerboseMode.SILENT).shouldFailOnError(true).build();
        Collection<RunResult> results = new Runner(options).run();
        RunResult result = results.iterator().next();
        return new Cost(secondary(result, CpuProfiler.CPU), secondary(result, "gc.alloc.rate.norm"));
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream().filter(entry -> entry.getKey().endsWith(name))
                .mapToDouble(entry -> entry.getValue().getScore()).findFirst().orElseThrow();
    }

    /** The results in Markdown. */
    public String table() {
        StringBuilder table = new StringBuilder("""
                | work | µs | bytes | peer | our time / its | our bytes / its |
                | --- | --- | --- | --- | --- | --- |
                """);
        costs.forEach((subject, byPeer) -> byPeer.keySet().forEach(who -> {
            if (who != Peers.OURS) {
                table.append(String.format(Locale.ROOT, "| %s | %.2f | %.0f | %s | %s | %s |%n", subject.title(),
                        median(byPeer.get(Peers.OURS), true), median(byPeer.get(Peers.OURS), false), who.title(),
                        ratio(subject, who, true), ratio(subject, who, false)));
            }
        }));
        return table.toString();
    }

    private static double median(List<Cost> list, boolean time) {
        Ratio all = new Ratio();
        list.forEach(cost -> all.add(time ? cost.micros : cost.bytes));
        return all.median();
    }

    private Ratio ratio(Subject subject, Peers who, boolean time) {
        List<Cost> ours = costs.get(subject).get(Peers.OURS);
        List<Cost> theirs = costs.get(subject).get(who);
        Ratio ratio = new Ratio();
        for (int i = 0; i < ours.size(); i++) {
            ratio.add(time ? ours.get(i).micros / theirs.get(i).micros : ours.get(i).bytes / theirs.get(i).bytes);
        }
        return ratio;
    }

    /** Our time and bytes by those of the floor. */
    private Map<String, Double> ratios() {
        Map<String, Double> ratios = new TreeMap<>();
        for (Subject subject : costs.keySet()) {
            ratios.put(subject + ".time", ratio(subject, Peers.FLOOR, true).median());
            ratios.put(subject + ".bytes", ratio(subject, Peers.FLOOR, false).median());
        }
        return ratios;
    }

    /** Writes down the ratios, to compare with later. */
    public void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("# Our time and bytes allocated by those of the floor.\n");
        ratios().forEach((key, value) -> text.append(String.format(Locale.ROOT, "%s=%.3f%n", key, value)));
        Files.writeString(file, text);
    }

    /** What has become worse; empty if nothing has. */
    public String worseThan(Path file) throws IOException {
        Properties committed = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            committed.load(in);
        }
        StringBuilder worse = new StringBuilder();
        ratios().forEach((key, value) -> {
            double before = Double.parseDouble(committed.getProperty(key, "0"));
            if (value > before * TOLERANCE) {
                worse.append(String.format(Locale.ROOT, "%s: %.3f of the floor's, was %.3f%n", key, value, before));
            }
        });
        return worse.toString();
    }
}
