package io.github.jsonrpcwhiteboard.internal.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** From the path of a URL to the path of an endpoint. */
final class Paths {

    private Paths() {
    }

    /**
     * The path below a servlet, each segment decoded once. One slash at the end is ignored. Works on what was sent,
     * since containers differ in how they decode.
     *
     * @return null if a segment is empty, {@code .} or {@code ..}, or cannot be decoded; that is no path of an endpoint
     */
    static String below(HttpExchange exchange) {
        String uri = exchange.requestUri();
        String servletPath = exchange.servletPath();
        int begin = uri.indexOf('/', exchange.contextPath().length()) + 1;
        for (int i = servletPath.indexOf('/'); i >= 0 && begin > 0; i = servletPath.indexOf('/', i + 1)) {
            begin = uri.indexOf('/', begin) + 1;
        }
        if (begin == 0) {
            return "";
        }
        int end = uri.length() > begin && uri.endsWith("/") ? uri.length() - 1 : uri.length();
        String sent = uri.substring(begin, end);
        return isPlain(sent) ? sent : decoded(sent);
    }

    /** Whether there is nothing to decode or to refuse, as with most: saves an array, a list and a join. */
    private static boolean isPlain(String path) {
        char before = '/';
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' || c == ';' || before == '/' && (c == '/' || c == '.')) {
                return false;
            }
            before = c;
        }
        return before != '/';
    }

    private static String decoded(String path) {
        StringJoiner segments = new StringJoiner("/");
        for (String sent : path.split("/", -1)) {
            String segment = decode(withoutParameters(sent));
            if (segment == null || segment.isEmpty() || ".".equals(segment) || "..".equals(segment)
                    || segment.indexOf('/') >= 0) {
                return null;
            }
            segments.add(segment);
        }
        return segments.toString();
    }

    private static String withoutParameters(String segment) {
        int semicolon = segment.indexOf(';');
        return semicolon < 0 ? segment : segment.substring(0, semicolon);
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(segment.charAt(i + 2), 16);
                if (low < 0) {
                    return null;
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A path as a part of a URL. */
    static String encode(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
