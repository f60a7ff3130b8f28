package io.github.jsonrpcwhiteboard.oauth.signed;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;

/** RSA public keys: PEM of a public key or of a certificate, or the base64 in between. */
final class PemKey {

    private static final int MIN_BITS = 2048;
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    private PemKey() {
    }

    static PublicKey read(String setting, String text) throws BadSetting {
        try {
            PublicKey key = text.contains(CERTIFICATE) ? certified(text) : plain(text);
            if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_BITS) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // said below
        }
        throw new BadSetting(setting, "must be the PEM of an RSA public key (X.509, not PKCS #1) or certificate, of at"
                + " least " + MIN_BITS + " bits");
    }

    private static PublicKey certified(String text) throws GeneralSecurityException {
        byte[] bytes = text.substring(text.indexOf(CERTIFICATE)).getBytes(StandardCharsets.US_ASCII);
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes))
                .getPublicKey();
    }

    private static PublicKey plain(String text) throws GeneralSecurityException {
        String base64 = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", "");
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
