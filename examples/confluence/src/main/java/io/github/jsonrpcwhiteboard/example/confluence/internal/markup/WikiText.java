package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Tag;

/** Tells wiki markup from storage format, and markup from what only looks like it. */
final class WikiText {

    private static final Pattern STORAGE_START = Pattern.compile("\\s*<(?:[A-Za-z/!?])");
    private static final Pattern TAG = Pattern.compile("</?(?:(ac|ri):[a-z]|([a-z][a-z0-9]{0,12})(?=[\\s/>]))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile("\\\\.|\\{(code|noformat)(?::[^}\\n]{0,200})?\\}");

    private WikiText() {
    }

    /** Whether a body is storage format: it begins with a tag, or has one. */
    static boolean isStorage(String body) {
        return STORAGE_START.matcher(body).lookingAt() || TAG.matcher(withoutLiterals(body)).results()
                .anyMatch(tag -> tag.group(1) != null || Tag.isKnownTag(tag.group(2).toLowerCase(Locale.ROOT)));
    }

    /** Wiki markup with spaces in place of code and escaped characters, which are no markup. */
    static String withoutLiterals(String wiki) {
        StringBuilder rest = new StringBuilder(wiki);
        Matcher literal = LITERAL.matcher(wiki);
        int position = 0;
        while (position < wiki.length() && literal.find(position)) {
            position = literal.group(1) == null ? literal.end() : endOfBlock(wiki, literal);
            for (int i = literal.start(); i < position; i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    private static int endOfBlock(String wiki, Matcher start) {
        String last = "{" + start.group(1) + "}";
        int end = wiki.indexOf(last, start.end());
        return end < 0 ? wiki.length() : end + last.length();
    }
}
