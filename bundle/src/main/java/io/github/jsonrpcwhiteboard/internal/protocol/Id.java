package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request's id: the very bytes that the caller wrote, so that it comes back as it was.
 *
 * @param bytes holds them
 * @param start where they begin
 * @param end behind the last one
 */
record Id(byte[] bytes, int start, int end) {

    /** The id null. */
    static final Id NULL = new Id("null".getBytes(StandardCharsets.US_ASCII), 0, 4);

    /** The same, without the rest of the body. */
    Id detached() {
        return new Id(Arrays.copyOfRange(bytes, start, end), 0, end - start);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, start, end - start);
    }
}
