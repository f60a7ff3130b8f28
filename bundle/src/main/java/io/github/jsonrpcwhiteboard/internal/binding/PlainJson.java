package io.github.jsonrpcwhiteboard.internal.binding;

import java.nio.charset.StandardCharsets;

/**
 * A position in a body that is known to be UTF-8, from which what is plain is read: texts without escapes, whole
 * numbers of up to 18 digits, true, false and null. Whatever else comes is {@link #OTHER}, and nothing is said about
 * it; Jackson knows. For one thread.
 */
public final class PlainJson {

    /** What {@link #value} returns for a value that is not plain, or none. */
    public static final Object OTHER = new Object();

    /** With so many digits a long cannot overflow. */
    private static final int MAX_DIGITS = 18;
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");

    private final byte[] body;
    private int at;
    private int textStart;
    private int textEnd;
    private int names;

    /**
     * Begins at the start of a body.
     *
     * @param body UTF-8, not changed
     */
    public PlainJson(byte[] body) {
        this.body = body;
    }

    /**
     * Skips white space, and a character if that is the next.
     *
     * @param ascii the character
     * @return false if another one is the next, or none
     */
    public boolean skip(char ascii) {
        skipSpace();
        if (at < body.length && body[at] == ascii) {
            at++;
            return true;
        }
        return false;
    }

    /**
     * Skips white space.
     *
     * @return whether nothing else is left
     */
    public boolean isAtEnd() {
        skipSpace();
        return at == body.length;
    }

    private void skipSpace() {
        while (at < body.length && body[at] <= ' ' && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r'
                || body[at] == '\t')) {
            at++;
        }
    }

    /**
     * Skips white space and a text without escapes.
     *
     * @return how many bytes are between its quotes; -1 if there is no such text
     */
    public int text() {
        if (!skip('"')) {
            return -1;
        }
        textStart = at;
        textEnd = PlainText.end(body, at, body.length, 0);
        if (textEnd == body.length || body[textEnd] != '"') {
            return -1;
        }
        at = textEnd + 1;
        return textEnd - textStart;
    }

    /**
     * Skips white space and a member's name, which is a text without escapes, and the colon behind it.
     *
     * @return false if there is no such name
     */
    public boolean name() {
        int length = text();
        names += length;
        return length >= 0 && skip(':');
    }

    /**
     * How long all names are together so far.
     *
     * @return bytes
     */
    public int names() {
        return names;
    }

    /**
     * Whether the last text, or name, is just this one.
     *
     * @param ascii a text in ASCII
     * @return false if it is another one
     */
    public boolean textIs(byte[] ascii) {
        if (textEnd - textStart != ascii.length) {
            return false;
        }
        for (int i = 0; i < ascii.length; i++) {
            if (body[textStart + i] != ascii[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The last text, or name.
     *
     * @return not null
     */
    public String asString() {
        return new String(body, textStart, textEnd - textStart, StandardCharsets.UTF_8);
    }

    /**
     * Skips white space.
     *
     * @return index of what comes next in the body, or of its end
     */
    public int next() {
        skipSpace();
        return at;
    }

    /**
     * Where the value that was read last ends.
     *
     * @return index of what comes behind it
     */
    public int position() {
        return at;
    }

    /**
     * Reads a value.
     *
     * @return a {@link String}, {@link Long} or {@link Boolean}, null, or {@link #OTHER}
     */
    public Object value() {
        skipSpace();
        if (at == body.length) {
            return OTHER;
        }
        return switch (body[at]) {
            case '"' -> text() < 0 ? OTHER : asString();
            case 't' -> word(TRUE, Boolean.TRUE);
            case 'f' -> word(FALSE, Boolean.FALSE);
            case 'n' -> word(NULL, null);
            default -> whole();
        };
    }

    /** A word of JSON; what comes behind it is looked at by whoever expects a comma or a bracket there. */
    private Object word(byte[] word, Object meaning) {
        if (body.length - at < word.length) {
            return OTHER;
        }
        for (int i = 0; i < word.length; i++) {
            if (body[at + i] != word[i]) {
                return OTHER;
            }
        }
        at += word.length;
        return meaning;
    }

    private Object whole() {
        boolean negative = body[at] == '-';
        int start = negative ? at + 1 : at;
        int i = start;
        long value = 0;
        while (i < body.length && body[i] >= '0' && body[i] <= '9' && i - start < MAX_DIGITS) {
            value = 10 * value + body[i++] - '0';
        }
        // Zeros in front are wrong, and minus zero is not a whole number.
        if (i == start || body[start] == '0' && (i > start + 1 || negative)) {
            return OTHER;
        }
        at = i;
        return negative ? -value : value;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
