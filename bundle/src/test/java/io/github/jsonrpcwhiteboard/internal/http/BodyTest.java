package io.github.jsonrpcwhiteboard.internal.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a body, and how much of it. */
class BodyTest {

    private static final int LIMIT = 100;
    private static final String TEXT = "[\"x\u00e4\u00fc\"]";
    private static final int LARGE = 200_000;

    private static TestExchange json(byte[] bytes, long length) {
        return new TestExchange().with("Content-Type", "application/json").body(bytes, length);
    }

    private static byte[] read(TestExchange exchange, int limit) throws Refusal {
        return new Body(exchange, limit).read();
    }

    private static Refusal refused(TestExchange exchange) {
        return assertThrows(Refusal.class, () -> read(exchange, LIMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON", "application/json-rpc", "application/jsonrequest",
        " application/json ", "application/json;", "application/json ; charset=UTF-8", "application/json;charset=utf8",
        "application/json; Charset=\"utf-8\"", "application/json; profile=x; charset=utf-8", "application/json;x=y"})
    void types(String type) throws Exception {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(bytes, read(new TestExchange().with("Content-Type", type).body(bytes, -1), LIMIT));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", ";", "text/plain", "application/x-www-form-urlencoded", "text/json", "application",
        "application/jsonp", "application/json+x", "application/ld+json", "json", "*/*", "application/*",
        "application/json, text/plain", "text/plain; application/json"})
    void otherTypes(String type) {
        Refusal refusal = refused(new TestExchange().with("Content-Type", type).body(new byte[] {'[', ']'}, 2));
        assertEquals(415, refusal.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "windows-1252", "utf-8"})
    void charsets(String charset) throws Exception {
        for (String written : new String[] {charset, charset.toUpperCase(), "\"" + charset + "\""}) {
            byte[] bytes = TEXT.getBytes(Charset.forName(charset));
            TestExchange exchange = new TestExchange().with("Content-Type", "application/json; charset=" + written);
            assertEquals(TEXT, new String(read(exchange.body(bytes, bytes.length), LIMIT), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-99", "", "no such", "\"\"", "utf-8x", "../x", "x-JISAutoDetect"})
    void unknownCharsets(String charset) {
        TestExchange exchange = new TestExchange().with("Content-Type", "application/json; charset=" + charset);
        assertEquals(415, refused(exchange.body(new byte[0], 0)).status());
    }

    @ParameterizedTest
    @CsvSource({"US-ASCII, 5bc3a45d", "UTF-16BE, 005b00", "UTF-16BE, d800005d"})
    void notOfItsCharset(String charset, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        TestExchange exchange = new TestExchange().with("Content-Type", "application/json; charset=" + charset);
        Refusal refusal = refused(exchange.body(bytes, bytes.length));
        assertEquals(200, refusal.status(), "it has reached JSON-RPC");
        assertEquals(-32700, refusal.error().code());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void limit(boolean lengthIsKnown) throws Exception {
        for (int size = LIMIT - 1; size <= LIMIT; size++) {
            assertArrayEquals(bytes(size), read(json(bytes(size), lengthIsKnown ? size : -1), LIMIT));
        }
        Refusal refusal = refused(json(bytes(LIMIT + 1), lengthIsKnown ? LIMIT + 1 : -1));
        assertEquals(413, refusal.status());
        assertEquals(-32005, refusal.error().code());
        assertEquals("{limit=body, value=100}", refusal.error().data().toString());
    }

    @Test
    void tooLargeIsRefusedBeforeItIsRead() {
        TestExchange exchange = json(new byte[0], LIMIT + 1);
        exchange.body = null;
        assertEquals(413, assertThrows(Refusal.class, () -> new Body(exchange, LIMIT)).status());
        exchange.contentLength = Long.MAX_VALUE;
        assertEquals(413, assertThrows(Refusal.class, () -> new Body(exchange, LIMIT)).status());
    }

    @Test
    void aBodyThatIsShorterThanItsLength() {
        assertEquals(400, refused(json(bytes(10), 11)).status());
        TestExchange large = json(bytes(LARGE), LARGE + 1);
        assertEquals(400, assertThrows(Refusal.class, () -> read(large, 2 * LARGE)).status());
    }

    @Test
    void aBodyThatIsLongerThanItsLength() throws Exception {
        assertArrayEquals(bytes(10), read(json(bytes(20), 10), LIMIT));
        assertEquals(0, read(json(bytes(LIMIT + 10), 0), LIMIT).length);
    }

    @Test
    void aBodyThatCannotBeRead() {
        TestExchange exchange = json(new byte[0], -1);
        exchange.body = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the client has gone");
            }
        };
        assertEquals(400, refused(exchange).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", " gzip ", "x-gzip"})
    void gzip(String encoding) throws Exception {
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] zipped = zip(text);
        assertArrayEquals(text, read(json(zipped, zipped.length).with("Content-Encoding", encoding), LIMIT));
        assertArrayEquals(text, read(json(zipped, -1).with("Content-Encoding", encoding), LIMIT));
        assertArrayEquals(text, read(json(text, -1).with("Content-Encoding", "identity"), LIMIT));
        TestExchange utf16 = new TestExchange().with("Content-Type", "application/json;charset=utf-16");
        byte[] both = zip(TEXT.getBytes(StandardCharsets.UTF_16));
        assertArrayEquals(text, read(utf16.with("Content-Encoding", encoding).body(both, -1), LIMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip, br", "identity, gzip", "*"})
    void otherEncodings(String encoding) {
        Refusal refusal = refused(json(bytes(2), 2).with("Content-Encoding", encoding));
        assertEquals(415, refusal.status());
    }

    @Test
    void brokenGzip() throws Exception {
        byte[] zipped = zip(TEXT.getBytes(StandardCharsets.UTF_8));
        for (byte[] broken : new byte[][] {bytes(20), {}, Arrays.copyOf(zipped, zipped.length - 9),
            Arrays.copyOf(zipped, 5)}) {
            assertEquals(400, refused(json(broken, broken.length).with("Content-Encoding", "gzip")).status());
        }
    }

    @Test
    void gzipIsLimitedByWhatItUnpacksTo() throws Exception {
        for (int size = LIMIT - 1; size <= LIMIT; size++) {
            assertEquals(size, read(json(zip(bytes(size)), -1).with("Content-Encoding", "gzip"), LIMIT).length);
        }
        assertEquals(413, refused(json(zip(bytes(LIMIT + 1)), -1).with("Content-Encoding", "gzip")).status());
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        byte[] bomb = zip(new byte[50 << 20]);
        TestExchange exchange = json(bomb, -1).with("Content-Encoding", "gzip");
        ByteArrayInputStream in = new ByteArrayInputStream(bomb);
        exchange.body = in;
        assertEquals(413, refused(exchange).status());
        assertTrue(in.available() > bomb.length / 2, "most of it was never looked at");
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void whatHasComeIsDiscarded() {
        TestExchange exchange = new TestExchange().body(new byte[7], 7);
        assertTrue(Body.discard(exchange, new Semaphore(0)));
        assertEquals(0, ((ByteArrayInputStream) exchange.body).available());
        assertTrue(Body.discard(new TestExchange(), new Semaphore(0)), "no body at all");
    }

    @Test
    void whatHasNotComeIsWaitedForOnlyWithPatience() {
        TestExchange exchange = new TestExchange().with("Transfer-Encoding", "chunked");
        AtomicInteger reads = new AtomicInteger();
        exchange.body = new InputStream() {
            @Override
            public int read() {
                return reads.incrementAndGet() < 7 ? 'x' : -1;
            }
        };
        assertFalse(Body.discard(exchange, new Semaphore(0)));
        assertEquals(0, reads.get());
        Semaphore patience = new Semaphore(1);
        assertTrue(Body.discard(exchange, patience));
        assertEquals(1, patience.availablePermits());
        assertFalse(Body.discard(new TestExchange().body(new byte[100_000], 100_000), patience), "too much");
    }

    @Test
    void whatTheClientHasNotBegunToSendIsNotAskedFor() {
        TestExchange exchange = json(bytes(2), 2).with("Expect", "100-continue");
        assertFalse(Body.discard(exchange, new Semaphore(1)));
        assertEquals(0, exchange.bodyAskedFor);
    }
}
