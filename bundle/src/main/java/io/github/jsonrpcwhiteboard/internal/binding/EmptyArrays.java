package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/** Takes an empty array for an object without members, where one is expected: PHP has one empty value for both. */
final class EmptyArrays extends DeserializationProblemHandler {

    @Override
    public Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token, JsonParser in,
            String message)
            throws IOException {
        if (token != JsonToken.START_ARRAY) {
            return NOT_HANDLED;
        }
        JsonDeserializer<Object> reader = context.findRootValueDeserializer(type);
        LogicalType kind = reader.logicalType();
        if (kind != LogicalType.Map && kind != LogicalType.POJO || in.nextToken() != JsonToken.END_ARRAY) {
            return NOT_HANDLED;
        }
        try (TokenBuffer object = context.bufferForInputBuffering(in)) {
            object.writeStartObject();
            object.writeEndObject();
            return reader.deserialize(object.asParserOnFirstToken(), context);
        }
    }
}
