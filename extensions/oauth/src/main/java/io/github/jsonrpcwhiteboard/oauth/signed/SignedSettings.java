package io.github.jsonrpcwhiteboard.oauth.signed;

import java.net.URI;
import java.util.Dictionary;
import java.util.EnumSet;
import java.util.Set;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.oauth.config.Settings;

/**
 * What holds for all signed requests.
 *
 * @param realm the realm of the challenge
 * @param windowSeconds how far a timestamp may be off, to either side
 * @param maxNonces how many requests of one consumer are remembered
 * @param methods the signature methods that are accepted
 * @param publicOrigin scheme and host that clients see; null if the server sees the same
 */
public record SignedSettings(String realm, int windowSeconds, int maxNonces, Set<SignatureMethod> methods,
        String publicOrigin) {

    /**
     * Settings as a configuration says.
     *
     * @param values the configuration
     * @return the settings
     * @throws BadSetting if a key is bad or unknown
     */
    public static SignedSettings of(Dictionary<String, ?> values) throws BadSetting {
        Settings settings = new Settings(values);
        SignedSettings read = new SignedSettings(settings.quotable("realm", "JSON-RPC"),
                settings.number("windowSeconds", 300, 1, 3600),
                settings.number("maxNonces", 100_000, 1, 10_000_000), methods(settings),
                origin(settings.url("publicOrigin", true)));
        settings.refuseOthers();
        return read;
    }

    private static Set<SignatureMethod> methods(Settings settings) throws BadSetting {
        Set<SignatureMethod> methods = EnumSet.noneOf(SignatureMethod.class);
        for (String name : settings.list("signatureMethods", "HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1", "RSA-SHA256")) {
            methods.add(SignatureMethod.of(name).orElseThrow(() -> new BadSetting("signatureMethods",
                    "has one that is not supported, take from HMAC-SHA1, HMAC-SHA256, RSA-SHA1, RSA-SHA256")));
        }
        return methods;
    }

    private static String origin(URI url) throws BadSetting {
        if (url != null && (url.getRawQuery() != null || !url.getRawPath().matches("/?"))) {
            throw new BadSetting("publicOrigin", "must have no path and no query");
        }
        return url == null ? null : url.getScheme() + "://" + url.getRawAuthority();
    }
}
