package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.users.NewUser;

/** The login page, and what a login on it is good for. */
class LoginIT {

    private static final String ANN = "user=ann&password=apple";
    private static final String BOB = "user=bob&password=banana";

    @TempDir
    private static Path directory;

    private static LauncherProcess launcher;
    private static String server;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void start() throws IOException {
        Path conf = Files.createDirectory(directory.resolve("conf"));
        String whiteboard = "io.github.jsonrpcwhiteboard.cfg";
        Files.copy(LauncherProcess.DIST.resolve("conf").resolve(whiteboard), conf.resolve(whiteboard));
        Path users = Files.write(directory.resolve("users"), List.of(NewUser.line("ann", List.of("clerk"), "apple"),
                NewUser.line("bob", List.of(), "banana")));
        Files.writeString(conf.resolve("io.github.jsonrpcwhiteboard.users.cfg"), "file = " + users);
        MirrorPlugin.write(Files.createDirectory(directory.resolve("plugins")));
        launcher = LauncherProcess.start(directory, LauncherProcess.DIST, "--port", "0", "--plugins", "plugins",
                "--data", "data", "--conf", "conf");
        server = launcher.url();
    }

    @AfterAll
    static void stop() {
        launcher.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    /** As a browser sends a form of ours. */
    private HttpResponse<String> form(String path, String body) throws IOException, InterruptedException {
        return form(path, body, server.substring(0, server.length() - 1));
    }

    private HttpResponse<String> form(String path, String body, String origin)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("rpc/json-rpc/" + path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[]"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(20));
    }

    private String cookie() {
        return cookies.getCookieStore().getCookies().stream().map(HttpCookie::getValue).reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    @Test
    void withoutALoginOrWithAMadeUpOneItIs401() throws Exception {
        assertEquals(401, call("mirror/look").statusCode());
        assertEquals(401, call("mirror/look", "Cookie", "jsonrpc-login=made-up").statusCode());
        assertEquals(401, call("office/look").statusCode());
    }

    @Test
    void wrongUserAndWrongPasswordLookTheSame() throws Exception {
        HttpResponse<String> password = form("login", "user=ann&password=banana");
        HttpResponse<String> user = form("login", "user=eve&password=banana");
        assertEquals(401, password.statusCode());
        assertEquals(401, user.statusCode());
        assertEquals(password.body(), user.body().replace("eve", "ann"));
        assertEquals("", cookie());
        assertEquals(401, call("mirror/look").statusCode());
        form("login", ANN); // else the failures of several tests would add up to a wait
    }

    @Test
    void aFormOfAnotherSiteLogsNeitherInNorOut() throws Exception {
        assertEquals(403, form("login", ANN, "http://evil.example").statusCode());
        assertEquals("", cookie());
        form("login", ANN);
        assertEquals(403, form("logout", "", "http://evil.example").statusCode());
        assertEquals(200, call("mirror/look").statusCode());
    }

    @Test
    void aPageOfAnotherSiteCannotUseTheLogin() throws Exception {
        form("login", ANN);
        assertEquals(403, call("mirror/look", "Origin", "http://evil.example").statusCode());
        assertEquals(403, call("mirror/look", "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(403, call("mirror/look", "Sec-Fetch-Site", "same-site").statusCode());
        assertEquals(200, call("mirror/look", "Origin", server.substring(0, server.length() - 1)).statusCode());
    }

    @Test
    void aLoginHasTheRolesOfItsUserOnly() throws Exception {
        form("login", BOB);
        assertEquals(403, call("office/look").statusCode());
        assertEquals("\"bob by Form, [], clerk: false, boss: false\"", call("mirror/look").body());
        form("login", ANN);
        assertEquals("\"ann by Form, [clerk], clerk: true, boss: false\"", call("office/look").body());
    }

    @Test
    void theLoginLeadsToPagesOfThisServerOnly() throws Exception {
        for (String from : List.of("", "//evil.example", "/%5Cevil.example", "/%09/evil.example", "http://evil.example",
                "/a%0D%0AX-Evil:%20yes")) {
            HttpResponse<String> answer = form("login", ANN + "&from=" + from);
            assertEquals(303, answer.statusCode());
            assertEquals("login", answer.headers().firstValue("Location").orElseThrow(), from);
        }
        HttpResponse<String> answer = form("login", ANN + "&from=%2Fa%3Fb%3Dc");
        assertEquals("/a?b=c", answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void eachLoginHasANewSession() throws Exception {
        String set = form("login", ANN).headers().firstValue("Set-Cookie").orElseThrow();
        String first = cookie();
        assertEquals("jsonrpc-login=" + first + "; Path=/; HttpOnly; SameSite=Lax", set);
        form("login", ANN);
        String second = cookie();
        assertNotEquals(first, second);
        cookies.getCookieStore().removeAll();
        assertEquals(401, call("mirror/look", "Cookie", "jsonrpc-login=" + first).statusCode());
        assertEquals(200, call("mirror/look", "Cookie", "jsonrpc-login=" + second).statusCode());
    }

    @Test
    void thePageShowsTheLoginUntilTheLogout() throws Exception {
        HttpResponse<String> page = get("login");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("name=\"password\""), page.body());
        assertTrue(page.headers().firstValue("Content-Security-Policy").orElseThrow().startsWith("default-src 'none'"));
        assertEquals("text/css;charset=utf-8", get("login.css").headers().firstValue("Content-Type").orElseThrow());
        form("login", ANN);
        String id = cookie();
        assertTrue(get("login").body().contains("<strong>ann</strong>"));
        assertEquals(303, form("logout", "").statusCode());
        assertEquals("", cookie());
        assertFalse(get("login").body().contains("ann"));
        assertEquals(401, call("mirror/look").statusCode());
        assertEquals(401, call("mirror/look", "Cookie", "jsonrpc-login=" + id).statusCode());
    }

    @Test
    void basicStillWorks() throws Exception {
        assertEquals("\"ann by Basic, [clerk], clerk: true, boss: false\"",
                Http.post(server + "rpc/json-rpc/office/look", "[]", "ann:apple").body());
    }
}
