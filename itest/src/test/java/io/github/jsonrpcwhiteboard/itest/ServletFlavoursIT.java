package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Containers.host;
import static io.github.jsonrpcwhiteboard.itest.Http.assertRefused;
import static io.github.jsonrpcwhiteboard.itest.Http.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.streamBundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** The HTTP rules on each kind of HTTP host: {@code javax.servlet}, {@code jakarta.servlet}, and both. */
public class ServletFlavoursIT extends InContainer {

    private static final int LIMIT = 10 * 1024 * 1024;
    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[\"h\u00e9\"],\"id\":1}";
    private static final String HEAD = "POST /rpc/json-rpc/flavour HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\n";
    private static final String ANSWER = "{\"jsonrpc\":\"2.0\",\"result\":\"h\u00e9\",\"id\":1}";

    /** The published interface. */
    public interface Echo {

        /**
         * Answers.
         *
         * @param text any
         * @return the same
         */
        String echo(String text);
    }

    /**
     * A host that knows {@code javax.servlet} only.
     *
     * @return its options
     */
    @Configuration
    public Option[] javax() {
        return options(host(Containers.JAVAX), Containers.whiteboard());
    }

    /**
     * A host that serves {@code javax.servlet}, while {@code jakarta.servlet} can be imported.
     *
     * @return its options
     */
    @Configuration
    public Option[] javaxWithDecoy() {
        return options(host(Containers.JAVAX_DECOY), Containers.whiteboard());
    }

    /**
     * A host that knows {@code jakarta.servlet} only, as far as the whiteboard can see.
     *
     * @return its options
     */
    @Configuration
    public Option[] jakarta() {
        return options(host(Containers.JAKARTA),
                frameworkProperty(JakartaOnly.LOCATION).value(Containers.location("whiteboard")),
                streamBundle(PluginJar.of(JakartaOnly.class, Map.of("Bundle-Activator", JakartaOnly.class.getName(),
                        "Import-Package", "org.osgi.framework,org.osgi.framework.hooks.resolver,"
                        + "org.osgi.framework.hooks.service,org.osgi.framework.namespace,"
                        + "org.osgi.framework.wiring"))));
    }

    /** Registers the endpoint. */
    @Before
    public void register() {
        Echo service = text -> text;
        register(Echo.class, service, open("flavour"));
    }

    /** The whiteboard really sees only the servlet API that the container is named for. */
    @Test
    public void wiring() {
        Set<String> seen = new TreeSet<>();
        for (BundleWire wire : whiteboard().adapt(BundleWiring.class).getRequiredWires(
                PackageNamespace.PACKAGE_NAMESPACE)) {
            seen.add((String) wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
        }
        seen.retainAll(Set.of("javax.servlet", "jakarta.servlet"));
        assertEquals(switch (context.getProperty(Containers.HTTP)) {
            case Containers.JAVAX -> Set.of("javax.servlet");
            case Containers.JAKARTA -> Set.of("jakarta.servlet");
            default -> Set.of("javax.servlet", "jakarta.servlet");
        }, seen);
    }

    /** The heavy protocol, and the headers of every answer. */
    @Test
    public void heavy() {
        HttpResponse<String> response = http.post("flavour", CALL);
        assertEquals(response.body(), 200, response.statusCode());
        assertEquals(json(ANSWER), json(response.body()));
        assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(response.body().getBytes(StandardCharsets.UTF_8).length,
                response.headers().firstValueAsLong("Content-Length").orElse(-1));
        String type = response.headers().firstValue("Content-Type").orElse("");
        assertTrue(type, type.matches("application/json(; *charset=(?i)utf-8)?"));
    }

    /** The light protocol, a trailing slash, and a path that is percent-encoded. */
    @Test
    public void light() {
        assertEquals("x", http.light("flavour/echo", "[\"x\"]").asText());
        assertEquals("x", http.light("fl%61vour/ec%68o", "[\"x\"]").asText());
        assertEquals(json(ANSWER), http.light("flavour/", CALL));
        http.lightError(-32601, "flavour/none", "[]");
    }

    /** A notification has no answer. */
    @Test
    public void notification() {
        HttpResponse<String> response = http.post("flavour", CALL.replace(",\"id\":1", ""));
        assertEquals(204, response.statusCode());
        assertEquals("", response.body());
    }

    /** Nothing but POST calls, and the answer says so. */
    @Test
    public void otherMethods() {
        for (String method : new String[] {"GET", "PUT", "DELETE", "PATCH", "PROPFIND"}) {
            HttpResponse<String> response = assertRefused(405,
                    http.send(http.request("flavour").method(method, BodyPublishers.noBody())));
            String allow = response.headers().firstValue("Allow").orElse("");
            assertTrue(allow, Set.of(allow.split(" *, *")).contains("POST"));
            String link = response.headers().firstValue("Link").orElse("");
            assertTrue(link, link.contains("/rpc/openrpc/flavour"));
        }
        HttpResponse<String> options = http.send(http.request("flavour").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, options.statusCode());
        assertTrue(options.headers().firstValue("Allow").orElse("").contains("POST"));
    }

    /** What is no endpoint. */
    @Test
    public void unknownPaths() {
        for (String path : new String[] {"none", "none/echo", "flavour/echo/more", "flavours", ""}) {
            assertRefused(404, http.post(path, CALL));
        }
    }

    /** Media types and character sets. */
    @Test
    public void mediaTypes() {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "application/jsonp",
            "application/json;charset=none-such", "application/xml", "json"}) {
            assertRefused(415, http.send(http.request("flavour").header("Content-Type", type)
                    .POST(BodyPublishers.ofString(CALL))));
        }
        assertRefused(415, http.send(http.request("flavour").POST(BodyPublishers.ofString(CALL))));
        for (String type : new String[] {"application/json-rpc", "application/jsonrequest", "Application/JSON; v=1"}) {
            assertAnswered(type, StandardCharsets.UTF_8);
        }
        assertAnswered("application/json; charset=\"utf-8\"", StandardCharsets.UTF_8);
        assertAnswered("application/json;charset=ISO-8859-1", StandardCharsets.ISO_8859_1);
        assertAnswered("application/json; Charset=UTF-16BE", StandardCharsets.UTF_16BE);
    }

