package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.assertRefused;
import static io.github.jsonrpcwhiteboard.itest.Http.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** Who may call, and what the service learns of the caller. */
public class SecurityIT extends InContainer {

    /** The published interface. */
    public interface Mirror {

        /**
         * Looks at the call.
         *
         * @return what the service sees
         */
        Face look();

        /**
         * Looks at the call, by parameter.
         *
         * @param before what the caller sends first
         * @param call the call
         * @param after what the caller sends next
         * @return what the service sees
         */
        Face given(String before, CallContext call, String after);
    }

    /**
     * What a service sees of its caller.
     *
     * @param name the caller's name, or null
     * @param scheme how the caller logged in, or null
     * @param roles the caller's roles
     * @param path the endpoint
     * @param method the method
     */
    public record Face(String name, String scheme, Set<String> roles, String path, String method) {

        static Face of(CallContext call) {
            return new Face(call.principal().map(Principal::getName).orElse(null), call.scheme().orElse(null),
                    new TreeSet<>(call.roles()), call.path(), call.method());
        }
    }

    private static final class Glass implements Mirror {

        @Override
        public Face look() {
            return Face.of(CallContext.current());
        }

        @Override
        public Face given(String before, CallContext call, String after) {
            assertEquals("before after", before + ' ' + after);
            return Face.of(call);
        }
    }

    /** Registers an endpoint of each kind. */
    @Before
    public void register() {
        register(Mirror.class, new Glass(), open("open"));
        register(Mirror.class, new Glass(), guarded("guarded"));
        register(Mirror.class, new Glass(), guarded("office", JsonRpcConstants.ROLES, new String[] {"boss", "clerk"}));
    }

    private ServiceRegistration<?> authenticator(int ranking, Authenticator authenticator) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, ranking);
        return register(Authenticator.class, authenticator, properties);
    }

    /** Knows ann with the role clerk and bob with the role guest, who use their names as passwords. */
    private static Authentication knows(AuthenticationRequest request) {
        return request.password().map(p -> switch (p.user() + ':' + p.password()) {
            case "ann:ann" -> Authentication.accepted("ann", List.of("clerk"));
            case "bob:bob" -> Authentication.accepted("bob", List.of("guest"));
            default -> Authentication.refused();
        }).orElse(Authentication.notMine());
    }

    private HttpResponse<String> as(String user, String password, String path) {
        String credentials = Base64.getEncoder().encodeToString((user + ':' + password)
                .getBytes(StandardCharsets.UTF_8));
        return http.post(path, "[]", "Authorization", "Basic " + credentials);
    }

    private static void assertCode(int code, HttpResponse<String> response) {
        assertEquals(response.body(), code, json(response.body()).path("error").path("code").asInt());
    }

    private static void assertFace(String face, HttpResponse<String> response) {
        assertEquals(response.body(), 200, response.statusCode());
        assertEquals(json(face), json(response.body()));
    }

    private static String challenges(HttpResponse<String> response) {
        return String.join(",", response.headers().allValues("WWW-Authenticate"));
    }

    /** Without an authenticator, nobody can log in, and only what is declared open is open. */
    @Test
    public void closedByDefault() {
        assertFace("{\"name\":null,\"scheme\":null,\"roles\":[],\"path\":\"open\",\"method\":\"look\"}",
                http.post("open/look", "[]"));
        for (String path : new String[] {"guarded/look", "guarded", "office/look", "guarded/none"}) {
            HttpResponse<String> refused = assertRefused(401, http.post(path, "[]"));
            assertCode(-32001, refused);
            assertTrue("no challenge", !challenges(refused).isEmpty());
            assertRefused(401, as("ann", "ann", path));
        }
        assertRefused(404, http.post("none/look", "[]"));
    }

    /** HTTP Basic, by an authenticator that comes and goes. */
    @Test
    public void basic() {
        ServiceRegistration<?> registration = authenticator(0, SecurityIT::knows);
        assertFace("{\"name\":\"ann\",\"scheme\":\"Basic\",\"roles\":[\"clerk\"],\"path\":\"guarded\","
                + "\"method\":\"look\"}", as("ann", "ann", "guarded/look"));
        HttpResponse<String> refused = assertRefused(401, http.post("guarded/look", "[]"));
        assertCode(-32001, refused);
        assertTrue(challenges(refused), challenges(refused).startsWith("Basic realm="));
        assertCode(-32001, assertRefused(401, as("ann", "wrong", "guarded/look")));
        assertRefused(401, as("eve", "eve", "guarded/look"));
        for (String header : new String[] {"Basic", "Basic !", "Basic YW5u", "Bearer x", "", "Basic\u0009x"}) {
            assertRefused(401, http.post("guarded/look", "[]", "Authorization", header));
        }
        registration.unregister();
        assertRefused(401, as("ann", "ann", "guarded/look"));
    }

    /** One of the roles is enough, and none is not. */
    @Test
    public void roles() {
        authenticator(0, SecurityIT::knows);
        assertEquals(200, as("ann", "ann", "office/look").statusCode());
        assertCode(-32003, assertRefused(403, as("bob", "bob", "office/look")));
        assertEquals(200, as("bob", "bob", "guarded/look").statusCode());
    }

    /** The context is a parameter that the caller does not see. */
    @Test
    public void contextParameter() {
        authenticator(0, SecurityIT::knows);
        String credentials = "Basic " + Base64.getEncoder().encodeToString("bob:bob".getBytes(StandardCharsets.UTF_8));
        assertFace("{\"name\":\"bob\",\"scheme\":\"Basic\",\"roles\":[\"guest\"],\"path\":\"guarded\","
                + "\"method\":\"given\"}", http.post("guarded/given", "[\"before\",\"after\"]",
                        "Authorization", credentials));
    }

    /** Authenticators are asked in the order of their ranking until one accepts, and each offers its scheme. */
    @Test
    public void several() {
        authenticator(0, SecurityIT::knows);
        authenticator(1, new Bearer());
        assertFace("{\"name\":\"token\",\"scheme\":\"Bearer\",\"roles\":[],\"path\":\"guarded\",\"method\":\"look\"}",
                http.post("guarded/look", "[]", "Authorization", "Bearer 1"));
        assertEquals(200, as("ann", "ann", "guarded/look").statusCode());
        String offered = challenges(assertRefused(401, http.post("guarded/look", "[]")));
        assertTrue(offered, offered.contains("Bearer realm=") && offered.contains("Basic realm="));
    }

    /** An authenticator that throws refuses, and that is one line in the log. */
    @Test
    public void throwingAuthenticator() {
        authenticator(0, request -> {
            throw new IllegalStateException("down");
        });
        try (LogLines log = new LogLines()) {
            assertRefused(401, as("ann", "s3cr3t", "guarded/look"));
            assertEquals(log.messages().toString(), 1, log.messages().size());
            assertTrue(log.messages().toString(), !log.messages().toString().contains("s3cr3t"));
        }
        assertEquals(200, http.post("open/look", "[]").statusCode());
    }

    private static final class Bearer implements Authenticator {

        @Override
        public Authentication authenticate(AuthenticationRequest request) {
            return request.headers("authorization").contains("Bearer 1")
                    ? Authentication.accepted(() -> "token", List.of(), "Bearer") : Authentication.notMine();
        }

        @Override
        public String challenge(AuthenticationRequest request) {
            return "Bearer realm=\"itest\"";
        }
    }
}
