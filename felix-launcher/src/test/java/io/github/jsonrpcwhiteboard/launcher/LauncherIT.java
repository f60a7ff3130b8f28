package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.users.NewUser;

/** What a running launcher does, with the example plugins. */
class LauncherIT {

    private static final Pattern CURL = Pattern.compile("curl -u (admin:\\w+) "
            + "-H 'Content-Type: application/json' -d '(\\[\"DS\"])' (http://127\\.0\\.0\\.1:\\d+/\\S+)");
    private static final Pattern LOG_LINE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ (INFO|WARN|ERROR) \\S+ - .+");

    @TempDir
    private static Path directory;

    private static Path plugins;
    private static Path conf;
    private static LauncherProcess launcher;
    private static String server;
    private static String rpc;
    private static List<String> outAtReady;
    private static Matcher curl;

    @BeforeAll
    static void start() throws IOException {
        plugins = copy("plugins");
        conf = copy("conf");
        launcher = LauncherProcess.start(directory, LauncherProcess.DIST, "--port", "0", "--plugins", "plugins",
                "--data", "data", "--conf", "conf");
        server = launcher.url();
        rpc = server + "rpc/json-rpc/";
        outAtReady = launcher.out();
        curl = CURL.matcher(outAtReady.get(0));
        assertTrue(curl.matches(), launcher.toString());
    }

    @AfterAll
    static void stop() {
        launcher.close();
    }

    @Test
    void saysOnStandardOutputOnlyTheLoginAndThatItIsReady() {
        assertTrue(server.matches("http://127\\.0\\.0\\.1:[1-9]\\d*/"), server);
        assertEquals(List.of(curl.group(), "READY " + server), outAtReady);
    }

    @Test
    void logsLinesWithTimeLevelAndLogger() {
        launcher.awaitLog(" ms, RPC Browser at " + server + "rpc/browser/");
        launcher.err().forEach(line -> assertTrue(LOG_LINE.matcher(line).matches(), line));
        assertFalse(launcher.toString().contains("Exception"), launcher.toString());
    }

    @Test
    void helloAnswersBothProtocols() throws Exception {
        assertEquals("\"Hello, Ann!\"", Http.post(rpc + "hello/hello", "[\"Ann\"]", null).body());
        String heavy = "{\"jsonrpc\":\"2.0\",\"method\":\"hello\",\"params\":[\"Ann\"],\"id\":1}";
        HttpResponse<String> answer = Http.post(rpc + "hello", heavy, null);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"result\":\"Hello, Ann!\""), answer.body());
    }

    @Test
    void theLineForTheFirstUserWorks() throws Exception {
        HttpResponse<String> answer = Http.post(curl.group(3), curl.group(2), curl.group(1));
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().startsWith("{") && answer.body().contains("\"key\":\"DS\""), answer.body());
        String heavy = "{\"jsonrpc\":\"2.0\",\"method\":\"getSpace\",\"params\":[\"DS\"],\"id\":1}";
        answer = Http.post(rpc + "confluenceservice-v2", heavy, curl.group(1));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"id\":1") && answer.body().contains("\"key\":\"DS\""), answer.body());
    }

    @Test
    void withoutAGoodLoginItIs401() throws Exception {
        for (String login : new String[] {null, "admin:wrong", "eve:wrong", curl.group(1) + "x"}) {
            HttpResponse<String> answer = Http.post(curl.group(3), "[\"DS\"]", login);
            assertEquals(401, answer.statusCode(), login);
            assertTrue(answer.headers().firstValue("WWW-Authenticate").orElseThrow().startsWith("Basic "));
        }
    }

    @Test
    void aPluginComesAndGoesWhileItRuns() throws Exception {
        String url = rpc + "dropped/echo";
        assertEquals(404, Http.post(url, "[\"x\"]", null).statusCode());
        Path jar = PluginJar.endpoint(plugins.resolve("dropped.jar"), "dropped", true);
        assertEquals("\"x\"", Http.await(200, url, "[\"x\"]", null).body());
        Files.delete(jar);
        Http.await(404, url, "[\"x\"]", null);
        assertEquals(200, Http.post(rpc + "hello/hello", "[\"Ann\"]", null).statusCode());
    }

    @Test
    void brokenPluginsAreSaidOnceAndStopNothing() throws Exception {
        Files.writeString(plugins.resolve("text.jar"), "text");
        PluginJar.throwing(plugins.resolve("throwing.jar"), "throwing");
        PluginJar.unresolvable(plugins.resolve("unresolvable.jar"), "unresolvable");
        assertTrue(launcher.awaitLog("text.jar").contains("not a jar file"));
        assertTrue(launcher.awaitLog("throwing.jar").contains("/ by zero"));
        assertTrue(launcher.awaitLog("unresolvable.jar").contains("no.such.thing"));

        // each of these scans would try the broken ones again
        PluginJar.endpoint(plugins.resolve("after.jar"), "after", true);
        Http.await(200, rpc + "after/echo", "[\"x\"]", null);
        Files.delete(plugins.resolve("after.jar"));
        Http.await(404, rpc + "after/echo", "[\"x\"]", null);
        for (String name : List.of("text.jar", "throwing.jar", "unresolvable.jar")) {
            assertEquals(1, launcher.err().stream().filter(line -> line.contains(name)).count(), launcher.toString());
        }

        Path fixed = PluginJar.endpoint(directory.resolve("fixed.jar"), "fixed", true);
        Files.move(fixed, plugins.resolve("text.jar"), StandardCopyOption.REPLACE_EXISTING);
        Http.await(200, rpc + "fixed/echo", "[\"x\"]", null);
    }

    @Test
    void usersAndTheirFileChangeWhileItRuns() throws Exception {
        PluginJar.endpoint(plugins.resolve("closed.jar"), "closed", false);
        String url = rpc + "closed/echo";
        Http.await(200, url, "[\"x\"]", curl.group(1));
        assertEquals(401, Http.post(url, "[\"x\"]", "eve:secret").statusCode());
        String eve = NewUser.line("eve", List.of(), "secret");
        Path other = Files.write(directory.resolve("other"), List.of("bad line", eve));
        Path config = conf.resolve("io.github.jsonrpcwhiteboard.users.cfg");
        Files.writeString(config, "file = " + other);
        Http.await(200, url, "[\"x\"]", "eve:secret");
        assertTrue(launcher.awaitLog(other.toString()).contains("line 1"));
        Files.delete(config);
        Http.await(401, url, "[\"x\"]", "eve:secret");
        assertEquals(200, Http.post(url, "[\"x\"]", curl.group(1)).statusCode());
    }

    private static Path copy(String name) throws IOException {
        Path target = Files.createDirectory(directory.resolve(name));
        try (Stream<Path> files = Files.list(LauncherProcess.DIST.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }
}
