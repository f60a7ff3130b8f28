package io.github.jsonrpcwhiteboard.itest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcwhiteboard.itest.confluence.Wiki;

/** Node.js, and the packages that tests in JavaScript need. */
final class Node {

    private static final int LEAST = 18;
    private static final Path SCRIPTS = Path.of("src", "test", "js");
    private static final Path INSTALLED = Path.of("target", "npm");
    private static final String MODULES = "npm.modules";
    private static final String LOCK = "package-lock.json";

    private Node() {
    }

    /** What a command said, and its exit code. */
    private record Outcome(int exit, String output) {
    }

    static void assumeInstalled() throws InterruptedException {
        int version = 0;
        try {
            String text = run(Path.of(""), Map.of(), "node", "--version").output();
            version = Integer.parseInt(text.substring(1, text.indexOf('.')));
        } catch (IOException e) {
            // there is none
        }
        assumeTrue(version >= LEAST, "needs Node.js " + LEAST + " or newer on the path");
    }

    /** The directory that has the packages of package.json: the one given, or one that npm fills. */
    static Path assumeModules() throws IOException, InterruptedException {
        String given = System.getProperty(MODULES);
        if (given != null) {
            return Path.of(given).toAbsolutePath();
        }
        Path modules = INSTALLED.resolve("node_modules").toAbsolutePath();
        Path done = INSTALLED.resolve("done.json"); // of what is locked, all is there
        if (!Files.exists(done) || Files.mismatch(done, SCRIPTS.resolve(LOCK)) >= 0) {
            install();
            Files.copy(SCRIPTS.resolve(LOCK), done, StandardCopyOption.REPLACE_EXISTING);
        }
        return modules;
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (String file : List.of("package.json", LOCK)) {
            Files.copy(SCRIPTS.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Outcome npm;
        try {
            npm = run(INSTALLED, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        } catch (IOException e) {
            npm = new Outcome(1, e.getMessage());
        }
        assumeTrue(npm.exit() == 0, "needs npm and its registry, or -D" + MODULES + " with a node_modules directory of "
                + SCRIPTS.resolve("package.json") + ": " + npm.output());
    }

    /** Runs a file of tests against a wiki; environment variables tell it where that and its client.js are. */
    static void test(String script, Wiki wiki, Path directory, Map<String, String> more) throws Exception {
        Path client = directory.resolve("client.mjs");
        HttpResponse<Path> file = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(wiki.url() + "rpc/client.js")).build(),
                HttpResponse.BodyHandlers.ofFile(client));
        assertEquals(200, file.statusCode());
        assertEquals("text/javascript; charset=utf-8", file.headers().firstValue("Content-Type").orElseThrow());
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(Map.of("CLIENT_JS", client.toUri().toString(), "RPC_BASE", wiki.url() + "rpc/",
                "RPC_USER", "admin", "RPC_PASSWORD", wiki.adminPassword()));
        Outcome tests = run(Path.of(""), environment, "node", "--test", "--test-reporter=spec",
                SCRIPTS.resolve(script).toString());
        assertEquals(0, tests.exit(), tests.output());
    }

    private static Outcome run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process running = builder.start();
        running.getOutputStream().close();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(running.waitFor(), output);
    }
}
