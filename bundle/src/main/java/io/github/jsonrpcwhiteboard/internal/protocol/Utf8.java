package io.github.jsonrpcwhiteboard.internal.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Checks that a body is UTF-8. Jackson would guess other encodings and let some malformed text pass. */
final class Utf8 {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;

    private Utf8() {
    }

    /**
     * The position of the first byte that is wrong: malformed UTF-8 (RFC 3629), a NUL, which no JSON text contains and
     * from which Jackson would conclude on another encoding, or a second byte order mark, which it would skip.
     *
     * @return -1 if all is well
     */
    static int firstError(byte[] body) {
        if (isByteOrderMark(body, 0) && isByteOrderMark(body, 3)) {
            return 3;
        }
        int at = asciiEnd(body, 0);
        while (at < body.length) {
            int length = length(body, at);
            if (length == 0) {
                return at;
            }
            at = asciiEnd(body, at + length);
        }
        return -1;
    }

    /** Whether what is wrong is a NUL; the first two bytes with one are those of UTF-16 or UTF-32 instead. */
    static boolean isControl(byte[] body, int error) {
        return error > 1 && body[error] == 0;
    }

    /** Index of the first byte that is NUL or not ASCII, or of the end. Eight at a time: 8 times a decoder's speed. */
    private static int asciiEnd(byte[] body, int from) {
        int at = from;
        while (at <= body.length - Long.BYTES) {
            long word = (long) EIGHT_BYTES.get(body, at);
            if (((word | word - ONES) & HIGH_BITS) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < body.length && body[at] > 0) {
            at++;
        }
        return at;
    }

    /** How many bytes the character takes that is not ASCII; 0 if there is none (RFC 3629, section 4). */
    private static int length(byte[] body, int at) {
        int first = body[at] & 0xFF;
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > body.length) {
            return 0;
        }
        int second = body[at + 1] & 0xFF;
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((body[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
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
