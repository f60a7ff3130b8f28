package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;

/** Keys in a file. Read each time; the cache is in front of it. */
final class KeyFile implements JWKSetSource<SecurityContext> {

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext context)
            throws KeySourceException {
        try {
            return JWKSet.load(path.toFile());
        } catch (IOException | ParseException e) {
            throw new JWKSetUnavailableException("the file cannot be read, or is no JWK set");
        }
    }

    @Override
    public void close() {
        // holds nothing
    }
}
