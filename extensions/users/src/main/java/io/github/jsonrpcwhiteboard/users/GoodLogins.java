package io.github.jsonrpcwhiteboard.users;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins that were found good a short time ago, because HTTP Basic sends the password with each request and checking
 * its hash is slow on purpose. Keeps no password, only a fast hash under a random key that never leaves this process.
 * Safe for several threads.
 */
final class GoodLogins {

    static final Duration REMEMBERED = Duration.ofMinutes(5);
    static final int MAX_SIZE = 1000;

    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec secret;
    private final LongSupplier nanoTime;

    /** Guarded by itself. Values: the time since when the login is known to be good. */
    private final Map<Key, Long> known = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > MAX_SIZE;
        }
    };

    GoodLogins(LongSupplier nanoTime) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        this.secret = new SecretKeySpec(key, MAC);
        this.nanoTime = nanoTime;
    }

    Key key(String name, String password) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(secret);
            // the length keeps "ab" + "c" and "a" + "bc" apart
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(nameBytes.length).flip());
            mac.update(nameBytes);
            mac.update(password.getBytes(StandardCharsets.UTF_8));
            return new Key(ByteBuffer.wrap(mac.doFinal()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }

    boolean contains(Key key) {
        synchronized (known) {
            Long since = known.get(key);
            if (since != null && nanoTime.getAsLong() - since < REMEMBERED.toNanos()) {
                return true;
            }
            known.remove(key);
            return false;
        }
    }

    void add(Key key) {
        synchronized (known) {
            known.put(key, nanoTime.getAsLong());
        }
    }

    /** The keyed hash of a name and a password. */
    record Key(ByteBuffer hash) {
    }
}
