package io.github.jsonrpcwhiteboard.internal.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Replies that a client need not get again as long as they stay the same (RFC 9110, sections 8.8.3 and 13.1.2). */
final class Cached {

    private static final int TAG_BYTES = 12;

    private Cached() {
    }

    /** A body with its tag, or, if the client has it already, that it has not changed. */
    static HttpReply reply(HttpExchange exchange, String contentType, byte[] body) {
        String tag = "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash(body), TAG_BYTES))
                + "\"";
        HttpReply reply = isKnown(exchange, tag) ? new HttpReply(304, null) : new HttpReply(contentType, body);
        return reply.header("ETag", tag);
    }

    private static boolean isKnown(HttpExchange exchange, String tag) {
        for (String value : exchange.headers("If-None-Match")) {
            for (String known : value.split(",")) {
                String bare = known.trim().replaceFirst("^W/", "");
                if (bare.equals(tag) || bare.equals("*")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
