package io.github.jsonrpcwhiteboard.oauth.signed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Dictionary;
import java.util.Set;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.oauth.config.Settings;

/**
 * Who may sign requests, with a secret or a private key. Calls as {@code user}, or as one of those that it may
 * impersonate. Its text form has no secret.
 */
public final class Consumer {

    private static final String ANYONE = "*";

    private final String key;
    private final String secret;
    private final PublicKey publicKey;
    private final String user;
    private final Set<String> roles;
    private final Set<String> impersonate;

    private Consumer(Settings settings) throws BadSetting {
        key = settings.required("consumerKey");
        secret = settings.text("secret");
        String pem = settings.text("publicKey");
        Path file = settings.file("publicKeyFile");
        user = settings.text("user", key);
        roles = Set.copyOf(settings.list("roles"));
        impersonate = Set.copyOf(settings.list("impersonate"));
        settings.refuseOthers();
        if ((secret == null ? 0 : 1) + (pem == null ? 0 : 1) + (file == null ? 0 : 1) != 1) {
            throw new BadSetting("secret", "is needed, or publicKey or publicKeyFile, but only one of them");
        }
        publicKey = file != null ? PemKey.read("publicKeyFile", text(file))
                : pem != null ? PemKey.read("publicKey", pem) : null;
    }

    /**
     * A consumer as a configuration says.
     *
     * @param values the configuration
     * @return the consumer
     * @throws BadSetting if a key is missing, bad or unknown
     */
    public static Consumer of(Dictionary<String, ?> values) throws BadSetting {
        return new Consumer(new Settings(values));
    }

    private static String text(Path file) throws BadSetting {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadSetting("publicKeyFile", "cannot be read as text");
        }
    }

    /**
     * What it calls itself.
     *
     * @return the consumer key
     */
    public String key() {
        return key;
    }

    Set<String> roles() {
        return roles;
    }

    String user() {
        return user;
    }

    boolean mayImpersonate(String name) {
        return impersonate.contains(ANYONE) || impersonate.contains(name);
    }

    /** A secret is for the HMAC methods, a public key for those of RSA; neither is ever used as the other. */
    boolean hasSigned(SignatureMethod method, String baseString, byte[] signature) {
        if (method.isShared() != (secret != null)) {
            return false;
        }
        return method.isShared() ? method.isGood(secret, baseString, signature)
                : method.isGood(publicKey, baseString, signature);
    }

    @Override
    public String toString() {
        return "Consumer[key=" + key + "]";
    }
}
