package io.github.jsonrpcwhiteboard.internal.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Checks that a body is UTF-8. Jackson would guess other encodings and let some malformed text pass. */
final class Utf8 {

    private static final int CHUNK = 1024;

    private Utf8() {
    }

    /**
     * The position of the first byte that is wrong: malformed UTF-8 (RFC 3629), a NUL, which no JSON text contains and
     * from which Jackson would conclude on another encoding, or a second byte order mark, which it would skip.
     *
     * @return -1 if all is well
     */
    static int firstError(byte[] body) {
        int signs = 0;
        for (byte b : body) {
            signs |= b | b - 1;
        }
        if (signs >= 0) {
            return -1;
        }
        if (isByteOrderMark(body, 0) && isByteOrderMark(body, 3)) {
            return 3;
        }
        for (int i = 0; i < body.length; i++) {
            if (body[i] == 0) {
                return i;
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(body);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return result.isError() ? in.position() : -1;
    }

    /** How many bytes a byte order mark takes at the start, which RFC 8259, section 8.1, lets us ignore. */
    static int byteOrderMark(byte[] body) {
        return isByteOrderMark(body, 0) ? 3 : 0;
    }

    private static boolean isByteOrderMark(byte[] body, int at) {
        return body.length >= at + 3 && body[at] == (byte) 0xEF && body[at + 1] == (byte) 0xBB
                && body[at + 2] == (byte) 0xBF;
    }
}
