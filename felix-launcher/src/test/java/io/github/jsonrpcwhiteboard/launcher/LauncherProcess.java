package io.github.jsonrpcwhiteboard.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged launcher in a process of its own. */
public final class LauncherProcess implements AutoCloseable {

    /** The packaged launcher; other modules say where it is. */
    public static final Path DIST = Path.of(System.getProperty("launcher.dist", "target/dist")).toAbsolutePath();

    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final Lines out;
    private final Lines err;

    private LauncherProcess(Process process) {
        this.process = process;
        this.out = new Lines(process.getInputStream());
        this.err = new Lines(process.getErrorStream());
    }

    /** Starts it in a working directory, which is not that of the jar. */
    public static LauncherProcess start(Path directory, Path dist, String... options) throws IOException {
        Stream<String> java = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // silences what Java 25 says about the framework
                "-Dsun.misc.unsafe.memory.access=allow", "-jar", dist.resolve("felix-launcher.jar").toString());
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(java, Stream.of(options)).toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("JSONRPC_") || name.endsWith("JAVA_OPTIONS"));
        return new LauncherProcess(builder.directory(directory.toFile()).start());
    }

    /** Waits until it is ready; returns the URL. */
    public String url() {
        return out.await(line -> line.startsWith("READY ")).substring("READY ".length());
    }

    public List<String> out() {
        return out.soFar();
    }

    public List<String> err() {
        return err.soFar();
    }

    String awaitOut(String text) {
        return out.await(line -> line.contains(text));
    }

    /** Types a line, for a shell. */
    void type(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    public String awaitLog(String text) {
        return err.await(line -> line.contains(text));
    }

    /** Waits until it has ended by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + this);
        }
        out.await(null);
        err.await(null);
        return process.exitValue();
    }

    /** Asks it to end, as Ctrl-C does; Process.destroy would also close the streams that are read here. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Bytes of the objects that are alive, as the JDK's own tool counts them after a collection. */
    long bytesAlive() throws IOException, InterruptedException {
        Matcher total = Pattern.compile("(?m)^Total +\\d+ +(\\d+)").matcher(jcmd("GC.class_histogram"));
        if (!total.find()) {
            throw new AssertionError("jcmd does not tell the heap");
        }
        return Long.parseLong(total.group(1));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process jcmd = new ProcessBuilder(tool, Long.toString(process.pid()), command)
                .redirectErrorStream(true).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return output;
    }

    /** Ends it at once, as kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        terminate();
        try {
            process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public String toString() {
        return "standard output " + out() + ", standard error " + String.join("\n", err());
    }

    /** The lines of a stream, as they come. */
    private final class Lines {

        private final List<String> lines = new ArrayList<>();
        private boolean ended;

        Lines(InputStream stream) {
            Thread reader = new Thread(() -> read(stream), "reader");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream stream) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    add(line);
                }
            } catch (IOException e) {
                add(e.toString());
            } finally {
                end();
            }
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        private synchronized void end() {
            ended = true;
            notifyAll();
        }

        synchronized List<String> soFar() {
            return List.copyOf(lines);
        }

        /** The first such line, waited for; null as filter: waits for the end. */
        synchronized String await(Predicate<String> filter) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
            int next = 0;
            while (true) {
                for (; next < lines.size(); next++) {
                    if (filter != null && filter.test(lines.get(next))) {
                        return lines.get(next);
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (ended && filter == null) {
                    return null;
                }
                if (ended || left <= 0) {
                    throw new AssertionError("no such line: " + LauncherProcess.this);
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
