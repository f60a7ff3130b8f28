package io.github.jsonrpcwhiteboard.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read metrics for which no role is needed. */
class MetricsServletTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.8.7", "::1", "[::1]", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
    void thisMachine(String address) throws Exception {
        assertEquals(0, MetricsServlet.checkIsHere(address, "localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "192.168.1.1", "169.254.1.1", "fe80::1", "2001:db8::1"})
    void others(String address) throws Exception {
        assertEquals(403, MetricsServlet.checkIsHere(address, "localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "[::1]", "::1", "[0:0:0:0:0:0:0:1]"})
    void namesOfThisMachine(String name) throws Exception {
        assertEquals(0, MetricsServlet.checkIsHere("127.0.0.1", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "",
        "127.0.0"})
    void namesThatOthersGave(String name) throws Exception {
        assertEquals(403, MetricsServlet.checkIsHere("127.0.0.1", name));
    }
}
