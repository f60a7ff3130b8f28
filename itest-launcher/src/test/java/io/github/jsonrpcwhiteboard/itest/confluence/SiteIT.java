package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The URLs that the API hands out. */
@ExtendWith(Wiki.Shared.class)
class SiteIT {

    private static final String NO_SPACE = "You&#39;re not allowed to view that space, or it does not exist.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;

    SiteIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    /** The URL of an object. */
    private static String url(JsonNode object) {
        return object.get("url").asText();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private JsonNode page(String space, String title, String content) {
        return ann.call("storePage", Map.of("space", space, "title", title, "content", content));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain", "I/O & <b>100%</b>", "\u00fc + \ud83d\ude00", "..", "a\\b;c?d#e", "~'*\"|"})
    void theUrlOfAPageLeadsToIt(String title) {
        JsonNode page = page(wiki.space(), title, "the content");
        HttpResponse<byte[]> answer = ann.get(url(page));
        assertEquals(200, answer.statusCode(), url(page));
        assertTrue(text(answer).contains("the content"), text(answer));
        assertEquals("text/html;charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertTrue(answer.headers().firstValue("Content-Security-Policy").orElseThrow()
                .startsWith("default-src 'none'"));
    }

    @Test
    void theUrlOfASpaceLeadsToItsHomePage() {
        String space = wiki.space();
        HttpResponse<byte[]> answer = ann.get(url(ann.call("getSpace", space)));
        assertEquals(200, answer.statusCode());
        assertTrue(text(answer).contains("<h1>Home</h1>"), text(answer));
    }

    @Test
    void aPageLinksToThoseBelowAndToItsStyle() {
        JsonNode page = page(wiki.space(), "Parent", "");
        ann.call("storePage", Map.of("space", page.get("space"), "title", "A child", "content", "",
                "parentId", page.get("id")));
        String html = text(ann.get(url(page)));
        String child = html.replaceAll("(?s).*<li><a href=\"([^\"]+)\">A child</a>.*", "$1");
        assertEquals(200, ann.get(URI.create(url(page)).resolve(child).toString()).statusCode(), child);
        String css = html.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\">.*", "$1");
        HttpResponse<byte[]> style = wiki.nobody().get(URI.create(url(page)).resolve(css).toString());
        assertEquals("text/css;charset=utf-8", style.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void scriptsInAPageDoNotRun() {
        String html = text(ann.get(url(page(wiki.space(), "<script>1</script>", "<script>2</script>"))));
        assertTrue(!html.contains("<script"), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.bin", "50% of \u00fc & +;=.bin"})
    void theUrlOfAnAttachmentLeadsToItsBytes(String name) {
        byte[] bytes = new byte[5 * 1024 * 1024];
        new Random(3).nextBytes(bytes);
        long page = page(wiki.space(), "Files", "").get("id").asLong();
        Map<String, String> file = Map.of("fileName", name, "contentType", "image/png");
        JsonNode first = ann.call("addAttachment", page, file, bytes);
        JsonNode second = ann.call("addAttachment", page, file, new byte[] {1});
        HttpResponse<byte[]> answer = ann.get(url(first));
        assertEquals(200, answer.statusCode());
        assertArrayEquals(bytes, answer.body());
        assertEquals("image/png", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(Integer.toString(bytes.length), answer.headers().firstValue("Content-Length").orElseThrow());
        assertTrue(answer.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment; "));
        assertEquals("sandbox", answer.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertEquals("private, no-cache", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertArrayEquals(new byte[] {1}, ann.get(url(second)).body());
    }

    @Test
    void whatOneMayNotSeeLooksLikeWhatIsNotThere() {
        String hidden = wiki.hiddenSpace();
        String secret = url(admin.call("getSpace", hidden));
        assertEquals(200, admin.get(secret).statusCode());
        assertEquals(404, ann.get(secret).statusCode());
        assertTrue(text(ann.get(secret)).contains(NO_SPACE), text(ann.get(secret)));
        assertEquals(text(ann.get(wiki.url() + "display/NONE")), text(ann.get(secret)));
        long page = admin.call("getSpace", hidden).get("homePage").asLong();
        String file = url(admin.call("addAttachment", page, Map.of("fileName", "a"), new byte[1]));
        assertEquals(200, admin.get(file).statusCode());
        assertEquals(404, ann.get(file).statusCode());
        assertEquals(401, wiki.nobody().get(file).statusCode());
        assertEquals(404, ann.get(wiki.url() + "download/exports/none.zip").statusCode());
    }

    @Test
    void withoutAGoodLoginItIs401() {
        String space = url(ann.call("getSpace", wiki.space()));
        for (WikiClient client : new WikiClient[] {wiki.nobody(), ann.with("wrong")}) {
            HttpResponse<byte[]> answer = client.get(space);
            assertEquals(401, answer.statusCode());
            assertTrue(answer.headers().firstValue("WWW-Authenticate").orElseThrow().startsWith("Basic "));
            assertTrue(text(answer).contains("Log in to see this."), text(answer));
        }
        assertEquals(200, ann.get(space).statusCode(), "also ends the count of failures");
    }

    @Test
    void theSessionOfTheLoginPageCounts() throws Exception {
        String space = url(admin.call("getSpace", wiki.hiddenSpace()));
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpRequest login = HttpRequest.newBuilder(URI.create(wiki.url() + "login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", wiki.url().replaceAll("/$", ""))
                .POST(BodyPublishers.ofString("user=admin&password=" + wiki.adminPassword())).build();
        assertEquals(303, browser.send(login, BodyHandlers.discarding()).statusCode());
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(URI.create(space)).build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals("Cookie, Authorization", answer.headers().firstValue("Vary").orElseThrow());
    }

    @Test
    void itIsReadOnly() throws Exception {
        URI space = URI.create(url(ann.call("getSpace", wiki.space())));
        HttpResponse<String> post = send(HttpRequest.newBuilder(space).POST(BodyPublishers.ofString("a=b")));
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElseThrow());
        HttpResponse<String> head = send(HttpRequest.newBuilder(space).method("HEAD", BodyPublishers.noBody()));
        assertEquals(401, head.statusCode());
        assertEquals("", head.body());
    }
}
