package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** Issues tokens, and serves its keys over HTTP; a test can make it misbehave. */
final class Issuer implements AutoCloseable {

    static final String NAME = "https://issuer.example.com/";
    static final String AUDIENCE = "https://rpc.example.com/";
    static final RSAKey FIRST = key("first");
    static final RSAKey SECOND = key("second");

    final AtomicInteger asked = new AtomicInteger();
    volatile RSAKey key = FIRST;
    /** While it is not null, nothing is answered. */
    volatile CountDownLatch held;
    /** Whether the head of the answer comes before the wait. */
    volatile boolean headFirst;
    volatile int status = 200;
    volatile String answer;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Issuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            respond(exchange, answer == null ? new JWKSet(key.toPublicJWK()).toString() : answer);
        });
        server.start();
    }

    void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void respond(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        CountDownLatch latch = held;
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (latch != null && !headFirst) {
                latch.await();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.flush();
                if (latch != null && headFirst) {
                    latch.await();
                }
                out.write(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A configuration that takes its JWTs. */
    Hashtable<String, Object> settings() {
        Hashtable<String, Object> settings = new Hashtable<>();
        settings.put("issuer", NAME);
        settings.put("audience", AUDIENCE);
        settings.put("jwksUri", url("/jwks"));
        return settings;
    }

    static JWSHeader.Builder header(RSAKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt")).keyID(key.getKeyID());
    }

    static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(NAME).audience(List.of(AUDIENCE)).subject("alice")
                .claim("client_id", "test").jwtID("1").issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600))).claim("scope", "read write");
    }

    static String sign(RSAKey key, JWSHeader header, JWTClaimsSet claims) {
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** A token with the key of now. */
    String token(JWTClaimsSet.Builder claims) {
        return sign(key, header(key).build(), claims.build());
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        CountDownLatch latch = held;
        if (latch != null) {
            latch.countDown();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
