package io.github.jsonrpcwhiteboard.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.jsonrpcwhiteboard.internal.login.NobodyLogsIn;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Claims;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Whiteboard;

/** What is answered before anybody is called. */
class HttpHandlerTest {

    private final Whiteboard whiteboard = new Whiteboard(null);
    private final HttpHandler handler = new HttpHandler(whiteboard, NobodyLogsIn.logins());
    private final TestExchange exchange = new TestExchange();

    @BeforeEach
    void publish() {
        Claims.publish(whiteboard.registry(), "a/calc");
    }

    @AfterEach
    void close() {
        whiteboard.threads().close();
    }

    private HttpReply handle() throws Exception {
        handler.handle(exchange);
        return exchange.replies.get(0);
    }

    @ParameterizedTest
    @CsvSource({"a/calc, true", "a/calc/, true", "a/calc/add, true", "a/calc/add/up, false", "a, false", "b/add, false",
        "'', false"})
    void whoCannotCallIsToldWhereToRead(String path, boolean known) throws Exception {
        exchange.method = "GET";
        exchange.uri = "/rpc/json-rpc/" + path;
        HttpReply reply = handle();
        assertEquals(405, reply.status());
        Iterable<String> link = reply.headers().get("Link");
        if (known) {
            assertEquals("</rpc/openrpc/a/calc>; rel=\"service-desc\"", link.iterator().next());
        } else {
            assertNull(link);
        }
    }

    /** The container would log what is thrown, with its stack trace. */
    @ParameterizedTest
    @CsvSource({"/rpc/json-rpc, /nothing, 404", "/rpc/json-rpc, /a/calc, 415", "/rpc/openrpc, '', 200",
        "/rpc/client.js, '', 200", "/rpc/openrpc, /nothing, 404"})
    void aReaderThatHangsUpIsNoError(String servlet, String path, int status) throws Exception {
        exchange.method = servlet.endsWith("rpc") && !servlet.contains("open") ? "POST" : "GET";
        exchange.servletPath = servlet;
        exchange.uri = servlet + path;
        exchange.clientHasGone = true;
        assertEquals(status, handle().status());
    }

    @Test
    void norIsOneThatAsksWhatItMayDo() throws Exception {
        exchange.method = "OPTIONS";
        exchange.clientHasGone = true;
        assertEquals(204, handle().status());
    }
}
