package io.github.jsonrpcwhiteboard.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.github.jsonrpcwhiteboard.internal.protocol.RpcError;

/** Reads a request body as UTF-8 bytes. */
final class Body {

    private static final List<String> TYPES =
            List.of("application/json", "application/json-rpc", "application/jsonrequest");
    private static final int SMALL = 64 * 1024;

    private final HttpExchange exchange;
    private final int limit;
    private final Charset charset;
    private final boolean gzip;

    /** Looks at the headers; refuses what need not be read at all. */
    Body(HttpExchange exchange, int limit) throws Refusal {
        this.exchange = exchange;
        this.limit = limit;
        this.charset = charset(exchange.header("Content-Type"));
        this.gzip = isGzip(exchange.headers("Content-Encoding"));
        if (exchange.contentLength() > limit) {
            throw tooLarge();
        }
    }

    byte[] read() throws Refusal {
        byte[] bytes;
        try {
            InputStream in = gzip ? new GZIPInputStream(exchange.body()) : exchange.body();
            long length = gzip ? -1 : exchange.contentLength();
            bytes = length >= 0 && length <= SMALL ? in.readNBytes((int) length) : in.readNBytes(limit + 1);
            if (bytes.length < length) {
                throw new Refusal(400, "the body ends early");
            }
        } catch (ZipException e) {
            throw new Refusal(400, "the body is not gzip");
        } catch (IOException e) {
            throw new Refusal(400, "the body cannot be read to its end");
        }
        if (bytes.length > limit) {
            throw tooLarge();
        }
        return charset.equals(StandardCharsets.UTF_8) ? bytes : toUtf8(bytes);
    }

    /**
     * Reads what is left of the body of a request that is refused. Else the server would drop the connection, on which
     * a client may have begun its next request, or not yet have read the reply.
     *
     * @param patience how many requests may be waited for, so that slow ones cannot take all threads by being refused
     * @return false if there is more: the connection must be closed
     */
    static boolean discard(HttpExchange exchange, Semaphore patience) {
        long length = exchange.contentLength();
        if (length < 0 && exchange.header("Transfer-Encoding") == null) {
            return true;
        }
        if (exchange.header("Expect") != null) {
            return false; // to ask for the body would make the client send what nobody wants
        }
        try {
            InputStream in = exchange.body();
            if (length >= 0 && length <= SMALL && in.available() >= length) {
                return in.readNBytes((int) length).length == length;
            }
            if (length > SMALL || !patience.tryAcquire()) {
                return false;
            }
            try {
                return in.readNBytes(SMALL).length < SMALL;
            } finally {
                patience.release();
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private byte[] toUtf8(byte[] bytes) throws Refusal {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(text);
            byte[] result = new byte[utf8.remaining()];
            utf8.get(result);
            return result;
        } catch (CharacterCodingException e) {
            throw new Refusal(200, RpcError.parseError("not " + charset.name(), 0));
        }
    }

    private Refusal tooLarge() {
        return new Refusal(413, RpcError.overLimit("body", limit));
    }

    private static boolean isGzip(List<String> encodings) throws Refusal {
        if (encodings.isEmpty()) {
            return false;
        }
        String encoding = String.join(",", encodings).trim().toLowerCase(Locale.ROOT);
        if (encoding.isEmpty() || "identity".equals(encoding)) {
            return false;
        }
        if ("gzip".equals(encoding) || "x-gzip".equals(encoding)) {
            return true;
        }
        throw new Refusal(415, "the content encoding is not gzip").with("Accept-Encoding", List.of("gzip"));
    }

    private static Charset charset(String contentType) throws Refusal {
        if (TYPES.contains(contentType == null ? "" : contentType)) {
            return StandardCharsets.UTF_8;
        }
        String[] parts = contentType == null ? new String[] {""} : contentType.split(";", -1);
        if (!TYPES.contains(parts[0].trim().toLowerCase(Locale.ROOT))) {
            throw new Refusal(415,
                    "the content type is not application/json: send the header Content-Type: application/json")
                    .with("Accept-Post", List.of(String.join(", ", TYPES)));
        }
        Charset charset = StandardCharsets.UTF_8;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim();
            if (parameter.regionMatches(true, 0, "charset=", 0, 8)) {
                charset = named(parameter.substring(8).trim().replace("\"", ""));
            }
        }
        return charset;
    }

    private static Charset named(String name) throws Refusal {
        try {
            Charset charset = Charset.forName(name);
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // said below
        }
        throw new Refusal(415, "the charset is not known");
    }
}
