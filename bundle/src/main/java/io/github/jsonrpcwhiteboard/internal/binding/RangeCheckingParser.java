package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;

/** Refuses a number that a floating-point type can hold only as infinity. */
final class RangeCheckingParser extends JsonParserDelegate {

    RangeCheckingParser(JsonParser delegate) {
        super(delegate);
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
}
