package io.github.jsonrpcwhiteboard.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** A request as authenticators see it. */
final class Credentials implements AuthenticationRequest {

    private static final String BASIC = "Basic ";

    private final HttpExchange exchange;
    private final boolean basic;
    private final Optional<PasswordCredentials> password;

    Credentials(HttpExchange exchange) {
        this.exchange = exchange;
        String header = exchange.header("Authorization");
        this.basic = header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length());
        this.password = basic ? read(header.substring(BASIC.length()).trim()) : Optional.empty();
    }

    @Override
    public Optional<PasswordCredentials> password() {
        return password;
    }

    private static Optional<PasswordCredentials> read(String base64) {
        String text = decode(base64);
        int colon = text == null ? -1 : text.indexOf(':');
        return colon < 0 ? Optional.empty()
                : Optional.of(new PasswordCredentials(text.substring(0, colon), text.substring(colon + 1)));
    }

    /** Whether there are credentials of HTTP Basic that cannot be read. They must not count as none at all. */
    boolean areUnreadable() {
        return basic && password.isEmpty();
    }

    /** UTF-8, or ISO-8859-1 where it is not: older clients know no other (RFC 7617, section 2.1 and appendix B.3). */
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
    public String method() {
        return exchange.method();
    }

    @Override
    public String url() {
        return exchange.requestUrl();
    }

    @Override
    public String query() {
        return exchange.queryString();
    }

    @Override
    public List<String> headers(String name) {
        return exchange.headers(name);
    }

    @Override
    public String remoteAddress() {
        return exchange.remoteAddress();
    }
}
