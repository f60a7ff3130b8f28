package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * Reads a body that is in memory as a whole and known to be UTF-8. Beside what Jackson's parser does, it limits all
 * names together, refuses numbers that a floating-point type can hold only as infinity, and takes texts eight bytes at
 * a time. For one thread.
 */
public final class BodyParser extends UTF8StreamJsonParser {

    /** Shorter texts with escapes are left to Jackson, which has a buffer for them. */
    private static final int LONG_TEXT = 512;

    private long names;

    BodyParser(IOContext context, int features, ByteQuadsCanonicalizer symbols, byte[] body, int start, int end) {
        super(context, features, null, null, symbols, body, start, end, 0, false);
    }

    /**
     * The position behind what has been read.
     *
     * @return index into the body
     */
    public int position() {
        return _inputPtr;
    }

    /**
     * Where the current token begins; not for a name.
     *
     * @return index into the body
     */
    public int tokenStart() {
        return (int) (_tokenInputTotal - _currInputProcessed) - 1;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token == JsonToken.FIELD_NAME) {
            count(_parsingContext.getCurrentName());
        }
        return token;
    }

    @Override
    public String nextFieldName() throws IOException {
        String name = super.nextFieldName();
        if (name != null) {
            count(name);
        }
        return name;
    }

    @Override
    public boolean nextFieldName(SerializableString wanted) throws IOException {
        boolean found = super.nextFieldName(wanted);
        if (_currToken == JsonToken.FIELD_NAME) {
            count(_parsingContext.getCurrentName());
        }
        return found;
    }

    private void count(String name) throws IOException {
        names += name.length();
        if (names > streamReadConstraints().getMaxNameLength()) {
            throw new StreamConstraintsException("Names are too long together");
        }
    }

    @Override
    public double getDoubleValue() throws IOException {
        double value = super.getDoubleValue();
        check(Double.isInfinite(value), double.class);
        return value;
    }

    @Override
    public float getFloatValue() throws IOException {
        float value = super.getFloatValue();
        check(Float.isInfinite(value), float.class);
        return value;
    }

    @Override
    public Number getNumberValue() throws IOException {
        Number value = super.getNumberValue();
        check(value instanceof Double d && d.isInfinite(), double.class);
        return value;
    }

    @Override
    public Number getNumberValueExact() throws IOException {
        return getNumberValue();
    }

    private void check(boolean outOfRange, Class<?> type) throws InputCoercionException {
        if (outOfRange) {
            throw new InputCoercionException(this, "out of range", currentToken(), type);
        }
    }

    @Override
    protected String _finishAndReturnString() throws IOException {
        int start = _inputPtr;
        int end = PlainText.end(_inputBuffer, start, _inputEnd, PlainText.HIGH_BITS);
        String text = null;
        if (end < _inputEnd && _inputBuffer[end] == '"') {
            text = new String(_inputBuffer, start, end - start, StandardCharsets.ISO_8859_1);
        } else {
            end = closingQuote(start);
            text = end - start < LONG_TEXT ? null : latin1(start, end);
        }
        if (text == null) {
            return super._finishAndReturnString();
        }
        streamReadConstraints().validateStringLength(text.length());
        _inputPtr = end + 1;
        _textBuffer.resetWithString(text);
        return text;
    }

    @Override
    protected void _skipString() throws IOException {
        int end = closingQuote(_inputPtr);
        if (end < 0) {
            super._skipString();
        } else {
            _tokenIncomplete = false;
            _inputPtr = end + 1;
        }
    }

    /** Index of the quote that ends a text; -1 if there is something before it that needs a closer look. */
    private int closingQuote(int start) {
        int at = PlainText.end(_inputBuffer, start, _inputEnd, 0);
        while (at < _inputEnd && _inputBuffer[at] == '\\' && at + 1 < _inputEnd
                && unescaped(_inputBuffer[at + 1]) != 0) {
            at = PlainText.end(_inputBuffer, at + 2, _inputEnd, 0);
        }
        return at < _inputEnd && _inputBuffer[at] == '"' ? at : -1;
    }

    /** A text without a letter that is not in Latin 1, copied part by part; null if there is one. */
    private String latin1(int start, int end) {
        byte[] text = new byte[end - start];
        int length = 0;
        int at = start;
        while (at < end) {
            int stop = Math.min(end, PlainText.end(_inputBuffer, at, _inputEnd, PlainText.HIGH_BITS));
            System.arraycopy(_inputBuffer, at, text, length, stop - at);
            length += stop - at;
            if (stop < end) {
                int first = _inputBuffer[stop];
                if (first != '\\' && (first & 0xFE) != 0xC2) {
                    return null;
                }
                int second = _inputBuffer[stop + 1];
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
