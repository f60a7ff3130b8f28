package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.lang.System.Logger;
import java.text.ParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import io.github.jsonrpcwhiteboard.oauth.config.RareWarning;

/** Checks JWT access tokens (RFC 9068) with the keys of the authorization server. */
final class JwtCheck implements TokenCheck {

    private static final Logger LOG = System.getLogger(JwtCheck.class.getName());
    /** Tokens bound to a key (RFC 7800) are worth nothing without the proof, which bearers do not give. */
    private static final Set<String> PROHIBITED = Set.of("cnf");
    private static final Set<String> REQUIRED = Set.of("iss", "aud", "exp");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final RareWarning noKeys = new RareWarning(LOG, System::nanoTime);

    JwtCheck(JwtSettings settings, JWKSource<SecurityContext> keys) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types(settings.types())));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(settings.algorithms(), keys));
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(settings.audience(), exact, REQUIRED, PROHIBITED);
        claims.setMaxClockSkew(settings.skewSeconds());
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** RFC 9068, section 4: with and without the prefix. A JWT may leave its type out (RFC 7519, section 5.1). */
    private static Set<JOSEObjectType> types(Collection<String> names) {
        Set<JOSEObjectType> types = new LinkedHashSet<>();
        for (String name : names) {
            types.add(new JOSEObjectType(name));
            types.add(new JOSEObjectType("application/" + name.toLowerCase(Locale.ROOT)));
            if (name.equalsIgnoreCase("JWT")) {
                types.add(null);
            }
        }
        return types;
    }

    @Override
    public Map<String, Object> claims(String token) throws BadToken {
        try {
            return processor.process(token, null).getClaims();
        } catch (ParseException e) {
            throw new BadToken("it is no JWT");
        } catch (BadJOSEException e) {
            throw new BadToken(e.getMessage());
        } catch (RateLimitReachedException e) {
            throw new BadToken("its key is not known, and the keys were fetched a short time ago");
        } catch (JOSEException e) {
            noKeys.log("JWT access tokens are refused, because the keys are not available; check jwksUri or jwksFile: "
                    + e.getMessage());
            throw new BadToken("the keys are not available");
        }
    }
}
