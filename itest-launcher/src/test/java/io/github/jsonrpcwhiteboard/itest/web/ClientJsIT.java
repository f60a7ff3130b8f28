package io.github.jsonrpcwhiteboard.itest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.itest.confluence.Wiki;

/** The JavaScript client as the server hands it out, tested by Node's own test runner. */
@ExtendWith(Wiki.Shared.class)
class ClientJsIT {

    private static final int LEAST_NODE = 18;

    @TempDir
    private Path directory;

    @Test
    void theTestsInJavaScriptPass(Wiki wiki) throws Exception {
        assumeTrue(nodeVersion() >= LEAST_NODE, "needs Node.js " + LEAST_NODE + " or newer on the path");
        Path client = directory.resolve("client.mjs");
        HttpResponse<Path> file = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(wiki.url() + "rpc/client.js")).build(),
                HttpResponse.BodyHandlers.ofFile(client));
        assertEquals(200, file.statusCode());
        assertEquals("text/javascript; charset=utf-8", file.headers().firstValue("Content-Type").orElseThrow());
        ProcessBuilder node = new ProcessBuilder("node", "--test", "--test-reporter=spec",
                Path.of("src", "test", "js", "client.test.mjs").toString()).redirectErrorStream(true);
        node.environment().putAll(Map.of("CLIENT_JS", client.toUri().toString(), "RPC_BASE", wiki.url() + "rpc/",
                "RPC_USER", "admin", "RPC_PASSWORD", wiki.adminPassword()));
        Process running = node.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), output);
    }

    /** 0 if there is none. */
    private static int nodeVersion() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            node.waitFor();
            return Integer.parseInt(version.substring(1, version.indexOf('.')));
        } catch (IOException e) {
            return 0;
        }
    }
}
