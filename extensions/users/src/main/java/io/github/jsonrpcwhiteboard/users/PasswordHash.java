package io.github.jsonrpcwhiteboard.users;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A salted PBKDF2-HMAC-SHA256 hash of a password. Its text is {@code pbkdf2-sha256$iterations$salt$hash}, salt and hash
 * in base64. Immutable.
 */
final class PasswordHash {

    /** As OWASP recommends for this function; about 0.1 s. */
    static final int ITERATIONS = 600_000;

    private static final int MAX_ITERATIONS = 10_000_000;
    private static final String ID = "pbkdf2-sha256";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a password with a new salt. */
    static PasswordHash of(String password) {
        return of(password, ITERATIONS);
    }

    static PasswordHash of(String password, int iterations) {
        byte[] salt = random(SALT_BYTES);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations));
    }

    /** A hash that no known password has, and that takes as long to check as any other. */
    static PasswordHash unknown(int iterations) {
        return new PasswordHash(iterations, random(SALT_BYTES), random(HASH_BYTES));
    }

    /** Throws IllegalArgumentException, whose message does not show the text. */
    static PasswordHash parse(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(ID)) {
            throw new IllegalArgumentException("the hash is not of the form " + ID + "$iterations$salt$hash");
        }
        try {
            int iterations = Integer.parseInt(parts[1]);
            byte[] salt = Base64.getDecoder().decode(parts[2]);
            byte[] hash = Base64.getDecoder().decode(parts[3]);
            if (iterations > 0 && iterations <= MAX_ITERATIONS && salt.length > 0 && hash.length == HASH_BYTES) {
                return new PasswordHash(iterations, salt, hash);
            }
        } catch (IllegalArgumentException e) {
            // said below, without the text that the exception quotes
        }
        throw new IllegalArgumentException("the hash has a bad number of iterations, salt or value");
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    int iterations() {
        return iterations;
    }

    /** The text to keep. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join("$", ID, Integer.toString(iterations), base64.encodeToString(salt),
                base64.encodeToString(hash));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
