package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.oauth.config.Settings;

/** How JWT access tokens are checked. */
record JwtSettings(String issuer, Set<String> audience, Set<JWSAlgorithm> algorithms, List<String> types,
        int skewSeconds) {

    private static final String[] ASYMMETRIC = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"};

    /** Null if neither {@code jwksUri} nor {@code jwksFile} is there. */
    static TokenCheck read(Settings settings, Http http, boolean plainHttp) throws BadSetting {
        URI uri = settings.url("jwksUri", plainHttp);
        Path file = settings.file("jwksFile");
        List<String> names = settings.list("algorithms", ASYMMETRIC);
        List<String> types = settings.list("tokenTypes", "at+jwt");
        int skew = settings.number("clockSkewSeconds", 60, 0, 600);
        int cache = settings.number("jwksCacheSeconds", 300, 2, 86_400);
        int pause = settings.number("jwksMinRefreshSeconds", 30, 1, 3600);
        int outage = settings.number("jwksOutageSeconds", 3600, 1, 86_400);
        if (uri == null && file == null) {
            return null;
        }
        if (uri != null && file != null) {
            throw new BadSetting("jwksFile", "is there, and jwksUri too; leave one of them out");
        }
        if (pause >= cache) {
            throw new BadSetting("jwksMinRefreshSeconds", "must be less than jwksCacheSeconds");
        }
        String issuer = settings.required("issuer");
        Set<String> audience = Set.copyOf(settings.list("audience"));
        if (audience.isEmpty()) {
            throw new BadSetting("audience", "is missing: a token for another server must not open this one");
        }
        Set<JWSAlgorithm> algorithms = algorithms(names, file != null);
        JWKSourceBuilder<SecurityContext> builder = uri == null ? JWKSourceBuilder.create(keys(file))
                : JWKSourceBuilder.create(toUrl(uri), url -> new Resource(http.get(uri), "application/json"));
        // no refresh ahead: it has threads that outlive the bundle
        JWKSource<SecurityContext> keys = builder.refreshAheadCache(false)
                .cache(Duration.ofSeconds(cache).toMillis(), http.limit().toMillis())
                .rateLimited(Duration.ofSeconds(pause).toMillis())
                .outageTolerant(Duration.ofSeconds(outage).toMillis()).build();
        return new JwtCheck(new JwtSettings(issuer, audience, algorithms, types, skew), keys);
    }

    private static KeyFile keys(Path file) throws BadSetting {
        KeyFile keys = new KeyFile(file);
        try {
            keys.getJWKSet(null, 0, null);
            return keys;
        } catch (KeySourceException e) {
            throw new BadSetting("jwksFile", e.getMessage());
        }
    }

    /** Secrets are only read from a file: who serves a secret at a URL gives it away. */
    private static Set<JWSAlgorithm> algorithms(List<String> names, boolean secrets) throws BadSetting {
        Set<JWSAlgorithm> known = new DefaultJWSVerifierFactory().supportedJWSAlgorithms();
        Set<JWSAlgorithm> algorithms = names.stream().map(JWSAlgorithm::new).collect(Collectors.toSet());
        for (JWSAlgorithm algorithm : algorithms) {
            if (!known.contains(algorithm) || algorithm.equals(JWSAlgorithm.ES256K)) {
                throw new BadSetting("algorithms", "has one that is not supported, take from " + String.join(", ",
                        ASYMMETRIC) + " and, with jwksFile, HS256, HS384, HS512");
            }
            if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm) && !secrets) {
                throw new BadSetting("algorithms", "has one of the HS family, which needs jwksFile");
            }
        }
        return algorithms;
    }

    private static URL toUrl(URI uri) throws BadSetting {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new BadSetting("jwksUri", "must be a URL");
        }
    }
}
