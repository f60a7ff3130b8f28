package io.github.jsonrpcwhiteboard.benchmarks.call;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Tells the CPU time of Java threads for each call: no part in it have others on the machine, nor the compiler. */
public final class CpuProfiler implements InternalProfiler {

    /** Name of the result. */
    public static final String CPU = "cpu";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long before;

    @Override
    public String getDescription() {
        return "CPU time by call";
    }

    private long nanos() {
        return LongStream.of(threads.getAllThreadIds()).map(threads::getThreadCpuTime).filter(n -> n > 0).sum();
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanos();
    }

    @Override
    public Collection<? extends Result> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        double micros = (nanos() - before) / 1000.0;
        return List.of(new ScalarResult(CPU, micros / result.getMetadata().getMeasuredOps(), "us/op",
                AggregationPolicy.AVG));
    }
}
