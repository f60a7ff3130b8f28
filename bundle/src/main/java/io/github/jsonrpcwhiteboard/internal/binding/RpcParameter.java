package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
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
 * @param reader reads a value of the type; made when a value comes that needs it
 */
public record RpcParameter(int index, int slot, String name, JavaType type, Lazy<ObjectReader> reader) {

    /** Types for which null is just that. */
    private static final Set<Class<?>> NULLABLE = Set.of(String.class, Integer.class, Long.class, Double.class,
            Boolean.class);

    /**
     * Reads the value at which a parser stands.
     *
     * @param in the parser; if this fails, it stands anywhere
     * @return the value
     * @throws Error what a setter or constructor threw: nothing that the caller could mend
     */
    Object read(JsonParser in) throws ArgumentException {
        try {
            return reader.get().readValue(in);
        } catch (JsonProcessingException e) {
            throw BindingErrors.explain(this, e);
        } catch (IOException | RuntimeException e) {
            throw at(new ArgumentException("the value is refused by the type"))
                    .with("expected", TypeNames.simple(type));
        }
    }

    /** The argument for a value of {@link PlainJson}; {@link PlainJson#OTHER} if that takes Jackson to find out. */
    Object ofPlain(Object value) {
        Class<?> raw = type.getRawClass();
        if (value == null) {
            return NULLABLE.contains(raw) ? null : PlainJson.OTHER;
        }
        if (value instanceof String) {
            return raw == String.class ? value : PlainJson.OTHER;
        }
        if (raw == double.class || raw == Double.class) {
            return value instanceof Long number ? (Object) number.doubleValue()
                    : value instanceof Double ? value : PlainJson.OTHER;
        }
        if (value instanceof Long number) {
            return raw == long.class || raw == Long.class ? value
                    : (raw == int.class || raw == Integer.class) && number == number.intValue() ? number.intValue()
                    : PlainJson.OTHER;
        }
        return value instanceof Boolean && (raw == boolean.class || raw == Boolean.class) ? value : PlainJson.OTHER;
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
