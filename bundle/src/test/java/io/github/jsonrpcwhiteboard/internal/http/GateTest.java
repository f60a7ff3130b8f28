package io.github.jsonrpcwhiteboard.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.useradmin.Authorization;

import io.github.jsonrpcwhiteboard.internal.login.NobodyLogsIn;
import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Claims;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Endpoint;

/** Who may call, where nobody but the container checks logins. */
class GateTest {

    private static final Endpoint CLOSED = Claims.endpoint(Map.of("rpc.path", "p"));
    private static final Endpoint OPEN = Claims.endpoint(Map.of("rpc.path", "p", "rpc.anonymous", true));
    private static final String[] ROLES = {"editor", "admin"};
    private static final Endpoint FOR_ROLES = Claims.endpoint(Map.of("rpc.path", "p", "rpc.roles", ROLES));
    private static final Endpoint OPEN_FOR_ROLES =
            Claims.endpoint(Map.of("rpc.path", "p", "rpc.roles", ROLES, "rpc.anonymous", true));
    private static final CrossSite CROSS_SITE = new CrossSite(Set.of("https://app.example.org"));

    private final Gate gate = new Gate(NobodyLogsIn.logins());

    private Caller enter(TestExchange exchange, Endpoint endpoint) throws Refusal {
        return gate.enter(exchange, endpoint, null, CROSS_SITE);
    }

    private HttpReply refused(TestExchange exchange, Endpoint endpoint, int code) {
        Refusal refusal = assertThrows(Refusal.class, () -> enter(exchange, endpoint));
        assertEquals(code, refusal.error().code());
        return refusal.addTo(new HttpReply(refusal.status(), null));
    }

    private static TestExchange ann(String... roles) {
        return new TestExchange().loggedIn("ann", "FORM", roles);
    }

    @Test
    void aLoginIsNeeded() throws Exception {
        HttpReply reply = refused(new TestExchange(), CLOSED, -32001);
        assertEquals(401, reply.status());
        assertTrue(reply.headers().get("WWW-Authenticate").iterator().next().startsWith("Basic "));
        assertEquals("ann", enter(ann(), CLOSED).principal().getName());
    }

    @Test
    void aScriptIsNotOfferedWhatABrowserWouldAskItsUserFor() {
        HttpReply reply = refused(new TestExchange().with("X-Requested-With", "fetch"), CLOSED, -32001);
        assertEquals("Session realm=\"JSON-RPC\"", reply.headers().get("WWW-Authenticate").iterator().next());
    }

    @Test
    void credentialsThatNobodyChecksAreNoLogin() {
        assertEquals(401, refused(new TestExchange().with("Authorization", "Basic YW5uOnNlY3JldA=="), CLOSED, -32001)
                .status());
    }

    @Test
    void anonymous() throws Exception {
        Caller caller = enter(new TestExchange(), OPEN);
        assertNull(caller.principal());
        assertNull(caller.scheme());
        assertFalse(caller.hasRole().test("admin"));
        assertEquals("192.0.2.1", caller.remoteAddress());
        assertEquals("ann", enter(ann(), OPEN).principal().getName(), "who is logged in is known all the same");
    }

    @Test
    void oneOfTheRolesIsNeeded() throws Exception {
        assertEquals(403, refused(ann(), FOR_ROLES, -32003).status());
        assertEquals(403, refused(ann("reader"), FOR_ROLES, -32003).status());
        Caller caller = enter(ann("admin"), FOR_ROLES);
        assertTrue(caller.hasRole().test("admin"));
        assertFalse(caller.hasRole().test("editor"));
        assertEquals("FORM", caller.scheme());
        assertEquals(401, refused(new TestExchange(), FOR_ROLES, -32001).status());
        assertEquals(401, refused(new TestExchange(), OPEN_FOR_ROLES, -32001).status(), "a login would help");
    }

    /** What a context of the HTTP whiteboard knows of a login. */
    private record Known(String getName, String... getRoles) implements Authorization {

        @Override
        public boolean hasRole(String name) {
            return true;
        }
    }

    @Test
    void theRolesThatTheContextTells() throws Exception {
        TestExchange exchange = ann("admin");
        assertEquals(Set.of(), enter(exchange, CLOSED).roles());
        exchange.attributes.put("org.osgi.service.useradmin.authorization", new Known("ann", "admin", "staff"));
        assertEquals(Set.of("admin", "staff"), enter(exchange, CLOSED).roles());
        exchange.attributes.put("org.osgi.service.useradmin.authorization", new Known("ann", (String[]) null));
        assertEquals(Set.of(), enter(exchange, CLOSED).roles());
        exchange.attributes.put("org.osgi.service.useradmin.authorization", "something else");
        assertEquals(Set.of(), enter(exchange, CLOSED).roles());
    }

    @Test
    void afterTheRequestNobodyHasARole() throws Exception {
        TestExchange exchange = ann("admin");
        Caller caller = enter(exchange, CLOSED);
        exchange.roles = null;
        assertFalse(caller.hasRole().test("admin"));
    }

    /** A browser adds a session or a password by itself, a token is added by a script that knows it. */
    @ParameterizedTest
    @CsvSource({
        "FORM, https://evil.example, 403",
        "BASIC, https://evil.example, 403",
        "CLIENT_CERT, https://evil.example, 403",
        ", https://evil.example, 403",
        "FORM, null, 403",
        "Bearer, https://evil.example, 0",
        "OAuth, https://evil.example, 0",
        "FORM, https://app.example.org, 0",
        "FORM, http://my.host, 0",
        "FORM, , 0"})
    void otherSites(String scheme, String origin, int status) throws Exception {
        TestExchange exchange = new TestExchange().loggedIn("ann", scheme).with("Host", "my.host", "Origin", origin);
        for (Endpoint endpoint : new Endpoint[] {CLOSED, OPEN}) {
            if (status == 0) {
                assertEquals("ann", enter(exchange, endpoint).principal().getName());
            } else {
                assertEquals(status, refused(exchange, endpoint, -32003).status());
            }
        }
    }

    @Test
    void withoutALoginAnySiteMayCallWhatIsOpen() throws Exception {
        TestExchange exchange = new TestExchange().with("Host", "my.host", "Origin", "https://evil.example");
        assertNull(enter(exchange, OPEN).principal());
        assertEquals(401, refused(exchange, CLOSED, -32001).status());
    }
}
