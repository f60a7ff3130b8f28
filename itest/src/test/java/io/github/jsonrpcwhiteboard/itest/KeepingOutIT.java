package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.assertRefused;
import static io.github.jsonrpcwhiteboard.itest.Http.basic;
import static io.github.jsonrpcwhiteboard.itest.Http.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.runtime.dto.FailedServiceDTO;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** What is refused before a service is asked: hosts, pages of other sites, forms, and methods for others. */
public class KeepingOutIT extends InContainer {

    private static final String APP = "https://app.example.org";
    private static final String EVIL = "https://evil.example";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
    private static final String[] ANN = basic("ann", "ann");
    private static final String[] BOSS = basic("boss", "boss");
    private static final String BATCH = "[{\"jsonrpc\":\"2.0\",\"method\":\"peek\",\"id\":1},"
            + "{\"jsonrpc\":\"2.0\",\"method\":\"empty\",\"id\":2},"
            + "{\"jsonrpc\":\"2.0\",\"method\":\"empty\"},"
            + "{\"jsonrpc\":\"2.0\",\"method\":\"peek\",\"id\":3}]";

    @Inject
    private ConfigurationAdmin admin;

    private Configurator configurator;
    private final Safe safe = new Safe();

    /** The published interface. */
    public interface Vault {

        /**
         * Looks.
         *
         * @return what is there
         */
        String peek();

        /**
         * Takes all.
         *
         * @return what was there
         */
        String empty();
    }

    private static final class Safe implements Vault {

        private final AtomicInteger peeked = new AtomicInteger();
        private final AtomicInteger emptied = new AtomicInteger();

        @Override
        public String peek() {
            peeked.incrementAndGet();
            return "gold";
        }

        @Override
        public String empty() {
            emptied.incrementAndGet();
            return "gold";
        }
    }

    /**
     * The container with Configuration Admin.
     *
     * @return its options
     */
    @Override
    @Configuration
    public Option[] container() {
        return options(Containers.host(Containers.BOTH), Containers.configAdmin(), Containers.whiteboard());
    }

    /** Registers the endpoints, and an authenticator to whom name and password are the same, and a role. */
    @Before
    public void register() {
        configurator = new Configurator(admin);
        String narrowed = JsonRpcConstants.METHOD_ROLES + "empty";
        register(Vault.class, safe, open("hall", narrowed, "boss"));
        register(Vault.class, safe, guarded("vault", narrowed, new String[] {"owner", "boss"}));
        register(Vault.class, safe, guarded("office", JsonRpcConstants.ROLES, "boss"));
        Authenticator authenticator = request -> request.password().map(p -> p.user().equals(p.password())
                ? Authentication.accepted(p.user(), List.of(p.user())) : Authentication.refused())
                .orElse(Authentication.notMine());
        register(Authenticator.class, authenticator, null);
    }

    private static String[] and(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }

    private String own() {
        return http.base().getScheme() + "://" + http.base().getAuthority();
    }

    private void assertUntouched() {
        assertEquals(0, safe.peeked.get());
        assertEquals(0, safe.emptied.get());
    }

