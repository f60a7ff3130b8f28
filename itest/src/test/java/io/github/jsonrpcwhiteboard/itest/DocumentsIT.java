package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.assertRefused;
import static io.github.jsonrpcwhiteboard.itest.Http.basic;
import static io.github.jsonrpcwhiteboard.itest.Http.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** The OpenRPC documents and their index: what is there, as it is now, and for whom. */
public class DocumentsIT extends InContainer {

    private static final String APP = "https://playground.example.org";
    private static final String[] ANN = basic("ann", "ann");
    private static final String[] BOSS = basic("boss", "boss");

    @Inject
    private ConfigurationAdmin admin;

    private ServiceRegistration<?> hall;

    /** The published interface. */
    public interface Vault {

        /**
         * Looks.
         *
         * @return what is there
         */
        String peek();

        /**
         * Takes some.
         *
         * @param pieces how many
         * @return what was there
         */
        String take(int pieces);
    }

    private static final class Safe implements Vault {

        @Override
        public String peek() {
            return "gold";
        }

        @Override
        public String take(int pieces) {
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

    /** Registers endpoints, and an authenticator to whom name and password are the same, and a role. */
    @Before
    public void register() {
        String narrowed = JsonRpcConstants.METHOD_ROLES + "take";
        hall = register(Vault.class, new Safe(), open("city/hall", narrowed, "boss", JsonRpcConstants.TITLE, "Hall"));
        register(Vault.class, new Safe(), guarded("vault"));
        register(Vault.class, new Safe(), guarded("office", JsonRpcConstants.ROLES, "boss"));
        Authenticator authenticator = request -> request.password().map(p -> p.user().equals(p.password())
                ? Authentication.accepted(p.user(), List.of(p.user())) : Authentication.refused())
                .orElse(Authentication.notMine());
        register(Authenticator.class, authenticator, null);
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = http.at("rpc/openrpc" + path);
        return http.send(headers.length == 0 ? request : request.headers(headers));
    }

    private List<String> index(String... headers) {
        HttpResponse<String> response = get("", headers);
        assertEquals(200, response.statusCode());
        return json(response.body()).get("endpoints").findValuesAsText("path");
    }

    private static List<String> methods(JsonNode document) {
        return document.get("methods").findValuesAsText("name").stream()
                .filter(name -> Map.of("peek", 1, "take", 1).containsKey(name)).toList();
    }

    /** Everybody sees what everybody may use. */
    @Test
    public void theIndexShowsWhatTheReaderMayUse() {
        assertEquals(List.of("city/hall"), index());
        assertEquals(List.of("city/hall", "vault"), index(ANN));
        assertEquals(List.of("city/hall", "office", "vault"), index(BOSS));
        assertRefused(401, -32001, get("", basic("ann", "wrong")));
        JsonNode index = json(get("", ANN).body());
        assertEquals("ann", index.at("/caller/name").asText());
        JsonNode entry = index.at("/endpoints/0");
        assertEquals("Hall", entry.get("title").asText());
        assertEquals(1, entry.get("methods").asInt());
        assertEquals("/rpc/openrpc/city/hall", entry.get("openrpc").asText());
        assertEquals(http.base().resolve("/rpc/json-rpc/city/hall").toString().replace("127.0.0.1", "localhost"),
                entry.get("url").asText().replace("127.0.0.1", "localhost"));
    }

    /** An endpoint that one may not use tells nothing. */
    @Test
    public void aDocumentIsForThoseWhoMayCall() {
        assertEquals(List.of("peek"), methods(json(get("/city/hall").body())));
        assertEquals(List.of("peek", "take"), methods(json(get("/city/hall", BOSS).body())));
        assertRefused(401, -32001, get("/vault"));
        assertEquals(200, get("/vault", ANN).statusCode());
        assertRefused(403, -32003, get("/office", ANN));
        assertRefused(404, -32600, get("/nothing"));
        assertRefused(404, -32600, get("/city"));
    }

    /** The document is the same whichever way one asks. */
    @Test
    public void discoverAnswersTheDocument() {
        JsonNode document = json(get("/city/hall").body());
        JsonNode answer = json(http.post("city/hall",
                "{\"jsonrpc\": \"2.0\", \"method\": \"rpc.discover\", \"id\": 1}").body());
        assertEquals(document, answer.get("result"));
        assertEquals(document, http.light("city/hall/rpc.discover", ""));
        assertEquals(http.post("city/hall", "{\"jsonrpc\": \"2.0\", \"method\": \"rpc.discover\"}").statusCode(), 204);
        assertTrue(document.at("/servers/0/url").asText().endsWith("/rpc/json-rpc/city/hall"));
    }

    /** Clients need not get again what they have, and get what has changed. */
    @Test
    public void whatHasNotChangedIsNotSent() {
        HttpResponse<String> first = get("/city/hall");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals("application/json", first.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("private, no-cache", first.headers().firstValue("Cache-Control").orElseThrow());
        HttpResponse<String> second = get("/city/hall", "If-None-Match", "\"other\", W/" + tag);
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
        assertEquals(tag, second.headers().firstValue("ETag").orElseThrow());
        hall.setProperties(open("city/hall", JsonRpcConstants.VERSION, "2"));
        HttpResponse<String> third = get("/city/hall", "If-None-Match", tag);
        assertEquals(200, third.statusCode());
        assertEquals("2", json(third.body()).at("/info/version").asText());
        String index = get("").headers().firstValue("ETag").orElseThrow();
        hall.unregister();
        assertEquals(404, get("/city/hall").statusCode());
        assertNotEquals(index, get("", "If-None-Match", index).headers().firstValue("ETag").orElseThrow());
    }

    /** Nothing else can be done here. */
    @Test
    public void documentsAreOnlyRead() {
        HttpResponse<String> post = http.send(http.at("rpc/openrpc/city/hall")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertRefused(405, -32600, post);
        assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElseThrow());
        HttpResponse<String> head = http.send(http.at("rpc/openrpc/city/hall")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    /**
     * What a page such as the OpenRPC playground needs: to discover from a configured origin.
     *
     * @throws IOException if the configuration cannot be written
     */
    @Test
    public void aConfiguredOriginMayDiscover() throws IOException {
        Configurator configurator = new Configurator(admin);
        configurator.set(Map.of("origins", APP), () -> get("").headers().firstValue("Vary").orElse("")
                .contains("Origin"));
        try {
            HttpResponse<String> preflight = http.send(http.request("city/hall")
                    .headers("Origin", APP, "Access-Control-Request-Method", "POST",
                            "Access-Control-Request-Headers", "content-type")
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
            assertEquals("POST", preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow());
            for (HttpResponse<String> answer : List.of(get("/city/hall", "Origin", APP),
                    http.post("city/hall", "{\"jsonrpc\": \"2.0\", \"method\": \"rpc.discover\", \"id\": 1}",
                            "Origin", APP))) {
                assertEquals(200, answer.statusCode());
                assertEquals(APP, answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
            }
            assertFalse(get("/city/hall", "Origin", "https://evil.example").headers()
                    .firstValue("Access-Control-Allow-Origin").isPresent());
        } finally {
            configurator.reset(() -> !get("").headers().firstValue("Vary").orElse("").contains("Origin"));
        }
    }

    /** A role for one of several methods of a name cannot be asked for, and must not seem to be. */
    @Test
    public void rolesAreForAllMethodsOfAName() {
        register(Vault.class, new Safe(), open("odd", JsonRpcConstants.METHOD_ROLES + "take(pieces)", "boss"));
        assertRefused(404, -32600, get("/odd"));
    }
}
