package io.github.jsonrpcwhiteboard.oauth.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature methods (RFC 5849, section 3.4, and the same with SHA-256). PLAINTEXT is none: it can be replayed. */
enum SignatureMethod {

    HMAC_SHA1("HMAC-SHA1", "HmacSHA1", true),
    HMAC_SHA256("HMAC-SHA256", "HmacSHA256", true),
    RSA_SHA1("RSA-SHA1", "SHA1withRSA", false),
    RSA_SHA256("RSA-SHA256", "SHA256withRSA", false);

    private final String id;
    private final String algorithm;
    private final boolean shared;

    SignatureMethod(String id, String algorithm, boolean shared) {
        this.id = id;
        this.algorithm = algorithm;
        this.shared = shared;
    }

    static Optional<SignatureMethod> of(String id) {
        return Arrays.stream(values()).filter(method -> method.id.equals(id)).findAny();
    }

    String id() {
        return id;
    }

    /** Whether it is made with a shared secret, not with a private key. */
    boolean isShared() {
        return shared;
    }

    /** Without tokens, the key is the secret and an empty token secret. */
    byte[] hmac(String secret, String tokenSecret, String baseString) {
        String key = Parameter.encode(Parameter.bytes(secret)) + "&" + Parameter.encode(Parameter.bytes(tokenSecret));
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), algorithm));
            return mac.doFinal(baseString.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    boolean isGood(String secret, String baseString, byte[] signature) {
        return MessageDigest.isEqual(hmac(secret, "", baseString), signature);
    }

    boolean isGood(PublicKey key, String baseString, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(baseString.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }
}
