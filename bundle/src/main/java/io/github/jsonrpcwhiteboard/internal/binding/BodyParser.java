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
            end = PlainText.closingQuote(_inputBuffer, start, _inputEnd);
            text = end - start < LONG_TEXT ? null : PlainText.latin1(_inputBuffer, start, end);
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
        int end = PlainText.closingQuote(_inputBuffer, _inputPtr, _inputEnd);
        if (end < 0) {
            super._skipString();
        } else {
            _tokenIncomplete = false;
            _inputPtr = end + 1;
        }
    }
}
