package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

import io.github.jsonrpcwhiteboard.internal.binding.Limits;

/**
 * The configuration in force. Immutable.
 *
 * @param prefix URL path, begins with a slash and does not end with one; empty for the root
 * @param contextSelect filter for the HTTP whiteboard context, empty for the default one
 * @param origins origins of other sites whose pages may call, in lower case
 * @param hosts names by which the server may be called, in lower case; empty: any
 * @param hidesForbidden whether a method that the caller may not use looks as if it did not exist
 * @param adminRole role of those who may see what is failed or shadowed
 * @param jaasRealm JAAS realm that checks passwords, empty for none
 * @param loginAttempts failed logins from an address after which it must wait
 * @param limits what a request may cost
 */
public record Settings(String prefix, String contextSelect, Set<String> origins, Set<String> hosts,
        boolean hidesForbidden, String adminRole, String jaasRealm, int loginAttempts, Limits limits) {

    /** Keys that Config Admin and its tools add. */
    private static final List<String> FOREIGN = List.of("service.", "felix.", "component.", "osgi.", "webconsole.");

    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*");
    private static final Pattern ORIGIN = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[^/*\\s]+");

    /** As in a Host header, without the port. */
    private static final Pattern HOST = Pattern.compile("[^\\s/:*@\\[\\]]+|\\[[0-9A-Fa-f:.]+\\]");

    /** Beyond these a limit would not protect any more: of arrays, of the stack, of quadratic time. */
    private static final Map<String, Integer> MAX = Map.of("body.limit", 1 << 30, "response.limit", 1 << 30,
            "nesting.limit", 1000, "number.limit", Limits.MAX_NUMBER);

    /**
     * Reads a configuration. A value that cannot be used is told, and the default is used.
     *
     * @param properties the configured values; empty for all defaults
     * @param problems gets one sentence for each problem
     * @return the settings
     */
    public static Settings of(Map<String, Object> properties, Consumer<String> problems) {
        Map<String, Object> values = new HashMap<>();
        Set<String> unknown = new TreeSet<>(properties.keySet());
        for (Method key : Configuration.class.getDeclaredMethods()) {
            String name = key.getName().replace('_', '.');
            unknown.remove(name);
            Object value = properties.get(name);
            long max = MAX.getOrDefault(name, Integer.MAX_VALUE);
            Object converted = value == null ? null : convert(value, key.getReturnType(), max);
            String problem = value == null ? null
                    : converted == null ? "is not " + describe(key.getReturnType(), max) : check(name, converted);
            if (problem != null) {
                problems.accept(name + " " + problem + ", using the default");
                converted = null;
            }
            values.put(name, converted == null ? key.getDefaultValue() : converted);
        }
        checkHosts((String[]) values.get("hosts"), problems);
        unknown.stream().filter(name -> FOREIGN.stream().noneMatch(name::startsWith))
                .forEach(name -> problems.accept(name + " is not known"));
        return new Settings(prefix((String) values.get("prefix")), ((String) values.get("context.select")).trim(),
                lowerCase((String[]) values.get("origins")), lowerCase((String[]) values.get("hosts")),
                (boolean) values.get("hide.forbidden"), ((String) values.get("admin.role")).trim(),
                ((String) values.get("jaas.realm")).trim(), (int) values.get("login.attempts"), limits(values));
    }

    /** What is wrong with a text or with texts that are of the right type, null if nothing is. */
    private static String check(String name, Object value) {
        switch (name) {
            case "prefix":
                return PREFIX.matcher(prefix((String) value)).matches() ? null : "is not a path of plain characters";
            case "context.select":
                return isFilter(((String) value).trim()) ? null : "is not a filter, as (name=value)";
            case "origins":
                return Arrays.stream((String[]) value).allMatch(origin -> ORIGIN.matcher(origin).matches()) ? null
                        : "has something that is no origin, as https://app.example.org";
            default:
                return null;
        }
    }

    /** What nobody can call by is kept all the same: without it any name might be allowed. */
    private static void checkHosts(String[] hosts, Consumer<String> problems) {
        List<String> bad = Arrays.stream(hosts).filter(host -> !HOST.matcher(host).matches()).toList();
        if (!bad.isEmpty()) {
            problems.accept("hosts has " + String.join(", ", bad) + ", by which nobody can call: write only the name, "
                    + "as localhost, 127.0.0.1 or [::1], without scheme, port and path");
        }
    }

    private static boolean isFilter(String text) {
        try {
            return text.isEmpty() || FrameworkUtil.createFilter(text) != null;
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }

    private static Limits limits(Map<String, Object> values) {
        return new Limits((int) values.get("body.limit"), (int) values.get("batch.limit"),
                (int) values.get("nesting.limit"), (int) values.get("number.limit"), (int) values.get("string.limit"),
                (int) values.get("names.limit"), (int) values.get("response.limit"), (long) values.get("timeout"),
                (long) values.get("batch.timeout"), (int) values.get("calls.limit"), (int) values.get("waiting.limit"),
                (int) values.get("endpoint.calls.limit"), (int) values.get("method.limit"),
                (int) values.get("id.limit"));
    }

    /** The value as the type, null if it is none; a number must be from 1 to a maximum. */
    private static Object convert(Object value, Class<?> type, long max) {
        if (type == String.class) {
            return value instanceof String ? value : null;
        }
        if (type == String[].class) {
            Stream<?> elements = value instanceof Collection<?> collection ? collection.stream()
                    : value.getClass().isArray()
                    ? Stream.iterate(0, i -> i < Array.getLength(value), i -> i + 1).map(i -> Array.get(value, i))
                    : Arrays.stream(value.toString().split(","));
            return elements.map(String::valueOf).map(String::trim).filter(s -> !s.isEmpty()).toArray(String[]::new);
        }
        if (type == boolean.class) {
            String text = value.toString().trim().toLowerCase(Locale.ROOT);
            return "true".equals(text) || "false".equals(text) ? (Object) Boolean.valueOf(text) : null;
        }
        try {
            long number = Long.parseLong(value.toString().trim());
            return number < 1 || number > max ? null : type == long.class ? (Object) number : (Object) (int) number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String describe(Class<?> type, long max) {
        return type == String.class ? "a text" : type == boolean.class ? "true or false"
                : "a whole number from 1 to " + max;
    }

    private static String prefix(String configured) {
        String path = configured.trim();
        String leading = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
        return leading.replaceAll("/+$", "");
    }

    private static Set<String> lowerCase(String[] configured) {
        return Set.copyOf(Arrays.stream(configured).map(o -> o.toLowerCase(Locale.ROOT)).toList());
    }
}
