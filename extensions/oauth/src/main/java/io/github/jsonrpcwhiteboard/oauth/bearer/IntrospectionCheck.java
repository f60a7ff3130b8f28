package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

import com.nimbusds.jose.util.JSONObjectUtils;

import io.github.jsonrpcwhiteboard.oauth.config.RareWarning;

/** Asks the authorization server about tokens (RFC 7662), and remembers the good ones for a short time. */
final class IntrospectionCheck implements TokenCheck {

    /** So that made-up tokens and a slow server cannot hold all threads of the HTTP server. */
    static final int MAX_CONCURRENT = 32;

    private static final Logger LOG = System.getLogger(IntrospectionCheck.class.getName());

    private final IntrospectionSettings settings;
    private final Http http;
    private final InstantSource clock;
    private final KnownTokens known;
    private final Semaphore free = new Semaphore(MAX_CONCURRENT);
    private final RareWarning failed = new RareWarning(LOG, System::nanoTime);
    private final RareWarning busy = new RareWarning(LOG, System::nanoTime);

    IntrospectionCheck(IntrospectionSettings settings, Http http, InstantSource clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        this.known = new KnownTokens(settings.cacheSize());
    }

    @Override
    public Map<String, Object> claims(String token) throws BadToken {
        Map<String, Object> claims = known.get(token, clock.instant());
        if (claims == null) {
            claims = ask(token);
            Instant now = clock.instant();
            known.put(token, claims, check(claims, now));
        }
        return claims;
    }

    private Map<String, Object> ask(String token) throws BadToken {
        if (!free.tryAcquire()) {
            busy.log("access tokens are refused, because " + MAX_CONCURRENT
                    + " introspections are already waiting; find out why introspectionUri is slow, or who floods it");
            throw new BadToken("too many introspections at once");
        }
        try {
            Map<String, Object> answer = JSONObjectUtils.parse(http.post(settings.uri(), settings.authorization(),
                    "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&token_type_hint=access_token"));
            if (answer == null) {
                throw new ParseException("null", 0);
            }
            return answer;
        } catch (IOException e) {
            failed.log("access tokens are refused, because they cannot be introspected; check introspectionUri, the"
                    + " client's id and secret, and that server: " + e.getMessage());
            throw new BadToken("the introspection failed");
        } catch (ParseException e) {
            failed.log("access tokens are refused, because the answer of introspectionUri is no JSON object");
            throw new BadToken("the introspection failed");
        } finally {
            free.release();
        }
    }

    /** Until when the answer may be remembered. */
    private Instant check(Map<String, Object> claims, Instant now) throws BadToken {
        refuseIf(!Boolean.TRUE.equals(claims.get("active")), "it is not active");
        refuseIf(claims.get("cnf") != null, "it is bound to a key");
        refuseIf(settings.issuer() != null && claims.get("iss") != null
                && !settings.issuer().equals(claims.get("iss")), "it is of another issuer");
        refuseIf(!settings.audience().isEmpty() && audience(claims.get("aud")).stream()
                .noneMatch(settings.audience()::contains), "it is for another audience");
        Instant notBefore = time(claims.get("nbf"), Instant.MIN);
        refuseIf(now.plus(settings.skew()).isBefore(notBefore), "it is not good yet");
        Instant expiry = time(claims.get("exp"), Instant.MAX);
        refuseIf(expiry != Instant.MAX && !now.minus(settings.skew()).isBefore(expiry), "it has expired");
        Instant end = now.plus(settings.cacheTime());
        return end.isBefore(expiry) ? end : expiry;
    }

    private static void refuseIf(boolean bad, String why) throws BadToken {
        if (bad) {
            throw new BadToken(why);
        }
    }

    private static Collection<?> audience(Object value) {
        return value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
    }

    private static Instant time(Object value, Instant missing) throws BadToken {
        refuseIf(value != null && !(value instanceof Number), "its times are no numbers");
        return value == null ? missing : Instant.ofEpochSecond(Math.max(0,
                Math.min(Instant.MAX.getEpochSecond(), ((Number) value).longValue())));
    }
}
