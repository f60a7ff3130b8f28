package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * A parameter that the caller sees.
 *
 * @param index position as the caller counts, from 0
 * @param slot position in the Java method
 * @param name null if it is not known
 * @param type the type
 * @param reader reads a value of the type
 */
public record RpcParameter(int index, int slot, String name, JavaType type, ObjectReader reader) {

    /**
     * Reads the value at which a parser stands.
     *
     * @param in the parser; if this fails, it stands anywhere
     * @return the value
     * @throws Error what a setter or constructor threw: nothing that the caller could mend
     */
    Object read(JsonParser in) throws ArgumentException {
        try {
            Object value = direct(in);
            return value == null ? reader.readValue(in) : value;
        } catch (JsonProcessingException e) {
            throw BindingErrors.explain(this, e);
        } catch (IOException | RuntimeException e) {
            throw at(new ArgumentException("the value is refused by the type"))
                    .with("expected", TypeNames.simple(type));
        }
    }

    /** A token that is just what the type wants; null if it is not. */
    private Object direct(JsonParser in) throws IOException {
        Class<?> raw = type.getRawClass();
        return switch (in.currentToken()) {
            case VALUE_STRING -> raw == String.class ? in.getText() : null;
            case VALUE_NUMBER_INT -> whole(in, raw);
            case VALUE_TRUE, VALUE_FALSE -> raw == boolean.class || raw == Boolean.class ? in.getBooleanValue() : null;
            default -> null;
        };
    }

    private static Object whole(JsonParser in, Class<?> raw) throws IOException {
        if (raw == int.class || raw == Integer.class) {
            return in.getNumberType() == NumberType.INT ? in.getIntValue() : null;
        }
        if (raw == long.class || raw == Long.class) {
            return in.getNumberType() == NumberType.BIG_INTEGER ? null : in.getLongValue();
        }
        return null;
    }

    /**
     * Whether the argument may be left out.
     *
     * @return true for an optional type
     */
    public boolean isOptional() {
        return OptionalTypes.EMPTY.containsKey(type.getRawClass());
    }

    Object absent() {
        return OptionalTypes.EMPTY.get(type.getRawClass());
    }

    ArgumentException at(ArgumentException e) {
        return e.with("parameter", name == null ? (Object) index : name);
    }
}
