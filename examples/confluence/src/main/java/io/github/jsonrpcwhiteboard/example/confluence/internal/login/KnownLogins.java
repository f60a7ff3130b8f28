package io.github.jsonrpcwhiteboard.example.confluence.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Good logins, since checking a password is slow on purpose, and callers with HTTP Basic send it with every call. Keeps
 * no password, but a keyed hash of it together with its stored hash: another password makes it worthless. Safe for use
 * by several threads.
 */
final class KnownLogins {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_SIZE = 1000;

    private final SecretKeySpec key;
    /** Guarded by itself. */
    private final Map<String, byte[]> byUser = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MAX_SIZE;
        }
    };

    KnownLogins() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    boolean contains(String user, String password, String hash) {
        byte[] known;
        synchronized (byUser) {
            known = byUser.get(user);
        }
        return known != null && MessageDigest.isEqual(known, digest(password, hash));
    }

    void add(String user, String password, String hash) {
        byte[] digest = digest(password, hash);
        synchronized (byUser) {
            byUser.put(user, digest);
        }
    }

    private byte[] digest(String password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
