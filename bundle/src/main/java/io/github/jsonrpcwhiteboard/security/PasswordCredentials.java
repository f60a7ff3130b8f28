package io.github.jsonrpcwhiteboard.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * A user's name and password. The text form does not show the password.
 *
 * @param user the name, not null
 * @param password the password, not null
 */
public record PasswordCredentials(String user, String password) {

    private static final String BASIC = "Basic ";

    /** Refuses null. */
    public PasswordCredentials {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /**
     * Reads credentials of HTTP Basic (RFC 7617): UTF-8, or ISO-8859-1 where it is not, since older clients know no
     * other (section 2.1 and appendix B.3).
     *
     * @param authorization the value of the request header {@code Authorization}; null if there is none
     * @return the credentials; empty if the header is of another scheme, or cannot be read
     */
    public static Optional<PasswordCredentials> basic(String authorization) {
        if (!isBasic(authorization)) {
            return Optional.empty();
        }
        String text = decode(authorization.substring(BASIC.length()).trim());
        int colon = text == null ? -1 : text.indexOf(':');
        return colon < 0 ? Optional.empty()
                : Optional.of(new PasswordCredentials(text.substring(0, colon), text.substring(colon + 1)));
    }

    /**
     * Tells whether a request has credentials of HTTP Basic, of which it is not said that they can be read.
     *
     * @param authorization the value of the request header {@code Authorization}; null if there is none
     * @return whether it is of this scheme
     */
    public static boolean isBasic(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
    }

    private static String decode(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public String toString() {
        return "PasswordCredentials[user=" + user + "]";
    }
}
