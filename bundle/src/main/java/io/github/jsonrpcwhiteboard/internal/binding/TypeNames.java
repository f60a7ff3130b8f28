package io.github.jsonrpcwhiteboard.internal.binding;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JavaType;

/** Java types as text. */
public final class TypeNames {

    private static final Pattern PACKAGES = Pattern.compile("(?:[\\p{javaJavaIdentifierPart}]+\\.)+");

    private TypeNames() {
    }

    /**
     * A type in full.
     *
     * @param type the type
     * @return as {@code java.util.List<java.lang.String>} or {@code byte[]}
     */
    public static String full(JavaType type) {
        if (type.isArrayType()) {
            return full(type.getContentType()) + "[]";
        }
        List<JavaType> arguments = type.getBindings().getTypeParameters();
        return type.getRawClass().getName() + (arguments.isEmpty() ? ""
                : arguments.stream().map(TypeNames::full).collect(Collectors.joining(", ", "<", ">")));
    }

    /**
     * A type without packages.
     *
     * @param type the type
     * @return as {@code List<String>}
     */
    public static String simple(JavaType type) {
        return simple(full(type));
    }

    static String simple(String full) {
        return PACKAGES.matcher(full).replaceAll("").replace('$', '.');
    }
}
