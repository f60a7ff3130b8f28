package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher starts, does not start, and stops. */
class LauncherLifeIT {

    @TempDir
    private Path directory;

    private Path plugins;
    private Path conf;

    @BeforeEach
    void layOut() throws IOException {
        plugins = Files.createDirectory(directory.resolve("plugins"));
        conf = Files.createDirectory(directory.resolve("conf"));
    }

    @Test
    void aSecondStartKeepsTheUserAndDoesNotShowThePassword() throws Exception {
        PluginJar.endpoint(plugins.resolve("closed.jar"), "closed", false);
        String login;
        try (LauncherProcess first = start()) {
            first.url();
            login = first.out().get(0).split(" ")[2];
        }
        try (LauncherProcess second = start()) {
            String url = second.url();
            assertEquals(List.of("READY " + url), second.out());
            assertEquals(200, Http.post(url + "rpc/json-rpc/closed/echo", "[\"x\"]", login).statusCode());
        }
        try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
            String password = login.split(":")[1];
            assertTrue(files.filter(Files::isRegularFile).noneMatch(file -> contains(file, password)));
        }
    }

    @Test
    void callsInProgressFinishAtTheEnd() throws Exception {
        PluginJar.endpoint(plugins.resolve("slow.jar"), "slow", true);
        try (LauncherProcess launcher = start();
                ServerSocket gate = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gate.setSoTimeout(20_000);
            CompletableFuture<HttpResponse<String>> call = Http.postAsync(
                    launcher.url() + "rpc/json-rpc/slow/call", "[" + gate.getLocalPort() + "]");
            try (Socket inCall = gate.accept()) {
                launcher.terminate();
                launcher.awaitLog("stopping");
                inCall.getOutputStream().write(42);
            }
            HttpResponse<String> answer = call.get(20, TimeUnit.SECONDS);
            assertEquals("42", answer.body());
            assertEquals(200, answer.statusCode());
            assertTrue(List.of(0, 143).contains(launcher.exitCode()), launcher.toString());
            launcher.err().forEach(line -> assertTrue(line.contains(" INFO "), line));
        }
    }

    @Test
    void brokenPluginsThatAreThereAtTheStartAreSaidBeforeItIsReady() throws Exception {
        Files.writeString(plugins.resolve("a.jar"), "text");
        PluginJar.endpoint(plugins.resolve("b.jar"), "good", true);
        PluginJar.throwing(plugins.resolve("c.jar"), "throwing");
        try (LauncherProcess launcher = start()) {
            String url = launcher.url() + "rpc/json-rpc/good/echo";
            assertEquals(200, Http.post(url, "[\"x\"]", null).statusCode());
            launcher.awaitLog("a.jar");
            launcher.awaitLog("c.jar");
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LauncherProcess launcher = start("--port", Integer.toString(taken.getLocalPort()))) {
            assertNotEquals(0, launcher.exitCode());
            assertEquals(List.of("felix-launcher: cannot listen on 127.0.0.1 port " + taken.getLocalPort()
                    + ": Address already in use"), launcher.err());
            assertEquals(List.of(), launcher.out());
        }
    }

    @Test
    void withoutHttpItEnds() throws Exception {
        Files.writeString(conf.resolve("org.apache.felix.http.cfg"), "org.apache.felix.http.enable = false");
        try (LauncherProcess launcher = start("--start-timeout", "2")) {
            assertNotEquals(0, launcher.exitCode());
            launcher.awaitLog("felix-launcher: HTTP did not start");
            assertEquals(List.of(), launcher.out());
        }
    }

    @Test
    void withABrokenHostBundleItEnds() throws Exception {
        Path dist = copyDistributionWithout("jackson-core");
        try (LauncherProcess launcher = LauncherProcess.start(directory, dist, "--port", "0", "--data", "data")) {
            assertNotEquals(0, launcher.exitCode());
            String line = launcher.awaitLog("felix-launcher: the host bundle ");
            assertTrue(line.contains("com.fasterxml.jackson.core"), line);
            assertEquals(List.of(), launcher.out());
        }
    }

    @Test
    void twoCannotShareTheirData() throws Exception {
        try (LauncherProcess first = start()) {
            first.url();
            try (LauncherProcess second = start()) {
                assertNotEquals(0, second.exitCode());
                assertEquals(List.of("felix-launcher: another launcher uses the data directory "
                        + directory.resolve("data")), second.err());
            }
        }
    }

    /** Later options win. */
    private LauncherProcess start(String... more) throws IOException {
        Stream<String> options = Stream.of("--plugins", "plugins", "--conf", "conf", "--data", "data");
        Stream<String> port = List.of(more).contains("--port") ? Stream.of() : Stream.of("--port", "0");
        return LauncherProcess.start(directory, LauncherProcess.DIST,
                Stream.of(options, port, Stream.of(more)).flatMap(s -> s).toArray(String[]::new));
    }

    private Path copyDistributionWithout(String bundle) throws IOException {
        Path dist = directory.resolve("dist");
        try (Stream<Path> files = Files.walk(LauncherProcess.DIST)) {
            for (Path file : files.filter(path -> !path.getFileName().toString().startsWith(bundle)).toList()) {
                Files.copy(file, dist.resolve(LauncherProcess.DIST.relativize(file).toString()));
            }
        }
        return dist;
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
