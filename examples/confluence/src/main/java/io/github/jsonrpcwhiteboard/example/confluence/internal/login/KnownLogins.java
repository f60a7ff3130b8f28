package io.github.jsonrpcwhiteboard.example.confluence.internal.login;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logins that were checked before, since checking a password is slow on purpose, and callers with HTTP Basic send it
 * with every call. Wrong ones too: those of the host's users are wrong here with every call. Keeps no password, but a
 * keyed hash of it together with its stored hash: another password makes it worthless. Safe for use by several threads.
 */
final class KnownLogins {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_SIZE = 1000;

    private final SecretKeySpec key;
    private final BiPredicate<String, String> slowCheck;
    /** Two, so that nobody drives out the good ones by guessing. Each guarded by itself. */
    private final Map<ByteBuffer, Boolean> good = new Latest();
    private final Map<ByteBuffer, Boolean> wrong = new Latest();

    KnownLogins() {
        this(Password::matches);
    }

    /** @param slowCheck whether a password has a hash */
    KnownLogins(BiPredicate<String, String> slowCheck) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.slowCheck = slowCheck;
    }

    /** Whether a user's password has this hash. */
    boolean matches(String user, String password, String hash) {
        ByteBuffer login = digest(user, password, hash);
        if (isIn(good, login)) {
            return true;
        }
        if (isIn(wrong, login)) {
            return false;
        }
        boolean matches = slowCheck.test(password, hash);
        Map<ByteBuffer, Boolean> known = matches ? good : wrong;
        synchronized (known) {
            known.put(login, true);
        }
        return matches;
    }

    /** By get, which counts as a use; containsKey does not. */
    private static boolean isIn(Map<ByteBuffer, Boolean> known, ByteBuffer login) {
        synchronized (known) {
            return known.get(login) != null;
        }
    }

    /** Of the user too: all unknown users have the same hash, and one must not answer faster after another. */
    private ByteBuffer digest(String user, String password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : new String[] {user, password, hash}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // the length keeps "ab" + "c" and "a" + "bc" apart
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** Forgets what has not been used for the longest time. */
    private static final class Latest extends LinkedHashMap<ByteBuffer, Boolean> {

        private static final long serialVersionUID = 1L;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > MAX_SIZE;
        }
    }
}
