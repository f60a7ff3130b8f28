package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;
import java.io.Serial;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** A single byte is −128 to 127: Jackson takes 128 to 255 as well, and makes other numbers of them. */
final class StrictBytes extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    StrictBytes() {
        super("strict bytes");
        addDeserializer(byte.class, new Reader(byte.class));
        addDeserializer(Byte.class, new Reader(Byte.class));
    }

    private static final class Reader extends StdScalarDeserializer<Byte> {

        @Serial
        private static final long serialVersionUID = 1L;

        Reader(Class<?> type) {
            super(type);
        }

        @Override
        public Byte deserialize(JsonParser in, DeserializationContext context) throws IOException {
            int value = _parseIntPrimitive(in, context);
            if (value != (byte) value) {
                throw new InputCoercionException(in, "out of range", JsonToken.VALUE_NUMBER_INT, byte.class);
            }
            return (byte) value;
        }

        @Override
        public Byte getNullValue(DeserializationContext context) throws JsonMappingException {
            if (handledType() == byte.class) {
                _verifyNullForPrimitive(context);
            }
            return null;
        }
    }
}
