package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What clients really send. Most of it stands in the files of {@code client-shapes}. */
@ExtendWith(Wiki.Shared.class)
class ClientShapesIT {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String ASK_FIRST = "Expect: 100-continue\r\n";

    private final Wiki wiki;

    ClientShapesIT(Wiki wiki) {
        this.wiki = wiki;
    }

    @TestFactory
    Stream<DynamicNode> shapes() throws IOException, URISyntaxException {
        return Shapes.tests(wiki);
    }

    @Test
    void anOldClientReadsToTheEnd() throws IOException {
        String body = arguments();
        try (RawClient client = new RawClient(wiki, "ann")) {
            client.sendHead("HTTP/1.0", JSON, body.length());
            client.send(body);
            assertAnswered(client);
            client.awaitEnd();
        }
    }

    @Test
    void anOldClientKeepsItsConnection() throws IOException {
        String body = arguments();
        try (RawClient client = new RawClient(wiki, "ann")) {
            for (int i = 0; i < 3; i++) {
                client.sendHead("HTTP/1.0", JSON + "Connection: keep-alive\r\n", body.length());
                client.send(body);
                assertAnswered(client);
            }
        }
    }

    @Test
    void aBodyThatIsWantedIsAskedFor() throws IOException {
        String body = arguments();
        try (RawClient client = new RawClient(wiki, "ann")) {
            for (int i = 0; i < 3; i++) {
                client.sendHead("HTTP/1.1", JSON + ASK_FIRST, body.length());
                assertEquals(100, client.readHead());
                client.send(body);
                assertAnswered(client);
            }
        }
    }

    @Test
    void aBodyThatIsNotWantedIsNotAskedFor() throws IOException {
        assertRefused(401, null, JSON, 2);
        assertRefused(401, null, JSON, 1_000_000);
        assertRefused(413, "ann", JSON, 100_000_000);
        assertRefused(415, "ann", "", 2);
    }

    private String arguments() {
        return "[\"" + wiki.space() + "\"]";
    }

    private static void assertAnswered(RawClient client) throws IOException {
        assertEquals(200, client.readHead());
        String space = client.readBody();
        assertTrue(space.startsWith("{\"key\":"), space);
    }

    private void assertRefused(int status, String user, String headers, int length) throws IOException {
        try (RawClient client = new RawClient(wiki, user)) {
            client.sendHead("HTTP/1.1", headers + ASK_FIRST, length);
            assertEquals(status, client.readHead());
            String error = client.readBody();
            assertTrue(error.startsWith("{\"jsonrpc\":\"2.0\",\"error\":"), error);
            client.awaitEnd();
        }
    }
}
