package io.github.jsonrpcwhiteboard.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured in several rounds, as ratios of what was measured side by side in one. */
public final class Ratio {

    private final List<Double> values = new ArrayList<>();

    /** Takes one round. */
    public void add(double value) {
        values.add(value);
    }

    /** The one in the middle; of an even number, the mean of the two. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median, and in brackets the smallest and the largest. */
    @Override
    public String toString() {
        double least = values.stream().min(Double::compare).orElseThrow();
        double most = values.stream().max(Double::compare).orElseThrow();
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(), least, most);
    }
}
