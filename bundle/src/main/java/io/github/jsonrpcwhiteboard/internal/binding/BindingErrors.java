package io.github.jsonrpcwhiteboard.internal.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/** Says in our own words what Jackson complains about: its messages quote what the caller sent and name classes. */
final class BindingErrors {

    private static final int MAX_NAME = 128;
    private static final int MAX_PATH = 20;

    private BindingErrors() {
    }

    /** @throws Error if that is what Jackson complains about */
    static ArgumentException explain(RpcParameter parameter, JsonProcessingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
        }
        return parameter.at(new ArgumentException(reason(e)))
                .with("path", path(e))
                .with("expected", expected(parameter.type(), e));
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "unknown property";
        }
        if (e instanceof InvalidFormatException) {
            return "the value is not one of this type";
        }
        if (e instanceof ValueInstantiationException) {
            return "the value is refused by the type";
        }
        if (e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException) {
            return "the number is out of range";
        }
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return "the value is over a limit";
        }
        if (e instanceof MismatchedInputException) {
            return "wrong type";
        }
        return "the value is refused by the type";
    }

    private static String path(JsonProcessingException e) {
        StringBuilder path = new StringBuilder("$");
        if (e instanceof JsonMappingException mapping) {
            int steps = 0;
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (++steps > MAX_PATH) {
                    return path.append('…').toString();
                }
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append('.').append(cut(step.getFieldName()));
                }
            }
        }
        return path.toString();
    }

    private static String expected(JavaType type, JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "a property of " + TypeNames.simple(unknown.getReferringClass().getName());
        }
        if (e instanceof InputCoercionException coercion && coercion.getTargetType() != null) {
            return TypeNames.simple(coercion.getTargetType().getName());
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return TypeNames.simple(mismatch.getTargetType().getTypeName());
        }
        if (e.getCause() instanceof InputCoercionException coercion && coercion.getTargetType() != null) {
            return TypeNames.simple(coercion.getTargetType().getName());
        }
        return TypeNames.simple(type);
    }

    static String cut(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }
}
