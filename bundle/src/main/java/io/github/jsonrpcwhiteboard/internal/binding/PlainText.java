package io.github.jsonrpcwhiteboard.internal.binding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Looks for the end of a JSON text, eight bytes at a time, and reads texts with short escapes. */
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

    /** Index of the quote that ends a text; -1 if there is something before it that needs a closer look. */
    static int closingQuote(byte[] body, int start, int end) {
        int at = end(body, start, end, 0);
        while (at < end && body[at] == '\\' && at + 1 < end && unescaped(body[at + 1]) != 0) {
            at = end(body, at + 2, end, 0);
        }
        return at < end && body[at] == '"' ? at : -1;
    }

    /** A text without a letter that is not in Latin 1, copied part by part; null if there is one. */
    static String latin1(byte[] body, int start, int end) {
        byte[] text = new byte[end - start];
        int length = 0;
        int at = start;
        while (at < end) {
            int stop = end(body, at, end, HIGH_BITS);
            System.arraycopy(body, at, text, length, stop - at);
            length += stop - at;
            if (stop < end) {
                int first = body[stop];
                if (first != '\\' && (first & 0xFE) != 0xC2) {
                    return null;
                }
                int second = body[stop + 1];
                text[length++] = (byte) (first == '\\' ? unescaped(second) : first << 6 | second & 0x3F);
            }
            at = stop + 2;
        }
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** What a letter behind a backslash stands for; 0 for what is longer, or wrong. */
    private static int unescaped(int letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> 0;
        };
    }
}
