package io.github.jsonrpcwhiteboard.oauth.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

import com.google.api.client.auth.oauth.OAuthHmacSha256Signer;
import com.google.api.client.auth.oauth.OAuthHmacSigner;
import com.google.api.client.auth.oauth.OAuthParameters;
import com.google.api.client.auth.oauth.OAuthRsaSigner;
import com.google.api.client.auth.oauth.OAuthSigner;
import com.google.api.client.http.GenericUrl;

import io.github.jsonrpcwhiteboard.oauth.Request;

/** Signs with a library of somebody else. */
final class Client {

    static final String URL = "https://rpc.example.com/rpc/calc";
    static final KeyPair KEYS = keys(2048);

    String key = "shop";
    OAuthSigner signer = hmac("secret");
    String timestamp;
    String nonce;
    String token;

    static OAuthSigner hmac(String secret) {
        OAuthHmacSigner signer = new OAuthHmacSigner();
        signer.clientSharedSecret = secret;
        return signer;
    }

    static OAuthSigner hmac256(String secret) {
        return new OAuthHmacSha256Signer(secret);
    }

    static OAuthSigner rsa() {
        OAuthRsaSigner signer = new OAuthRsaSigner();
        signer.privateKey = KEYS.getPrivate();
        return signer;
    }

    /** The library does not have it. */
    static OAuthSigner rsa256() {
        return new OAuthSigner() {

            @Override
            public String getSignatureMethod() {
                return "RSA-SHA256";
            }

            @Override
            public String computeSignature(String baseString) throws GeneralSecurityException {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(KEYS.getPrivate());
                signature.update(baseString.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(signature.sign());
            }
        };
    }

    /** The header for a call. */
    String header(String method, String query) {
        OAuthParameters parameters = new OAuthParameters();
        parameters.consumerKey = key;
        parameters.signer = signer;
        parameters.token = token;
        parameters.version = "1.0";
        parameters.computeNonce();
        parameters.computeTimestamp();
        parameters.nonce = nonce == null ? parameters.nonce : nonce;
        parameters.timestamp = timestamp == null ? parameters.timestamp : timestamp;
        try {
            parameters.computeSignature(method, new GenericUrl(URL + (query == null ? "" : "?" + query)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return parameters.getAuthorizationHeader();
    }

    /** A signed call. */
    Request call(String query) {
        return new Request("POST", URL, query, List.of(header("POST", query)));
    }

    static KeyPair keys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }
}
