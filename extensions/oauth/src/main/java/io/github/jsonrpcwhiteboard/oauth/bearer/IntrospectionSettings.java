package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.oauth.config.Settings;

/** How opaque access tokens are checked. */
record IntrospectionSettings(URI uri, String authorization, String issuer, Set<String> audience, Duration skew,
        Duration cacheTime, int cacheSize) {

    /** Null if {@code introspectionUri} is not there. */
    static TokenCheck read(Settings settings, Http http, boolean plainHttp) throws BadSetting {
        URI uri = settings.url("introspectionUri", plainHttp);
        String client = settings.text("introspectionClientId");
        String secret = settings.text("introspectionClientSecret");
        int cacheTime = settings.number("introspectionCacheSeconds", 30, 0, 3600);
        int cacheSize = settings.number("introspectionCacheSize", 1000, 1, 1_000_000);
        if (uri == null) {
            return null;
        }
        if (client == null || secret == null) {
            throw new BadSetting(client == null ? "introspectionClientId" : "introspectionClientSecret", "is missing");
        }
        return new IntrospectionCheck(new IntrospectionSettings(uri, basic(client, secret), settings.text("issuer"),
                Set.copyOf(settings.list("audience")),
                Duration.ofSeconds(settings.number("clockSkewSeconds", 60, 0, 600)), Duration.ofSeconds(cacheTime),
                cacheSize), http, InstantSource.system());
    }

    /** RFC 6749, section 2.3.1: both are encoded as in a form before they become Basic. */
    private static String basic(String client, String secret) {
        String both = URLEncoder.encode(client, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "IntrospectionSettings[uri=" + uri + "]";
    }
}
