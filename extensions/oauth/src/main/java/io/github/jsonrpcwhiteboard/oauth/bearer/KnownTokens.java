package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens that the server called good a short time ago: a bounded number of them, under their hash, so that no token is
 * kept. Safe for several threads.
 */
final class KnownTokens {

    private final int maxSize;
    private final Map<ByteBuffer, Entry> entries = new LinkedHashMap<>();

    KnownTokens(int maxSize) {
        this.maxSize = maxSize;
    }

    /** What the token says; null if it is not known, or no longer. */
    synchronized Map<String, Object> get(String token, Instant now) {
        ByteBuffer key = hash(token);
        Entry entry = entries.get(key);
        if (entry != null && !now.isBefore(entry.end)) {
            entries.remove(key);
            return null;
        }
        return entry == null ? null : entry.claims;
    }

    synchronized void put(String token, Map<String, Object> claims, Instant end) {
        entries.put(hash(token), new Entry(claims, end));
        if (entries.size() > maxSize) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    synchronized int size() {
        return entries.size();
    }

    private static ByteBuffer hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private record Entry(Map<String, Object> claims, Instant end) {
    }
}
