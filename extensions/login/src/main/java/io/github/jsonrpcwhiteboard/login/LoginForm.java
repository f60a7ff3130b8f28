package io.github.jsonrpcwhiteboard.login;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What was typed. Read from the body alone: a password in a URL, which getParameter would take as well, ends up in logs
 * and histories.
 */
record LoginForm(String user, String password, String from) {

    static final int MAX_BYTES = 8192;

    private static final String TYPE = "application/x-www-form-urlencoded";

    /** Of the wrong type, too long, or garbled. */
    static final class BadFormException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;

        BadFormException(int status) {
            super(null, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    static LoginForm read(HttpServletRequest request) throws IOException, BadFormException {
        String type = request.getContentType();
        if (type == null || !TYPE.equals(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw new BadFormException(415);
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new BadFormException(413);
        }
        Map<String, String> fields = parse(new String(body, StandardCharsets.US_ASCII));
        return new LoginForm(fields.getOrDefault("user", ""), fields.getOrDefault("password", ""),
                fields.getOrDefault("from", ""));
    }

    private static Map<String, String> parse(String body) throws BadFormException {
        Map<String, String> fields = new HashMap<>();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            fields.putIfAbsent(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
        }
        return fields;
    }

    private static String decode(String text) throws BadFormException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadFormException(400);
        }
    }

    /** Some directories take an empty password for an anonymous login, and accept that. */
    boolean isComplete() {
        return !user.isEmpty() && !password.isEmpty();
    }

    @Override
    public String toString() {
        return "LoginForm[user=" + user + "]";
    }
}
