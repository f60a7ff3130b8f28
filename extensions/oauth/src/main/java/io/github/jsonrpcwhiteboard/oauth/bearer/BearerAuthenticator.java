package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.text.ParseException;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTParser;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** Checks OAuth 2 bearer tokens (RFC 6750) of the {@code Authorization} header. Safe for several threads. */
public final class BearerAuthenticator implements Authenticator {

    private static final Logger LOG = System.getLogger(BearerAuthenticator.class.getName());
    private static final String SCHEME = "Bearer";
    /** RFC 6750, section 2.1. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final int MAX_REASON = 200;

    private final TokenCheck jwt;
    private final TokenCheck introspection;
    private final ClaimNames names;
    private final String challenge;

    /** One of the checks may be null. */
    BearerAuthenticator(TokenCheck jwt, TokenCheck introspection, ClaimNames names, String challenge) {
        this.jwt = jwt;
        this.introspection = introspection;
        this.names = names;
        this.challenge = challenge;
    }

    /**
     * An authenticator as a configuration says.
     *
     * @param values the configuration
     * @return the authenticator
     * @throws BadSetting if a key is missing, bad or unknown
     */
    public static BearerAuthenticator of(Dictionary<String, ?> values) throws BadSetting {
        return BearerSettings.read(values);
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        List<String> headers = request.headers("Authorization");
        if (headers.stream().noneMatch(BearerAuthenticator::isBearer)) {
            return Authentication.notMine();
        }
        try {
            if (headers.size() > 1) {
                throw new BadToken("there are several Authorization headers");
            }
            Map<String, Object> claims = claims(headers.get(0).strip().substring(SCHEME.length()).strip());
            return Authentication.accepted(new Named(names.principal(claims)), names.roles(claims), SCHEME);
        } catch (BadToken e) {
            LOG.log(Level.DEBUG, () -> "access token from " + request.remoteAddress() + " refused: " + clean(e));
            return Authentication.refused();
        }
    }

    /** Asked only if the caller is not logged in, so a token that is there was not good. */
    @Override
    public String challenge(AuthenticationRequest request) {
        boolean refused = request.headers("Authorization").stream().anyMatch(BearerAuthenticator::isBearer);
        return refused ? challenge + ", error=\"invalid_token\", error_description=\"The access token is malformed,"
                + " expired, revoked or not for this server\"" : challenge;
    }

    private static boolean isBearer(String header) {
        String text = header.strip();
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (text.length() == SCHEME.length() || Character.isWhitespace(text.charAt(SCHEME.length())));
    }

    private Map<String, Object> claims(String token) throws BadToken {
        if (!TOKEN.matcher(token).matches()) {
            throw new BadToken("it is malformed");
        }
        TokenCheck check = isSignedJwt(token) && jwt != null ? jwt : introspection;
        if (check == null) {
            throw new BadToken("it is no signed JWT, and there is no introspection");
        }
        return check.claims(token);
    }

    /** An unsigned one counts, and is refused there. */
    private static boolean isSignedJwt(String token) {
        try {
            return !(JWTParser.parse(token) instanceof EncryptedJWT);
        } catch (ParseException e) {
            return false;
        }
    }

    /** Some reasons quote what the token says. */
    private static String clean(BadToken e) {
        String reason = String.valueOf(e.getMessage()).replaceAll("[^\\x20-\\x7E]", "?");
        return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) + "..." : reason;
    }

    private record Named(String getName) implements Principal {
    }
}
