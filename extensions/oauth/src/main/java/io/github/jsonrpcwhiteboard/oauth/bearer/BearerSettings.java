package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.net.URI;
import java.time.Duration;
import java.util.Dictionary;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.oauth.config.Settings;

/** Makes an authenticator of a configuration. */
final class BearerSettings {

    private BearerSettings() {
    }

    static BearerAuthenticator read(Dictionary<String, ?> values) throws BadSetting {
        Settings settings = new Settings(values);
        boolean plainHttp = settings.flag("allowHttp");
        Http http = new Http(Duration.ofMillis(settings.number("timeoutMillis", 5000, 100, 60_000)));
        ClaimNames names = new ClaimNames(settings.text("principalClaim", "sub"), settings.list("roleClaims", "scope"));
        settings.text("issuer");
        settings.list("audience");
        String challenge = challenge(settings);
        TokenCheck jwt = JwtSettings.read(settings, http, plainHttp);
        TokenCheck introspection = IntrospectionSettings.read(settings, http, plainHttp);
        settings.refuseOthers();
        if (jwt == null && introspection == null) {
            throw new BadSetting("jwksUri", "is missing; or set jwksFile or introspectionUri");
        }
        return new BearerAuthenticator(jwt, introspection, names, challenge);
    }

    private static String challenge(Settings settings) throws BadSetting {
        String realm = settings.quotable("realm", "JSON-RPC");
        URI metadata = settings.url("resourceMetadata", true);
        return "Bearer realm=\"" + realm + "\""
                + (metadata == null ? "" : ", resource_metadata=\"" + metadata.toASCIIString() + "\"");
    }
}