    private void assertAnswered(String type, Charset charset) {
        HttpResponse<String> response = http.send(http.request("flavour").header("Content-Type", type)
                .POST(BodyPublishers.ofString(CALL, charset)));
        assertEquals(type + ": " + response.body(), 200, response.statusCode());
        assertEquals(type, json(ANSWER), json(response.body()));
    }

    /** A body of the largest size is read, whichever way it is sent. */
    @Test
    public void largestBody() throws IOException {
        byte[] body = padded(LIMIT);
        assertEquals(200, http.send(upload(BodyPublishers.ofByteArray(body))).statusCode());
        assertEquals(200, http.send(upload(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                .statusCode());
        assertEquals(200, http.send(upload(gzip(body)).header("Content-Encoding", "gzip")).statusCode());
    }

    /** One byte more is not, and if the length is known, the first byte is enough to be refused. */
    @Test
    public void tooLargeBody() throws IOException {
        byte[] body = padded(LIMIT + 1);
        try (RawConnection connection = new RawConnection(http.base())) {
            connection.send(HEAD + "Content-Length: " + body.length + "\r\n\r\n[");
            assertTooLarge(connection.read());
        }
        try (RawConnection connection = new RawConnection(http.base())) {
            connection.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length) + "\r\n"
                    + new String(body, StandardCharsets.ISO_8859_1) + "\r\n0\r\n\r\n");
            assertTooLarge(connection.read());
        }
        assertRefused(413, http.send(upload(gzip(body)).header("Content-Encoding", "gzip")));
    }

    private static void assertTooLarge(RawConnection.Answer answer) {
        assertEquals(answer.body(), 413, answer.status());
        assertTrue(answer.body(), json(answer.body()).path("error").path("code").isInt());
    }

    private HttpRequest.Builder upload(HttpRequest.BodyPublisher body) {
        return http.request("flavour").header("Content-Type", "application/json").POST(body);
    }

    private static HttpRequest.BodyPublisher gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return BodyPublishers.ofByteArray(bytes.toByteArray());
    }

    /** After a refusal the client can go on with the connection, or is told that it cannot. */
    @Test
    public void refusalAndConnection() throws IOException {
        try (RawConnection connection = new RawConnection(http.base())) {
            connection.send(HEAD.replace("flavour", "none") + "Content-Length: 2\r\n\r\n[");
            boolean early = connection.isAnswered();
            connection.send("]");
            RawConnection.Answer first = connection.read();
            assertEquals(404, first.status());
            if (!"close".equalsIgnoreCase(first.header("Connection"))) {
                connection.send(HEAD.replace("flavour", "flavour/echo") + "Content-Length: 5\r\n\r\n[\"x\"]");
                RawConnection.Answer second = connection.read();
                assertEquals("answered before the body came: " + early, 200, second.status());
                assertEquals("\"x\"", second.body());
            }
        }
    }

    /** A connection goes on after a call, and so does one on which the next call has come with the one before. */
    @Test
    public void callsOnOneConnection() throws IOException {
        String call = HEAD.replace("flavour", "flavour/echo") + "Content-Length: 5\r\n\r\n[\"x\"]";
        try (RawConnection connection = new RawConnection(http.base())) {
            connection.send(call + call + call.replace("x", "y").substring(0, call.length() - 2));
            assertEquals("\"x\"", connection.read().body());
            assertEquals("\"x\"", connection.read().body());
            connection.send("\"]");
            assertEquals("\"y\"", connection.read().body());
        }
    }

    /** A client that asks before it sends a body is told to only if somebody wants it. */
    @Test
    public void expect() throws IOException {
        String asking = "Expect: 100-continue\r\nContent-Length: ";
        try (RawConnection connection = new RawConnection(http.base())) {
            connection.send(HEAD.replace("flavour", "flavour/echo") + asking + "5\r\n\r\n");
            assertEquals(100, connection.read().status());
            connection.send("[\"x\"]");
            assertEquals("\"x\"", connection.read().body());
        }
        for (int length : new int[] {5, LIMIT}) {
            try (RawConnection connection = new RawConnection(http.base())) {
                connection.send(HEAD.replace("flavour", "none") + asking + length + "\r\n\r\n");
                assertEquals(404, connection.read().status());
            }
        }
    }

    /** The call, filled up with white space. */
    private static byte[] padded(int length) {
        byte[] call = CALL.getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) ' ');
        System.arraycopy(call, 0, body, length - call.length, call.length);
        return body;
    }
}
