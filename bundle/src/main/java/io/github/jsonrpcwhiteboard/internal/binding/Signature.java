package io.github.jsonrpcwhiteboard.internal.binding;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JavaType;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.JsonRpcParam;

/**
 * The parameters of a Java method, sorted into those that the caller sees and those that are filled in.
 *
 * @param tokenSlot position of the token; -1 if there is none
 * @param contextSlots positions of the call contexts
 * @param visible the others
 */
record Signature(int tokenSlot, int[] contextSlots, List<Visible> visible) {

    /** A parameter that the caller sees; the name is null if it is not known. */
    record Visible(int slot, String name, JavaType type) {
    }

    /** Sorts the parameters; null if the method needs a token as its first parameter and has none. */
    static Signature of(Method method, JavaType[] types, boolean token) {
        Parameter[] parameters = method.getParameters();
        if (token && (types.length == 0 || !types[0].hasRawClass(String.class))) {
            return null;
        }
        List<Integer> contexts = new ArrayList<>();
        List<Visible> visible = new ArrayList<>();
        for (int slot = token ? 1 : 0; slot < types.length; slot++) {
            if (types[slot].hasRawClass(CallContext.class)) {
                contexts.add(slot);
            } else {
                visible.add(new Visible(slot, name(parameters[slot]), types[slot]));
            }
        }
        return new Signature(token ? 0 : -1, contexts.stream().mapToInt(Integer::intValue).toArray(), visible);
    }

    private static String name(Parameter parameter) {
        JsonRpcParam annotation = parameter.getAnnotation(JsonRpcParam.class);
        if (annotation != null) {
            return annotation.value();
        }
        return parameter.isNamePresent() ? parameter.getName() : null;
    }
}
