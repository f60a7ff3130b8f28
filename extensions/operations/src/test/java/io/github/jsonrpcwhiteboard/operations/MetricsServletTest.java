package io.github.jsonrpcwhiteboard.operations;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.RuntimeDTO;

/** Who may read metrics for which no role is needed. */
class MetricsServletTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.8.7", "::1", "[::1]", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
    void thisMachine(String address) throws Exception {
        assertEquals(0, MetricsServlet.checkIsHere(address, "localhost"));
    }

    /** The container would log it, with its stack trace. */
    @Test
    void aReaderThatHangsUpIsNoError() {
        JsonRpcServiceRuntime runtime = fake(JsonRpcServiceRuntime.class, Map.of("getRuntimeDTO", RuntimeDTO::new));
        HttpServletRequest request = fake(HttpServletRequest.class, Map.of("getRemoteAddr", () -> "127.0.0.1",
                "getServerName", () -> "localhost"));
        HttpServletResponse response = fake(HttpServletResponse.class, Map.of("getOutputStream", () -> {
            throw new IOException("broken pipe");
        }));
        MetricsServlet servlet = new MetricsServlet(new Metrics(runtime), () -> null, "");
        assertDoesNotThrow(() -> servlet.doGet(request, response));
    }

    /** Of the methods of a type those that are asked for. */
    private static <T> T fake(Class<T> type, Map<String, Callable<?>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answers.getOrDefault(method.getName(), () -> null).call()));
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
