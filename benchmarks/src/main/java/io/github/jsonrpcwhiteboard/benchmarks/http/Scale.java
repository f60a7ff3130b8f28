package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.management.OperatingSystemMXBean;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.benchmarks.Ratio;

/** Many endpoints against one, and one that is registered again and again beside another that is called. */
public final class Scale {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int MANY = 10_000;
    private static final int FEW = 1000;
    private static final int CONNECTIONS = 16;
    private static final long MILLIS = 3000;
    /** Rounds until the making of tables is compiled: equal endpoints share one, so that few have been made. */
    private static final int WARMUPS = 5;

    private final Host host;
    private final Load load;
    private final Ratio registering = new Ratio();
    private final Ratio micros = new Ratio();
    private final Ratio perCall = new Ratio();
    private final Ratio heap = new Ratio();
    private final Ratio ownMicros = new Ratio();
    private final Ratio ownHeap = new Ratio();
    private final Ratio churn = new Ratio();

    private Scale(Host host) throws IOException {
        this.host = host;
        this.load = new Load(host.port(), Host.OURS, CONNECTIONS);
    }

    /** Measures; the results in Markdown. */
    public static String run(Path bundles, int rounds) throws IOException, BundleException {
        try (Host host = new Host(bundles)) {
            host.endpoint("wiki");
            Scale scale = new Scale(host);
            scale.load.run(4 * MILLIS);
            scale.round();
            Scale measured = new Scale(host);
            scale.load.close();
            for (int i = 0; i < rounds; i++) {
                measured.round();
            }
            measured.load.close();
            Plugins plugins = new Plugins(host.context(), FEW);
            for (int i = -WARMUPS; i < rounds; i++) {
                measured.own(plugins, i >= 0);
            }
            return measured.table();
        }
    }

    private void round() throws IOException {
        long few = 0;
        for (int i = 0; i < MANY / FEW; i++) {
            few += register(FEW, true, () -> { });
        }
        double one = cost();
        double[] among = new double[1];
        long many = register(MANY, true, () -> among[0] = cost() + cost());
        one += cost();
        long[] full = new long[1];
        register(MANY, true, () -> full[0] = used());
        long[] plain = new long[1];
        register(MANY, false, () -> plain[0] = used());
        registering.add((double) many / few);
        micros.add(many / 1e3 / MANY);
        heap.add((full[0] - plain[0]) / 1024.0 / MANY);
        perCall.add(among[0] / one);
        Load.Seen quiet = load.run(MILLIS);
        churn.add(whileChanging().p99() / quiet.p99());
    }

    /** CPU time of a call, the caller's included: others on the machine do not change it much. */
    private double cost() throws IOException {
        System.gc(); // what registering left behind is not collected at the expense of the calls
        long before = PROCESS.getProcessCpuTime();
        int requests = load.run(MILLIS / 2).requests();
        return (double) (PROCESS.getProcessCpuTime() - before) / requests;
    }

    /** Endpoints of which each has an interface and a bean of its own. */
    private void own(Plugins plugins, boolean counts) {
        List<ServiceRegistration<?>> all = plugins.register("other.path");
        long plain = used();
        all.forEach(ServiceRegistration::unregister);
        long begin = THREADS.getCurrentThreadCpuTime();
        all = plugins.register("rpc.path");
        long took = THREADS.getCurrentThreadCpuTime() - begin;
        long full = used();
        all.forEach(ServiceRegistration::unregister);
        if (counts) {
            ownMicros.add(took / 1e3 / FEW);
            ownHeap.add((full - plain) / 1024.0 / FEW);
        }
    }

    private interface Measuring {
        void run() throws IOException;
    }

    /** Registers services, measures, and removes them; how many ns of CPU the registering took. */
    private long register(int howMany, boolean endpoints, Measuring measuring) throws IOException {
        List<ServiceRegistration<?>> all = new ArrayList<>();
        long begin = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < howMany; i++) {
            all.add(host.register(Map.of(endpoints ? "rpc.path" : "other.path", "many/" + i, "rpc.anonymous", true)));
        }
        long took = THREADS.getCurrentThreadCpuTime() - begin;
        measuring.run();
        all.forEach(ServiceRegistration::unregister);
        return took;
    }

    /** What a caller sees while another endpoint comes and goes 100 times a second. */
    private Load.Seen whileChanging() throws IOException {
        ScheduledExecutorService changes = Executors.newSingleThreadScheduledExecutor();
        AtomicReference<ServiceRegistration<?>> other = new AtomicReference<>(host.endpoint("other"));
        changes.scheduleAtFixedRate(() -> {
            other.get().unregister();
            other.set(host.endpoint("other"));
        }, 0, 10, TimeUnit.MILLISECONDS);
        try {
            return load.run(MILLIS);
        } finally {
            changes.shutdown();
            awaitEnd(changes);
            other.get().unregister();
        }
    }

    private static void awaitEnd(ScheduledExecutorService changes) {
        try {
            changes.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }

    private String table() {
        return String.format(Locale.ROOT, """
                | work | measured |
                | --- | --- |
                | a call among 10,000 endpoints, by one among 1 | %s |
                | registering 10,000, by ten times 1,000 | %s |
                | registering one of 10,000, µs | %s |
                | registering one with classes of its own, µs | %s |
                | heap of an idle endpoint, KiB | %s |
                | heap of one with classes of its own, KiB | %s |
                | p99 beside an endpoint that changes 100 times a second, by quiet | %s |
                """, perCall, registering, micros, ownMicros, heap, ownHeap, churn);
    }
}
