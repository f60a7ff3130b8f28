package io.github.jsonrpcwhiteboard.internal.binding;

import java.nio.charset.StandardCharsets;

/**
 * A position in a body that is known to be UTF-8, from which what is plain is read: texts with no escapes but short
 * ones, numbers that are not too long, true, false and null. Whatever else comes is {@link #OTHER}, and nothing is said
 * about it; Jackson knows. For one thread.
 */
public final class PlainJson {

    /** What {@link #value} returns for a value that is not plain, or none. */
    public static final Object OTHER = new Object();

    /** Characters of the longest number that is read. */
    public static final int MAX_NUMBER = 32;

    /** With so many digits a long cannot overflow. */
    private static final int MAX_DIGITS = 18;

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
        return textEnd - textStart == ascii.length && isAt(textStart, ascii);
    }

    private boolean isAt(int start, byte[] ascii) {
        for (int i = 0; i < ascii.length; i++) {
            if (body[start + i] != ascii[i]) {
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
     * @return a {@link String}, {@link Long}, {@link Double} or {@link Boolean}, null, or {@link #OTHER}
     */
    public Object value() {
        skipSpace();
        if (at == body.length) {
            return OTHER;
        }
        return switch (body[at]) {
            case '"' -> string();
            case 't' -> word(PlainValues.TRUE, Boolean.TRUE);
            case 'f' -> word(PlainValues.FALSE, Boolean.FALSE);
            case 'n' -> word(PlainValues.NULL, null);
            default -> number();
        };
    }

    private Object string() {
        int start = at + 1;
        int end = PlainText.end(body, start, body.length, 0);
        String text;
        if (end < body.length && body[end] == '"') {
            text = new String(body, start, end - start, StandardCharsets.UTF_8);
        } else {
            end = PlainText.closingQuote(body, start, body.length);
            text = end < 0 ? null : PlainText.latin1(body, start, end);
        }
        at = end + 1;
        return text == null ? OTHER : text;
    }

    /** A word of JSON; what comes behind it is looked at by whoever expects a comma or a bracket there. */
    private Object word(byte[] word, Object meaning) {
        if (body.length - at < word.length || !isAt(at, word)) {
            return OTHER;
        }
        at += word.length;
        return meaning;
    }

    private Object number() {
        boolean negative = body[at] == '-';
        int start = negative ? at + 1 : at;
        int i = start;
        long value = 0;
        while (isDigit(i) && i - start < MAX_DIGITS) {
            value = 10 * value + body[i++] - '0';
        }
        if (i == start || body[start] == '0' && i > start + 1) {
            return OTHER; // none, or zeros in front
        }
        if (i < body.length && (body[i] == '.' || (body[i] | ' ') == 'e')) {
            return fraction(i);
        }
        if (negative && value == 0) {
            return OTHER; // minus zero is not a whole number
        }
        at = i;
        return negative ? -value : value;
    }

    /** A number of which the digits before its point or exponent have been looked at. */
    private Object fraction(int behindDigits) {
        int i = behindDigits;
        if (body[i] == '.') {
            i = digits(i + 1);
        }
        if (i > 0 && i < body.length && (body[i] | ' ') == 'e') {
            boolean signed = i + 1 < body.length && (body[i + 1] == '+' || body[i + 1] == '-');
            i = digits(signed ? i + 2 : i + 1);
        }
        if (i < 0 || i - at > MAX_NUMBER) {
            return OTHER;
        }
        double value = Double.parseDouble(new String(body, at, i - at, StandardCharsets.ISO_8859_1));
        at = i;
        return Double.isInfinite(value) ? OTHER : value;
    }

    /** Where some digits end; -1 if there is none. */
    private int digits(int start) {
        int i = start;
        while (isDigit(i)) {
            i++;
        }
        return i == start ? -1 : i;
    }

    private boolean isDigit(int index) {
        return index < body.length && body[index] >= '0' && body[index] <= '9';
    }
}
