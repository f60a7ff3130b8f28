package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.jsonrpcwhiteboard.benchmarks.Ratio;

/** Small calls over 64 connections to one server, in turns with those who live beside us in it. */
public final class HttpComparison {

    private static final int CONNECTIONS = 64;
    private static final long WARMUP = 8000;
    private static final long MILLIS = 500;
    private static final String FIXED = "fixed answer";

    private HttpComparison() {
    }

    /** What a peer was seen to do: absolute values, and by those of the fixed answer in the same round. */
    private static final class Column {

        private final Ratio perSecond = new Ratio();
        private final Ratio throughput = new Ratio();
        private final Ratio cpu = new Ratio();
        private final Ratio p50 = new Ratio();
        private final Ratio p99 = new Ratio();

        void add(Turn turn, Turn fixed) {
            perSecond.add(turn.seen.perSecond());
            throughput.add(turn.seen.perSecond() / fixed.seen.perSecond());
            cpu.add(turn.nanos / fixed.nanos);
            p50.add(turn.seen.p50() / fixed.seen.p50());
            p99.add(turn.seen.p99() / fixed.seen.p99());
        }
    }

    /** A short time of calls to one peer, and the server's CPU time for each. */
    private record Turn(Load.Seen seen, double nanos) {

        static Turn of(Process server, Load load) throws IOException {
            long before = nanosOf(server);
            Load.Seen seen = load.run(MILLIS);
            return new Turn(seen, (double) (nanosOf(server) - before) / seen.requests());
        }
    }

    /** Measures; the results in Markdown. */
    public static String run(Path bundles, int rounds) throws IOException {
        Process server = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
                System.getProperty("java.class.path"), Host.class.getName(), bundles.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.startsWith("READY ")) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IOException("the server does not start");
            }
            return table(measure(server, Integer.parseInt(line.substring("READY ".length())), rounds));
        } finally {
            server.destroy();
        }
    }

    private static Map<String, Column> measure(Process server, int port, int rounds) throws IOException {
        Map<String, Load> loads = new LinkedHashMap<>();
        loads.put(FIXED, new Load(port, "/fixed", CONNECTIONS));
        loads.put("ours", new Load(port, Host.OURS, CONNECTIONS));
        loads.put("floor", new Load(port, "/floor", CONNECTIONS));
        loads.put("jsonrpc4j 1.7", new Load(port, "/jsonrpc4j", CONNECTIONS));
        loads.put("simple-json-rpc 1.3", new Load(port, "/simple", CONNECTIONS));
        Map<String, Column> columns = new TreeMap<>();
        for (Load load : loads.values()) {
            load.run(WARMUP);
        }
        List<String> turns = new ArrayList<>(loads.keySet());
        for (int i = 0; i < rounds; i++) {
            Map<String, Turn> round = new HashMap<>();
            for (String who : turns) {
                round.put(who, Turn.of(server, loads.get(who)));
            }
            round.forEach((who, turn) -> columns.computeIfAbsent(who, w -> new Column()).add(turn, round.get(FIXED)));
            Collections.reverse(turns); // nobody is always the first after a pause
        }
        for (Load load : loads.values()) {
            load.close();
        }
        return columns;
    }

    private static long nanosOf(Process server) {
        return server.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    private static String table(Map<String, Column> columns) {
        StringBuilder table = new StringBuilder("""
                | by the fixed answer's | requests/s | throughput | CPU of the server | p50 | p99 |
                | --- | --- | --- | --- | --- | --- |
                """);
        columns.forEach((who, column) -> table.append(String.format(Locale.ROOT, "| %s | %.0f | %s | %s | %s | %s |%n",
                who, column.perSecond.median(), column.throughput, column.cpu, column.p50, column.p99)));
        return table.toString();
    }
}
