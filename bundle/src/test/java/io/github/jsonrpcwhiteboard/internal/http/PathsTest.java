package io.github.jsonrpcwhiteboard.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs and the paths of endpoints. */
class PathsTest {

    private static String below(String uri) {
        TestExchange exchange = new TestExchange();
        exchange.uri = uri;
        return Paths.below(exchange);
    }

    @ParameterizedTest
    @CsvSource({
        "calc, calc",
        "calc/, calc",
        "a/b/c, a/b/c",
        "a/b/c/, a/b/c",
        "a%20b, 'a b'",
        "a+b, a+b",
        "%c3%A4/%E2%82%AC, \u00e4/\u20ac",
        "%F0%9D%84%9E, \ud834\udd1e",
        "\u00e4%20b, '\u00e4 b'",
        "a%2541, a%41",
        "%252e%252e/x, %2e%2e/x",
        "..., ...",
        ".a, .a",
        "calc;jsessionid=1/get;v=2, calc/get",
        "a%3Bb, a;b",
        "a%3Fb%23c, a?b#c",
        "rpc.discover, rpc.discover"})
    void segmentsAreDecodedOnce(String sent, String path) {
        assertEquals(path, below("/rpc/json-rpc/" + sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "//calc", "calc//", "a//b", ".", "..", "a/.", "a/..", "./a", "../a", "a/../b",
        "%2e", "%2E%2e", "a/%2e./b", ".%2e", "..;x=1/a", ";x", "a/;x/b", "a%2Fb", "a%2fb", "%2F", "%", "a%", "a%4",
        "a%zz", "a%4g", "%ff", "%C3", "%C3%28", "%ED%A0%80", "%C0%AE"})
    void noPathOfAnEndpoint(String sent) {
        assertNull(below("/rpc/json-rpc/" + sent));
    }

    @Test
    void nothingBelow() {
        assertEquals("", below("/rpc/json-rpc"));
        assertNull(below("/rpc/json-rpc/"));
    }

    @Test
    void theContextAndTheServletAreLeftOut() {
        TestExchange exchange = new TestExchange();
        exchange.contextPath = "/my%20app";
        exchange.uri = "/my%20app/rpc/json-rpc/a/b";
        assertEquals("a/b", Paths.below(exchange));
        exchange.servletPath = "/json-rpc";
        exchange.uri = "/my%20app/json-rpc/a/b";
        assertEquals("a/b", Paths.below(exchange));
        exchange.servletPath = "/a deep/prefix/json-rpc";
        exchange.uri = "/my%20app/a%20deep/prefix/json-rpc/a/b";
        assertEquals("a/b", Paths.below(exchange));
    }

    @ParameterizedTest
    @CsvSource({"calc, calc", "a/b, a/b", "'a b', a%20b", "\u00e4;\u20ac, %C3%A4%3B%E2%82%AC",
        "\ud834\udd1e, %F0%9D%84%9E", "a%2Fb, a%252Fb",
        "\"'<>?#[]@!$&()*+=, %22%27%3C%3E%3F%23%5B%5D%40%21%24%26%28%29%2A%2B%3D",
        "-._~09azAZ, -._~09azAZ"})
    void encode(String path, String encoded) {
        assertEquals(encoded, Paths.encode(path));
        assertEquals(path, below("/rpc/json-rpc/" + encoded), "and back");
    }
}
