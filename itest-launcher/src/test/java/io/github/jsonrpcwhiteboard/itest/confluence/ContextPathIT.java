package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.launcher.LauncherProcess;

/** A server whose URLs all begin with the name of the application, as those of servlet containers do. */
class ContextPathIT {

    @TempDir
    private static Path directory;

    private static Wiki wiki;

    @BeforeAll
    static void start() throws IOException {
        Path conf = Files.createDirectory(directory.resolve("conf"));
        try (Stream<Path> files = Files.list(LauncherProcess.DIST.resolve("conf"))) {
            for (Path file : files.toList()) {
                Files.copy(file, conf.resolve(file.getFileName()));
            }
        }
        Files.write(conf.resolve("org.apache.felix.http.cfg"), List.of("org.apache.felix.http.context_path = /wiki"),
                StandardOpenOption.APPEND);
        wiki = Wiki.start(directory.resolve("data"), null, conf);
    }

    @AfterAll
    static void stop() {
        wiki.close();
    }

    @Test
    void theLauncherSaysIt() {
        assertTrue(wiki.url().matches("http://127\\.0\\.0\\.1:\\d+/wiki/"), wiki.url());
        String curl = wiki.out().get(0);
        assertTrue(curl.endsWith(" " + wiki.url() + WikiClient.PATH + "/getSpace"), curl);
    }

    @TestFactory
    Stream<DynamicNode> shapes() throws IOException, URISyntaxException {
        return Shapes.tests(wiki);
    }

    @Test
    void onlyBelowItIsSomethingThere() {
        String path = "/" + WikiClient.PATH;
        assertEquals(404, wiki.nobody().get(URI.create(wiki.url()).resolve(path).toString()).statusCode());
        HttpResponse<byte[]> notPost = wiki.nobody().get(wiki.url() + WikiClient.PATH);
        assertEquals(405, notPost.statusCode());
        assertEquals("</wiki/rpc/openrpc/confluenceservice-v2>; rel=\"service-desc\"",
                notPost.headers().firstValue("Link").orElseThrow());
    }

    @Test
    void theLoginPageIsBelowIt() throws Exception {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL).build();
        HttpRequest.Builder form = request("login", "application/x-www-form-urlencoded",
                "user=admin&password=" + wiki.adminPassword());
        HttpResponse<String> page = browser.send(form.build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(wiki.url() + "login", page.uri().toString());
        assertTrue(page.body().contains("<strong>admin</strong>"), page.body());
        HttpRequest.Builder call = request(WikiClient.PATH + "/getSpaces", "application/json", "[]");
        assertEquals(200, browser.send(call.build(), HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    @Test
    void theUrlsOfTheApiLeadThere() {
        String url = wiki.admin().call("getSpace", "DS").get("url").asText();
        assertEquals(wiki.url() + "display/DS", url);
        assertEquals(200, wiki.admin().get(url).statusCode());
    }

    @Test
    void thePagesOfTheSiteAreBelowItAndSoAreTheirLinks() {
        URI page = URI.create(wiki.url() + "display/DS");
        String html = new String(wiki.admin().get(page.toString()).body(), StandardCharsets.UTF_8);
        String child = html.replaceAll("(?s).*<a href=\"([^\"]+)\">Read a page</a>.*", "$1");
        assertEquals(200, wiki.admin().get(page.resolve(child).toString()).statusCode(), html);
        assertEquals(200, wiki.nobody().get(page.resolve("../display/.css").toString()).statusCode());
    }

    private static HttpRequest.Builder request(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(wiki.url() + path)).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
