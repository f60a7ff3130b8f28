package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.jsonrpcwhiteboard.benchmarks.Ratio;

/** How long the launcher takes until it is ready, without plugins, by the same Felix and Jetty alone. */
public final class Start {

    private Start() {
    }

    /** Measures a launcher that has been built; the results in Markdown. */
    public static String run(Path launcher, Path bundles, int rounds) throws IOException {
        Path jar = launcher.toAbsolutePath();
        Path bare = withoutOurs(bundles);
        Path nothing = Files.createTempDirectory("plugins");
        String java = System.getProperty("java.home") + "/bin/java";
        Ratio ratio = new Ratio();
        Ratio millis = new Ratio();
        for (int i = 0; i <= rounds; i++) {
            double without = millis(new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                    Host.class.getName(), bare.toString(), "bare"));
            double with = millis(new ProcessBuilder(java, "-jar", jar.toString(), "--port", "0", "--plugins",
                    nothing.toString(), "--data", Files.createTempDirectory("data").toString()));
            if (i > 0) {
                ratio.add(with / without);
                millis.add(with);
            }
        }
        return String.format(Locale.ROOT, "| launcher to READY, ms | %s |%n| by Felix and Jetty without us | %s |%n",
                millis, ratio);
    }

    private static Path withoutOurs(Path bundles) throws IOException {
        Path bare = Files.createTempDirectory("bundles");
        List<Path> jars;
        try (Stream<Path> files = Files.list(bundles)) {
            jars = files.toList();
        }
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            if (!name.startsWith("jsonrpc-whiteboard")) {
                Files.copy(jar, bare.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return bare;
    }

    private static double millis(ProcessBuilder builder) throws IOException {
        long begin = System.nanoTime();
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("READY ")) {
                    return (System.nanoTime() - begin) / 1e6;
                }
            }
            throw new IOException("does not start: " + builder.command());
        } finally {
            process.destroy();
        }
    }
}