    private RawConnection.Answer toHost(String host) {
        try (RawConnection connection = new RawConnection(http.base())) {
            connection.send("POST /rpc/json-rpc/hall/peek HTTP/1.1\r\nHost: " + host
                    + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]");
            return connection.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that is not the server's is refused, before all else. */
    @Test
    public void hosts() throws IOException {
        assertEquals(200, toHost("evil.example").status());
        configurator.set("hosts", new String[] {"127.0.0.1", "Rpc.Example.ORG"},
                () -> toHost("evil.example").status() == 403);
        try {
            safe.peeked.set(0);
            for (String host : new String[] {"evil.example", "evil.example:8080", "127.0.0.1.evil.example",
                "127.0.0.1.evil.example:80", "evil.127.0.0.1", "localhost", "xrpc.example.org"}) {
                RawConnection.Answer answer = toHost(host);
                assertEquals(host, 403, answer.status());
                assertEquals(host, -32003, json(answer.body()).path("error").path("code").asInt());
                assertFalse(answer.body(), answer.body().contains("evil"));
            }
            assertUntouched();
            for (String host : new String[] {"127.0.0.1", "127.0.0.1:80", http.base().getAuthority(),
                "rpc.example.org", "RPC.example.org:8443"}) {
                assertEquals(host, 200, toHost(host).status());
            }
        } finally {
            configurator.reset(() -> toHost("evil.example").status() == 200);
        }
    }

    private HttpResponse<String> preflight(String origin) {
        return http.send(http.request("vault/peek").method("OPTIONS", BodyPublishers.noBody())
                .headers("Origin", origin, "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "authorization,content-type"));
    }

    private static void assertHidden(HttpResponse<String> response) {
        assertEquals(List.of(), response.headers().allValues(ALLOW_ORIGIN));
        assertEquals(List.of(), response.headers().allValues(ALLOW_CREDENTIALS));
        assertEquals(List.of(), response.headers().allValues("Access-Control-Allow-Methods"));
    }

    private static void assertExposed(int status, HttpResponse<String> response) {
        assertEquals(response.uri() + ": " + response.body(), status, response.statusCode());
        assertEquals(List.of(APP), response.headers().allValues(ALLOW_ORIGIN));
        assertEquals(List.of("true"), response.headers().allValues(ALLOW_CREDENTIALS));
        assertEquals(List.of("Origin"), response.headers().allValues("Vary"));
    }

    /** Where no origin is configured, no page of another site learns anything. */
    @Test
    public void noOrigins() {
        assertHidden(preflight(APP));
        assertHidden(http.post("hall/peek", "[]", "Origin", APP));
        assertRefused(403, -32003, http.post("vault/peek", "[]", and(ANN, "Origin", APP)));
    }

    /** Pages of an allowed origin may call and see all answers; those of others may not, and see none. */
    @Test
    public void origins() throws IOException {
        configurator.set("origins", APP, () -> preflight(APP).headers().firstValue(ALLOW_ORIGIN).isPresent());
        try {
            for (String other : new String[] {EVIL, "null", APP + ".evil.example", APP + ":444",
                "http" + APP.substring(5), "https://xapp.example.org", "*"}) {
                assertHidden(preflight(other));
                assertEquals(List.of("Origin"), preflight(other).headers().allValues("Vary"));
                assertHidden(assertRefused(403, -32003, http.post("vault/peek", "[]", and(ANN, "Origin", other))));
            }
            assertUntouched();
            HttpResponse<String> preflight = preflight(APP);
            assertExposed(204, preflight);
            assertEquals("POST", preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""));
            String allowed = preflight.headers().firstValue("Access-Control-Allow-Headers").orElse("").toLowerCase();
            assertTrue(allowed, allowed.contains("authorization") && allowed.contains("content-type"));
            String[] page = {"Origin", APP, "Sec-Fetch-Site", "cross-site"};
            assertExposed(200, http.post("vault/peek", "[]", and(ANN, page)));
            assertExposed(200, http.post("vault/none", "[]", and(ANN, page)));
            assertExposed(401, http.post("vault/peek", "[]", page));
            assertExposed(403, http.post("office/peek", "[]", and(ANN, page)));
            assertExposed(404, http.post("none", "[]", page));
            assertExposed(405, http.send(http.request("vault").headers(page).GET()));
            assertEquals(List.of("Origin"), http.post("hall/peek", "[]").headers().allValues("Vary"));
        } finally {
            configurator.reset(() -> preflight(APP).headers().firstValue(ALLOW_ORIGIN).isEmpty());
        }
    }

    /** A star is no origin: credentials are never offered to all. */
    @Test
    public void star() throws IOException {
        try (LogLines log = new LogLines()) {
            configurator.set("origins", "*", () -> !log.messages().isEmpty());
            assertTrue(log.messages().toString(), log.messages().get(0).contains("origins"));
            assertHidden(preflight(EVIL));
            assertHidden(assertRefused(403, -32003, http.post("vault/peek", "[]", and(ANN, "Origin", EVIL))));
        } finally {
            configurator.reset(() -> true);
        }
    }

    /** A password that the browser may have remembered is not taken from pages of other sites. */
    @Test
    public void crossSite() {
        String port = ":" + http.base().getPort();
        for (String origin : new String[] {EVIL, "null", own() + '0', own() + ".evil.example",
            "http://localhost" + port, "http://evil.example" + port, "http://127.0.0.1", ""}) {
            assertRefused(403, -32003, http.post("vault/peek", "[]", and(ANN, "Origin", origin)));
            assertRefused(403, -32003, http.post("vault", BATCH, and(BOSS, "Origin", origin)));
            assertRefused(403, -32003, http.post("hall/peek", "[]", and(ANN, "Origin", origin)));
        }
        for (String site : new String[] {"cross-site", "same-site", "Cross-Site"}) {
            assertRefused(403, -32003, http.post("vault/peek", "[]", and(ANN, "Sec-Fetch-Site", site)));
        }
        assertUntouched();
        assertEquals(200, http.post("vault/peek", "[]", ANN).statusCode());
        assertEquals(200, http.post("vault/peek", "[]", and(ANN, "Origin", own())).statusCode());
        assertEquals(200, http.post("vault/peek", "[]",
                and(ANN, "Origin", own(), "Sec-Fetch-Site", "same-origin")).statusCode());
        assertEquals(200, http.post("vault/peek", "[]", and(ANN, "Sec-Fetch-Site", "none")).statusCode());
        assertEquals("open to all", 200, http.post("hall/peek", "[]", "Origin", EVIL).statusCode());
    }

    /** What a form can send, without a script that the browser would ask about first, is not read. */
    @Test
    public void forms() {
        for (String type : new String[] {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b",
            "text/plain", "text/plain;charset=UTF-8", "text/plain; application/json", "application/jsonx", ""}) {
            HttpRequest.Builder request = http.request("vault/peek").headers(ANN).POST(BodyPublishers.ofString("[]"));
            assertRefused(415, http.send(type.isEmpty() ? request : request.header("Content-Type", type)));
        }
        assertUntouched();
    }

    private static List<String> outcomes(HttpResponse<String> batch) {
        assertEquals(batch.body(), 200, batch.statusCode());
        return json(batch.body()).findParents("jsonrpc").stream().map(answer -> answer.path("id").asText() + ' '
                + (answer.has("error") ? answer.path("error").path("code") : answer.path("result")).asText()).toList();
    }

    /** A method's own roles are asked for in each element of a batch, and the others are answered. */
    @Test
    public void methodRoles() {
        assertEquals(List.of("1 gold", "2 -32003", "3 gold"), outcomes(http.post("vault", BATCH, ANN)));
        assertEquals(List.of("1 gold", "2 -32003", "3 gold"), outcomes(http.post("hall", BATCH, ANN)));
        assertEquals(List.of("1 gold", "2 -32001", "3 gold"), outcomes(http.post("hall", BATCH)));
        assertRefused(401, -32001, http.post("vault", BATCH));
        assertRefused(200, -32003, http.post("vault/empty", "[]", ANN));
        assertRefused(200, -32001, http.post("hall/empty", "[]"));
        assertEquals(0, safe.emptied.get());
        assertEquals(List.of("1 gold", "2 gold", "3 gold"), outcomes(http.post("vault", BATCH, BOSS)));
        assertEquals("\"gold\"", http.post("vault/empty", "[]", BOSS).body());
        assertEquals(3, safe.emptied.get());
    }

    /** Hidden, a method that the caller may not use looks like one that is not there. */
    @Test
    public void hidden() throws IOException {
        configurator.set("hide.forbidden", true,
                () -> Http.error(http.post("vault/empty", "[]", ANN)).path("code").asInt() == -32601);
        try {
            String missing = http.post("vault/vanish", "[]", ANN).body();
            assertEquals(missing.replace("vanish", "empty"), http.post("vault/empty", "[]", ANN).body());
            assertEquals(missing.replace("vanish", "empty"), http.post("hall/empty", "[]").body());
            assertEquals(List.of("1 gold", "2 -32601", "3 gold"), outcomes(http.post("vault", BATCH, ANN)));
            assertEquals(0, safe.emptied.get());
            assertEquals("\"gold\"", http.post("vault/empty", "[]", BOSS).body());
        } finally {
            configurator.reset(() -> Http.error(http.post("vault/empty", "[]", ANN)).path("code").asInt() == -32003);
        }
    }

    /** A misspelt method must not leave the method open that was meant. */
    @Test
    public void misspelt() {
        State state = new State(context);
        for (Object[] bad : new Object[][] {{"rpc.roles.emtpy", "boss"}, {"rpc.roles.Empty", "boss"},
            {"rpc.roles.", "boss"}, {"rpc.roles.empty", 1}, {"rpc.roles", true}, {"rpc.role", "boss"},
            {"rpc.role.empty", "boss"}}) {
            ServiceRegistration<?> registration = register(Vault.class, safe, open("typo", bad));
            assertRefused(404, http.post("typo/empty", "[]"));
            List<FailedServiceDTO> failed = state.failed();
            assertEquals(List.of(FailedServiceDTO.BAD_PROPERTY), failed.stream().map(f -> f.reason).toList());
            assertTrue(failed.get(0).message, failed.get(0).message.contains((String) bad[0]));
            registration.setProperties(open("typo", "rpc.roles.empty", "boss"));
            assertRefused(200, -32001, http.post("typo/empty", "[]"));
            assertEquals(List.of(), state.failed());
            registration.unregister();
        }
        assertUntouched();
    }
}
