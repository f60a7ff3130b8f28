package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Typed access to service properties. A wrong type is named, never guessed at. */
final class Properties {

    private final Function<String, Object> source;
    private final List<String> names;

    Properties(Function<String, Object> source, String... names) {
        this.source = source;
        this.names = List.of(names);
    }

    /** The {@code String+} properties of a prefix, in whichever case it is written, by the rest of their names. */
    Map<String, Set<String>> textsByName(String prefix) throws DeclarationException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String name : names) {
            if (begins(name, prefix)) {
                found.put(name.substring(prefix.length()), Set.copyOf(texts(name, FailedReason.BAD_PROPERTY)));
            }
        }
        return found;
    }

    /** The names that begin so, in whichever case. */
    List<String> namesOf(String beginning) {
        return names.stream().filter(name -> begins(name, beginning)).toList();
    }

    static boolean begins(String name, String beginning) {
        return name.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    /** A {@code String+} property; empty if it is missing. */
    List<String> texts(String name, FailedReason reason) throws DeclarationException {
        Object value = source.apply(name);
        Collection<?> values = value == null ? List.of()
                : value instanceof Object[] array ? Arrays.asList(array)
                : value instanceof Collection<?> collection ? collection : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Object element : values) {
            if (!(element instanceof String text)) {
                throw new DeclarationException(reason, name + " is not a text or a list of texts");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** A text; null if it is missing or blank, as an annotation writes what is not set. */
    String text(String name) throws DeclarationException {
        Object value = source.apply(name);
        if (value != null && !(value instanceof String)) {
            throw new DeclarationException(FailedReason.BAD_PROPERTY, name + " is not a text");
        }
        return value == null || ((String) value).isBlank() ? null : (String) value;
    }

    /** A Boolean or its text; false if it is missing. */
    boolean flag(String name) throws DeclarationException {
        Object value = source.apply(name);
        String text = value == null ? "false" : value.toString();
        if (!(value == null || value instanceof Boolean || value instanceof String)
                || !"true".equalsIgnoreCase(text) && !"false".equalsIgnoreCase(text)) {
            throw new DeclarationException(FailedReason.BAD_PROPERTY, name + " is neither true nor false");
        }
        return Boolean.parseBoolean(text);
    }

    /** A whole number from 0 or its text; 0 if it is missing. */
    long number(String name, String unit) throws DeclarationException {
        Object value = source.apply(name);
        try {
            long number = value == null ? 0
                    : value instanceof String text ? Long.parseLong(text.trim())
                    : value instanceof Long || value instanceof Integer ? ((Number) value).longValue() : -1;
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new DeclarationException(FailedReason.BAD_PROPERTY, name + " is not a whole number of " + unit);
    }
}
