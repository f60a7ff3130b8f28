package io.github.jsonrpcwhiteboard.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of other sites. */
class CrossSiteTest {

    private static final String ALLOWED = "https://app.example.org";
    private final CrossSite crossSite = new CrossSite(Set.of(ALLOWED));

    @ParameterizedTest
    @CsvSource({
        "http://my.host:8080, my.host:8080, , false",
        "http://MY.host, my.HOST, , false",
        "http://my.host:80, my.host, , false",
        "http://my.host, my.host:80, , false",
        "https://my.host, my.host:443, , false",
        "https://my.host:443, my.host, , false",
        "http://[::1]:8080, [::1]:8080, , false",
        "http://[::1], [::1]:80, , false",
        "http://my.host:8081, my.host:8080, , true",
        "http://my.host, my.host:8080, , true",
        "http://other.host, my.host, , true",
        "http://my.host.evil.example, my.host, , true",
        "http://evil.example/my.host, my.host, , true",
        "http://xmy.host, my.host, , true",
        "http://my.host, , , true",
        "null, my.host, , true",
        "null, null, , true",
        "'', my.host, , true",
        "my.host, my.host, , true",
        "https://app.example.org, my.host, cross-site, false",
        "HTTPS://App.Example.org, my.host, cross-site, false",
        "http://app.example.org, my.host, cross-site, true",
        "https://app.example.org:444, my.host, , true",
        "https://app.example.org.evil.example, my.host, , true",
        ", my.host, , false",
        ", my.host, same-origin, false",
        ", my.host, none, false",
        ", my.host, same-site, true",
        ", my.host, cross-site, true",
        ", my.host, Cross-Site, true"})
    void isForeign(String origin, String host, String site, boolean foreign) {
        assertEquals(foreign, crossSite.isForeign(
                new TestExchange().with("Origin", origin, "Host", host, "Sec-Fetch-Site", site)));
    }

    @Test
    void allowedPagesSeeTheReply() {
        HttpReply reply = reply(crossSite, "HTTPS://app.example.org");
        assertEquals("HTTPS://app.example.org", first(reply, "Access-Control-Allow-Origin"), "as it was sent");
        assertEquals("true", first(reply, "Access-Control-Allow-Credentials"));
        assertEquals("Origin", first(reply, "Vary"));
    }

    @Test
    void othersDoNot() {
        for (String origin : new String[] {null, "null", "https://evil.example", "*"}) {
            HttpReply reply = reply(crossSite, origin);
            assertNull(first(reply, "Access-Control-Allow-Origin"));
            assertNull(first(reply, "Access-Control-Allow-Credentials"));
            assertEquals("Origin", first(reply, "Vary"), "a cache must not give it to pages of allowed origins");
        }
    }

    @Test
    void nothingIsSaidWhereNoOriginIsConfigured() {
        assertTrue(reply(new CrossSite(Set.of()), ALLOWED).headers().keySet().stream()
                .noneMatch(name -> name.startsWith("Access-Control") || "Vary".equals(name)));
    }

    @Test
    void preflight() {
        HttpReply reply = new HttpReply(204, null);
        crossSite.preflight(new TestExchange().with("Origin", ALLOWED, "Access-Control-Request-Method", "POST"), reply,
                "POST");
        assertEquals("POST", first(reply, "Access-Control-Allow-Methods"));
        assertTrue(first(reply, "Access-Control-Allow-Headers").contains("Content-Type"));
        assertTrue(first(reply, "Access-Control-Allow-Headers").contains("Authorization"));
    }

    @Test
    void noPreflight() {
        for (TestExchange exchange : List.of(new TestExchange().with("Origin", ALLOWED),
                new TestExchange().with("Access-Control-Request-Method", "POST"),
                new TestExchange().with("Origin", "https://evil.example", "Access-Control-Request-Method", "POST"))) {
            HttpReply reply = new HttpReply(204, null);
            crossSite.preflight(exchange, reply, "POST");
            assertFalse(reply.headers().containsKey("Access-Control-Allow-Methods"));
        }
    }

    private static HttpReply reply(CrossSite crossSite, String origin) {
        HttpReply reply = new HttpReply(204, null);
        crossSite.expose(new TestExchange().with("Origin", origin), reply);
        return reply;
    }

    private static String first(HttpReply reply, String name) {
        return reply.headers().containsKey(name) ? reply.headers().get(name).iterator().next() : null;
    }
}
