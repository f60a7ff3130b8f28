package io.github.jsonrpcwhiteboard.benchmarks.call;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Tells the process's CPU time for each call, garbage collector included: others on the machine take none of it. */
public final class CpuProfiler implements InternalProfiler {

    /** Name of the result. */
    public static final String CPU = "cpu";

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long before;

    @Override
    public String getDescription() {
        return "CPU time by call";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        double micros = (system.getProcessCpuTime() - before) / 1000.0;
        return List.of(new ScalarResult(CPU, micros / result.getMetadata().getMeasuredOps(), "us/op",
                AggregationPolicy.AVG));
    }
}
