package io.github.jsonrpcwhiteboard.internal.binding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for the end of a JSON text, eight bytes at a time. */
final class PlainText {

    /** Where one of these is set, a byte is not ASCII. */
    static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;

    private PlainText() {
    }

    /** Index of the first quote, backslash, control character, or byte that has one of some bits; or of the end. */
    static int end(byte[] body, int start, int end, long bits) {
        int at = start;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long word = (long) EIGHT_BYTES.get(body, at);
            long quotes = word ^ ONES * '"';
            long escapes = word ^ ONES * '\\';
            long found = word & bits | (quotes - ONES & ~quotes | escapes - ONES & ~escapes
                    | word - ONES * ' ' & ~word) & HIGH_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && body[at] != '"' && body[at] != '\\' && (body[at] >= ' ' || body[at] < 0 && bits == 0)) {
            at++;
        }
        return at;
    }
}
