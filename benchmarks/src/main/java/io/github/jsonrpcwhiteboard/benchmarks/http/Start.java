package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import io.github.jsonrpcwhiteboard.benchmarks.Ratio;

/**
 * How long the launcher takes until it is ready, without plugins, by the same Felix and Jetty with all the bundles of
 * the launcher that are not ours. Each in a process of its own, in turns, until it answers over HTTP.
 */
public final class Start {

    private final String java = System.getProperty("java.home") + "/bin/java";
    private final Path launcher;
    private final Path work = Files.createTempDirectory("start");

    private Start(Path launcher) throws IOException {
        this.launcher = launcher.toAbsolutePath();
        Files.createDirectory(work.resolve("plugins"));
        // alone, so that the class path of the benchmarks is not searched
        Path type = work.resolve("classes").resolve(Bare.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(type.getParent());
        try (InputStream in = Bare.class.getResourceAsStream(Bare.class.getSimpleName() + ".class")) {
            Files.copy(in, type);
        }
    }

    /** Milliseconds to READY, and of processor time until then. */
    private record Cost(double elapsed, double cpu) {

        static Cost of(ProcessBuilder builder) throws IOException {
            long begin = System.nanoTime();
            Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith("READY ")) {
                        double elapsed = (System.nanoTime() - begin) / 1e6;
                        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
                        return new Cost(elapsed, cpu.toMillis());
                    }
                }
                throw new IOException("does not start: " + builder.command());
            } finally {
                process.destroyForcibly();
                process.onExit().join();
            }
        }
    }

    /** Measures a launcher that has been built; the results in Markdown. */
    public static String run(Path launcher, int rounds) throws IOException {
        Start start = new Start(launcher);
        Ratio millis = new Ratio();
        Ratio ratio = new Ratio();
        Ratio cpu = new Ratio();
        Ratio first = new Ratio();
        Ratio firstCpu = new Ratio();
        Path kept = start.empty();
        Cost.of(start.launcher(kept));
        for (int i = 0; i <= rounds; i++) {
            Cost without = Cost.of(start.bare(start.empty()));
            Cost with = Cost.of(start.launcher(kept));
            Cost anew = Cost.of(start.launcher(start.empty()));
            if (i > 0) { // the files are in memory now
                millis.add(with.elapsed);
                ratio.add(with.elapsed / without.elapsed);
                cpu.add(with.cpu / without.cpu);
                first.add(anew.elapsed / without.elapsed);
                firstCpu.add(anew.cpu / without.cpu);
            }
        }
        return String.format(Locale.ROOT, "| launcher to READY, ms | %s |%n| by the same without us | %s |%n"
                + "| of processor time | %s |%n| the first start, which hashes a password | %s |%n"
                + "| of processor time | %s |%n", millis, ratio, cpu, first, firstCpu);
    }

    private Path empty() throws IOException {
        return Files.createTempDirectory(work, "data");
    }

    private ProcessBuilder launcher(Path data) {
        return new ProcessBuilder(java, "-jar", launcher.toString(), "--port", "0", "--plugins",
                work.resolve("plugins").toString(), "--data", data.toString());
    }

    private ProcessBuilder bare(Path data) {
        return new ProcessBuilder(java, "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp",
                launcher.resolveSibling("lib").resolve("*") + File.pathSeparator + work.resolve("classes"),
                Bare.class.getName(), launcher.resolveSibling("bundles").toString(), data.toString());
    }
}
