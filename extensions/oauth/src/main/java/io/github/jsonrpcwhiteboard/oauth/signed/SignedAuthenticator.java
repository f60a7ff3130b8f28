package io.github.jsonrpcwhiteboard.oauth.signed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcwhiteboard.oauth.config.RareWarning;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/**
 * Checks OAuth 1.0a signed requests (RFC 5849) of consumers that act for themselves: there are no tokens. Safe for
 * several threads.
 */
public final class SignedAuthenticator implements Authenticator {

    private static final Logger LOG = System.getLogger(SignedAuthenticator.class.getName());
    private static final String SCHEME = "OAuth";
    private static final String REQUESTOR = "xoauth_requestor_id";
    private static final int MAX_NONCE = 128;

    private final SignedSettings settings;
    private final Map<String, Consumer> consumers;
    private final NonceMemory nonces;
    private final InstantSource clock;
    private final RareWarning full = new RareWarning(LOG, System::nanoTime);

    /**
     * An authenticator.
     *
     * @param settings what holds for all requests
     * @param consumers those who may sign, by their keys
     * @param nonces the requests that were there
     * @param clock the time
     */
    public SignedAuthenticator(SignedSettings settings, Map<String, Consumer> consumers, NonceMemory nonces,
            InstantSource clock) {
        this.settings = settings;
        this.consumers = Map.copyOf(consumers);
        this.nonces = nonces;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        List<String> headers = request.headers("Authorization");
        if (headers.stream().noneMatch(OAuthHeader::isOne)) {
            return Authentication.notMine();
        }
        try {
            if (headers.size() > 1) {
                throw new BadRequest("there are several Authorization headers");
            }
            return check(request, OAuthHeader.parse(headers.get(0)), Parameter.ofQuery(request.query()));
        } catch (BadRequest e) {
            LOG.log(Level.DEBUG, () -> "signed request from " + request.remoteAddress() + " refused: "
                    + e.getMessage());
            return Authentication.refused();
        }
    }

    @Override
    public String challenge(AuthenticationRequest request) {
        return SCHEME + " realm=\"" + settings.realm() + "\"";
    }

    private Authentication check(AuthenticationRequest request, OAuthHeader header, List<Parameter> query)
            throws BadRequest {
        checkForm(header, query);
        long timestamp = timestamp(header);
        String nonce = header.value("oauth_nonce");
        if (nonce.isEmpty() || nonce.length() > MAX_NONCE) {
            throw new BadRequest("the nonce is missing or too long");
        }
        Consumer consumer = signer(request, header, query);
        String name = name(consumer, query);
        // last, so that only those who know the secret take up memory
        remember(consumer, timestamp, nonce);
        return Authentication.accepted(new Named(name), consumer.roles(), SCHEME);
    }

    private static void checkForm(OAuthHeader header, List<Parameter> query) throws BadRequest {
        if (query.stream().anyMatch(parameter -> parameter.name().startsWith("oauth_"))) {
            throw new BadRequest("parameters of the protocol are in the query as well");
        }
        if (header.has(REQUESTOR)) {
            throw new BadRequest(REQUESTOR + " is in the header, but belongs in the query");
        }
        if (header.has("oauth_version") && !header.value("oauth_version").equals("1.0")) {
            throw new BadRequest("the version is not 1.0");
        }
        if (!header.value("oauth_token").isEmpty()) {
            throw new BadRequest("there is a token, and none is known here");
        }
    }

    private long timestamp(OAuthHeader header) throws BadRequest {
        String text = header.value("oauth_timestamp");
        if (!text.matches("[0-9]{1,12}")) {
            throw new BadRequest("the timestamp is no number");
        }
        long timestamp = Long.parseLong(text);
        if (Math.abs(clock.instant().getEpochSecond() - timestamp) > settings.windowSeconds()) {
            throw new BadRequest("the timestamp is too far off; check the clocks");
        }
        return timestamp;
    }

    private Consumer signer(AuthenticationRequest request, OAuthHeader header, List<Parameter> query)
            throws BadRequest {
        SignatureMethod method = SignatureMethod.of(header.value("oauth_signature_method"))
                .filter(settings.methods()::contains)
                .orElseThrow(() -> new BadRequest("the signature method is not accepted"));
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(header.value("oauth_signature"));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("the signature is no base64");
        }
        List<Parameter> signed = new ArrayList<>(query);
        header.parameters().stream().filter(parameter -> !parameter.name().equals("oauth_signature"))
                .forEach(signed::add);
        String baseString = BaseString.of(request.method(), url(request), signed);
        Consumer consumer = consumers.get(header.value("oauth_consumer_key"));
        if (consumer == null || !consumer.hasSigned(method, baseString, signature)) {
            throw new BadRequest(consumer == null ? "the consumer is not known" : "the signature is wrong");
        }
        return consumer;
    }

    private String url(AuthenticationRequest request) {
        String url = request.url();
        if (settings.publicOrigin() == null) {
            return url;
        }
        int authority = url.indexOf("://") + 3;
        int path = url.indexOf('/', authority);
        return settings.publicOrigin() + (path < 0 ? "" : url.substring(path));
    }

    private static String name(Consumer consumer, List<Parameter> query) throws BadRequest {
        List<Parameter> wanted = query.stream().filter(parameter -> parameter.name().equals(REQUESTOR)).toList();
        if (wanted.isEmpty()) {
            return consumer.user();
        }
        String name = wanted.get(0).text();
        if (wanted.size() > 1 || name.isBlank() || !consumer.mayImpersonate(name)) {
            throw new BadRequest("the consumer " + consumer.key() + " may not impersonate this user");
        }
        return name;
    }

    private void remember(Consumer consumer, long timestamp, String nonce) throws BadRequest {
        long oldest = clock.instant().getEpochSecond() - settings.windowSeconds();
        NonceMemory.Answer answer = nonces.add(consumer.key(), timestamp, nonce, oldest, settings.maxNonces());
        if (answer == NonceMemory.Answer.FULL) {
            full.log("signed requests of the consumer " + consumer.key() + " are refused, because it sends more than "
                    + settings.maxNonces() + " in the window; raise maxNonces, or make windowSeconds less");
        }
        if (answer != NonceMemory.Answer.NEW) {
            throw new BadRequest(answer == NonceMemory.Answer.SEEN ? "it was there before" : "the memory is full");
        }
    }

    private record Named(String getName) implements Principal {
    }
}
