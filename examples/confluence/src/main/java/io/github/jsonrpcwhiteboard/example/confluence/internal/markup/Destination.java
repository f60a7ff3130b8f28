package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.regex.Pattern;

/**
 * What a link in wiki markup leads to: the last part of {@code [text|SPACE:Title^file#anchor]}. What is not there is
 * null.
 *
 * @param url an address elsewhere; then there is nothing else
 * @param user the name of a user; then there is nothing else
 * @param space the key of the space, if it is told
 * @param title the title of a page
 * @param file the name of an attachment of that page, or of the page with the link
 * @param anchor a place on that page, or on the page with the link
 */
record Destination(String url, String user, String space, String title, String file, String anchor) {

    private static final Pattern URL = Pattern.compile("(?i)(?:https?|ftp)://.*|mailto:.*", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]+|~.+");

    /** No title with one of these can be told from what else there may be. */
    private static final Pattern SPECIAL = Pattern.compile("[\\[\\]{}\\\\|#^\\p{Cntrl}]|^\\s|\\s$");

    static Destination parse(String text) {
        if (URL.matcher(text).matches()) {
            return new Destination(text, null, null, null, null, null);
        }
        if (text.startsWith("~") && text.indexOf(':') < 0) {
            return new Destination(null, text.substring(1), null, null, null, null);
        }
        String[] beforeAnchor = text.split("#", 2);
        String[] beforeFile = beforeAnchor[0].split("\\^", 2);
        String page = beforeFile[0].strip();
        int colon = page.indexOf(':');
        boolean spaceTold = colon > 0 && colon < page.length() - 1 && KEY.matcher(page.substring(0, colon)).matches();
        String title = spaceTold ? page.substring(colon + 1).strip() : page;
        return new Destination(null, null, spaceTold ? page.substring(0, colon) : null, title.isEmpty() ? null : title,
                beforeFile.length > 1 ? beforeFile[1].strip() : null,
                beforeAnchor.length > 1 ? beforeAnchor[1].strip() : null);
    }

    boolean isNothing() {
        return url == null && user == null && title == null && file == null && anchor == null;
    }

    /** Whether there is a way to write that title. */
    static boolean canHave(String title) {
        return !SPECIAL.matcher(title).find();
    }

    /** Writes the same for another page. The space may be null, if that is clear from where the link is. */
    String to(String otherSpace, String otherTitle) {
        return (otherSpace == null ? "" : otherSpace + ":") + otherTitle + (file == null ? "" : "^" + file)
                + (anchor == null ? "" : "#" + anchor);
    }

    /** Whether that title would be misunderstood if the space were not told. */
    static boolean needsSpace(String title) {
        return title.indexOf(':') >= 0 || title.startsWith("~");
    }
}
