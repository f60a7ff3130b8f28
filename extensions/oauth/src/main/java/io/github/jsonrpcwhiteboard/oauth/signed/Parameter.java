package io.github.jsonrpcwhiteboard.oauth.signed;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A name and a value, decoded. Each character stands for one byte: so the base string says byte for byte what was sent,
 * also where that is no UTF-8.
 */
record Parameter(String name, String value) {

    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    /** The parameters of a query, encoded as in a form. */
    static List<Parameter> ofQuery(String query) throws BadRequest {
        List<Parameter> parameters = new ArrayList<>();
        for (String part : query == null ? new String[0] : query.split("&")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                parameters.add(equals < 0 ? new Parameter(decode(part), "")
                        : new Parameter(decode(part.substring(0, equals)), decode(part.substring(equals + 1))));
            }
        }
        return parameters;
    }

    /** A parameter of the header, where a plus stands for itself. */
    static Parameter ofHeader(String name, String value) throws BadRequest {
        return new Parameter(decode(name.replace("+", "%2B")), decode(value.replace("+", "%2B")));
    }

    private static String decode(String text) throws BadRequest {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new BadRequest("a parameter has characters that must be encoded");
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("the encoding of a parameter is malformed");
        }
    }

    /** RFC 5849, section 3.6, of what stands for bytes. */
    static String encode(String bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length() + 16);
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    /** A text as what stands for its bytes. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The value as a text. */
    String text() throws BadRequest {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest("a value is no UTF-8");
        }
    }
}
