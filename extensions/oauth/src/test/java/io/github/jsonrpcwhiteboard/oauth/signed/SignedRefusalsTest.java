package io.github.jsonrpcwhiteboard.oauth.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.oauth.LogCapture;
import io.github.jsonrpcwhiteboard.oauth.Request;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;

/** Each request is the good one but for one thing. */
class SignedRefusalsTest {

    private static final String QUERY = "page=1&name=a%20b";

    private final Client client = new Client();
    private SignedAuthenticator authenticator;

    @BeforeEach
    void control() throws BadSetting {
        authenticator = authenticator(new Hashtable<>());
        assertEquals(Outcome.ACCEPTED, outcome(client.call(QUERY)));
    }

    private static SignedAuthenticator authenticator(Hashtable<String, Object> settings) throws BadSetting {
        Map<String, Consumer> consumers = Stream.of(
                consumer("shop", "secret", "secret", "impersonate", "alice"),
                consumer("plain", "secret", "other"),
                consumer("rsa", "publicKey", Client.pem(Client.KEYS)))
                .collect(Collectors.toMap(Consumer::key, c -> c));
        return new SignedAuthenticator(SignedSettings.of(settings), consumers, new NonceMemory(),
                InstantSource.system());
    }

    private static Consumer consumer(String key, String... pairs) {
        Dictionary<String, Object> values = new Hashtable<>();
        values.put("consumerKey", key);
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        try {
            return Consumer.of(values);
        } catch (BadSetting e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome outcome(Request request) {
        return authenticator.authenticate(request).outcome();
    }

    private void assertRefused(Request request) {
        assertEquals(Outcome.REFUSED, outcome(request));
    }

    private void assertHeaderRefused(String header) {
        assertRefused(new Request("POST", Client.URL, QUERY, List.of(header)));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    @Test
    void replayed() {
        Request request = client.call(QUERY);
        assertEquals(Outcome.ACCEPTED, outcome(request));
        assertRefused(request);
        client.nonce = "same";
        client.timestamp = Long.toString(now());
        assertEquals(Outcome.ACCEPTED, outcome(client.call("a=1")));
        assertRefused(client.call("a=2"));
        client.nonce = "other";
        assertEquals(Outcome.ACCEPTED, outcome(client.call("a=2")));
    }

    @Test
    void replayedAfterTheConfigurationChanged() throws BadSetting {
        Request request = client.call(QUERY);
        NonceMemory nonces = new NonceMemory();
        Map<String, Consumer> consumers = Map.of("shop", consumer("shop", "secret", "secret"));
        SignedSettings settings = SignedSettings.of(new Hashtable<>());
        authenticator = new SignedAuthenticator(settings, consumers, nonces, InstantSource.system());
        assertEquals(Outcome.ACCEPTED, outcome(request));
        authenticator = new SignedAuthenticator(settings, consumers, nonces, InstantSource.system());
        assertRefused(request);
    }

    @Test
    void badNonce() {
        client.nonce = "";
        assertRefused(client.call(QUERY));
        client.nonce = "n".repeat(129);
        assertRefused(client.call(QUERY));
        client.nonce = "n".repeat(128);
        assertEquals(Outcome.ACCEPTED, outcome(client.call(QUERY)));
    }

    @Test
    void oldOrFutureTimestamp() {
        for (long timestamp : new long[] {now() - 302, now() + 302, 0, 137131200, 999999999999L}) {
            client.timestamp = Long.toString(timestamp);
            assertRefused(client.call(QUERY));
        }
        for (String timestamp : List.of("", "x", "-1", "1e9", "+1", "9999999999999", "99999999999999999999")) {
            client.timestamp = timestamp;
            assertRefused(client.call(QUERY));
        }
        client.timestamp = Long.toString(now() - 290);
        assertEquals(Outcome.ACCEPTED, outcome(client.call(QUERY)));
    }

    @Test
    void wrongSecretOrConsumer() {
        client.signer = Client.hmac("Secret");
        assertRefused(client.call(QUERY));
        client.signer = Client.hmac("");
        assertRefused(client.call(QUERY));
        client.signer = Client.hmac("secret");
        client.key = "plain";
        assertRefused(client.call(QUERY));
        client.key = "stranger";
        assertRefused(client.call(QUERY));
    }

    @Test
    void publicKeyAsSecret() {
        client.key = "rsa";
        client.signer = Client.hmac(Client.pem(Client.KEYS));
        assertRefused(client.call(QUERY));
        client.signer = Client.hmac("null");
        assertRefused(client.call(QUERY));
        client.key = "shop";
        client.signer = Client.rsa();
        assertRefused(client.call(QUERY));
    }

    @Test
    void badSignature() {
        String header = client.header("POST", QUERY);
        for (String signature : List.of("", "AAAA", "%3D", "not base64", "%00", "74KNZJeDHnMBp0EMJ9ZHt%2FXKycU%3D")) {
            assertHeaderRefused(header.replaceFirst("oauth_signature=\"[^\"]*\"",
                    "oauth_signature=\"" + signature + "\""));
        }
        assertHeaderRefused(header.replaceFirst(", oauth_signature=\"[^\"]*\"", ""));
        for (String method : List.of("PLAINTEXT", "HMAC-SHA512", "hmac-sha1", "none", "", "HMAC-SHA256")) {
            assertHeaderRefused(header.replace("\"HMAC-SHA1\"", "\"" + method + "\""));
        }
    }

    @Test
    void plaintext() {
        assertHeaderRefused("OAuth oauth_consumer_key=\"shop\", oauth_nonce=\"1\", oauth_timestamp=\"" + now()
                + "\", oauth_signature_method=\"PLAINTEXT\", oauth_signature=\"secret%26\"");
    }

    @Test
    void changedOnTheWay() {
        List<String> header = List.of(client.header("POST", QUERY));
        assertRefused(new Request("GET", Client.URL, QUERY, header));
        assertRefused(new Request("POST", Client.URL + "/", QUERY, header));
        assertRefused(new Request("POST", Client.URL.replace("https", "http"), QUERY, header));
        assertRefused(new Request("POST", Client.URL.replace("example.com", "example.org"), QUERY, header));
        assertRefused(new Request("POST", Client.URL.replace(".com/", ".com:8443/"), QUERY, header));
        for (String query : new String[] {null, "page=2&name=a%20b", "page=1", QUERY + "&more=1", QUERY + "&page=1",
            "page=1&name=a%2520b", QUERY + "&xoauth_requestor_id=alice", "page=1&name=a%zz", "page=1&name=a b\u00e9"}) {
            assertRefused(new Request("POST", Client.URL, query, header));
        }
        assertRefused(new Request("POST", Client.URL, QUERY, List.of(header.get(0).replace("\"1.0\"", "\"1.1\""))));
        assertEquals(Outcome.ACCEPTED, outcome(new Request("POST", Client.URL, "name=a+b&&page=1", header)),
                "the same in other words");
    }

    @Test
    void duplicates() {
        String header = client.header("POST", QUERY);
        assertHeaderRefused(header + ", oauth_nonce=\"x\"");
        assertHeaderRefused(header + ", oauth_consumer_key=\"shop\"");
        assertHeaderRefused(header + ", oauth%5Fconsumer_key=\"shop\"");
        assertHeaderRefused(header + ", realm=\"a\", realm=\"b\"");
        client.nonce = "n";
        assertRefused(client.call("oauth_nonce=n"));
        assertRefused(client.call("oauth%5Ftoken="));
        assertRefused(new Request("POST", Client.URL, QUERY, List.of(header, header)));
        assertRefused(new Request("POST", Client.URL, QUERY, List.of(header, "Basic YTpi")));
    }

    @Test
    void malformed() {
        String good = client.header("POST", QUERY);
        for (String header : List.of("OAuth", "OAuth ", "OAuth x", "OAuth a=b", good + ", x", good + "; a=\"b\"",
                good.replaceFirst("\"", ""), good.replace("shop", "sh%op"), good.replace("shop", "sh\u00f6p"),
                "OAuth " + ",".repeat(10_000), "OAuth " + "a=\"\"".repeat(10_000))) {
            assertHeaderRefused(header);
        }
    }

    @Test
    void tokens() {
        client.token = "made-up";
        assertRefused(client.call(QUERY));
    }

    @Test
    void versions() {
        String header = client.header("POST", QUERY);
        assertHeaderRefused(header.replace("oauth_version=\"1.0\"", "oauth_version=\"2.0\""));
    }

    @Test
    void impersonation() {
        assertEquals(Outcome.ACCEPTED, outcome(client.call("xoauth_requestor_id=alice")));
        for (String query : List.of("xoauth_requestor_id=bob", "xoauth_requestor_id=", "xoauth_requestor_id",
                "xoauth_requestor_id=alice&xoauth_requestor_id=alice", "xoauth_requestor_id=%20",
                "xoauth_requestor_id=Alice", "xoauth_requestor_id=%FF", "xoauth_requestor_id=*")) {
            assertRefused(client.call(query));
        }
        client.key = "plain";
        client.signer = Client.hmac("other");
        assertEquals(Outcome.ACCEPTED, outcome(client.call(null)));
        assertRefused(client.call("xoauth_requestor_id=alice"));
        assertRefused(client.call("xoauth_requestor_id=plain"));
        assertRefused(new Request("POST", Client.URL, null, List.of(client.header("POST", null)
                + ", xoauth_requestor_id=\"alice\"")));
    }

    @Test
    void methodThatIsNotAllowed() throws BadSetting {
        Hashtable<String, Object> settings = new Hashtable<>();
        settings.put("signatureMethods", "HMAC-SHA256, RSA-SHA256");
        authenticator = authenticator(settings);
        assertRefused(client.call(QUERY));
        client.signer = Client.hmac256("secret");
        assertEquals(Outcome.ACCEPTED, outcome(client.call(QUERY)));
    }

    @Test
    void moreThanCanBeRemembered() throws BadSetting {
        Hashtable<String, Object> settings = new Hashtable<>();
        settings.put("maxNonces", 2);
        authenticator = authenticator(settings);
        assertEquals(Outcome.ACCEPTED, outcome(client.call(QUERY)));
        assertEquals(Outcome.ACCEPTED, outcome(client.call(QUERY)));
        try (LogCapture log = new LogCapture(SignedAuthenticator.class.getName())) {
            assertRefused(client.call(QUERY));
            assertRefused(client.call(QUERY));
            assertEquals(1, log.lines().size(), "once a minute");
        }
        client.signer = Client.hmac("other");
        client.key = "plain";
        assertEquals(Outcome.ACCEPTED, outcome(client.call(QUERY)), "the others are not shut out");
    }
}
