package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with characters that XML cannot hold, or not without changing them. As in Java, such a character becomes its
 * number in UTF-16 after {@code \}{@code u}, and a backslash becomes two.
 */
final class Escapes {

    private static final String KEPT = "\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}";
    private static final Pattern OTHERS = Pattern.compile("[^" + KEPT + "]");
    private static final Pattern ESCAPED = Pattern.compile("[^" + KEPT + "]|\\\\");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|u\\p{XDigit}{4})");

    private Escapes() {
    }

    static boolean areNeeded(String text) {
        return OTHERS.matcher(text).find();
    }

    static String escape(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group().equals("\\") ? "\\\\" : String.format("\\u%04x", (int) found.group().charAt(0))));
    }

    static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    private static String character(MatchResult found) {
        String escape = found.group(1);
        return escape.equals("\\") ? escape : String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
    }
}
