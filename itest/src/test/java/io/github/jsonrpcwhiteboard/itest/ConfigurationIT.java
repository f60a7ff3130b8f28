package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.assertRefused;
import static io.github.jsonrpcwhiteboard.itest.Http.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import javax.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.JsonRpcConstants;

/** Configuration takes effect while the whiteboard runs. */
public class ConfigurationIT extends InContainer {

    private static final String USER = "X-Itest-User";

    @Inject
    private ConfigurationAdmin admin;

    private Configurator configurator;

    /** The published interface. */
    public interface Echo {

        /**
         * Answers.
         *
         * @param text any
         * @return the same
         */
        String echo(String text);

        /**
         * Tells who calls.
         *
         * @return the caller's name and scheme
         */
        Map<String, String> caller();
    }

    private static final class Reflector implements Echo {

        @Override
        public String echo(String text) {
            return text;
        }

        @Override
        public Map<String, String> caller() {
            CallContext call = CallContext.current();
            return Map.of("name", call.principal().map(Principal::getName).orElse(""),
                    "scheme", call.scheme().orElse(""));
        }
    }

    /** A context with a login of the container's own. */
    private static final class Login extends ServletContextHelper {

        @Override
        public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) {
            String user = request.getHeader(USER);
            if (user != null) {
                request.setAttribute(REMOTE_USER, user);
                request.setAttribute(AUTHENTICATION_TYPE, "FORM");
            }
            return true;
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

    /** Registers the endpoints. */
    @Before
    public void register() {
        configurator = new Configurator(admin);
        register(Echo.class, new Reflector(), open("open"));
        register(Echo.class, new Reflector(), guarded("guarded"));
        register(Echo.class, new Reflector(), guarded("office", JsonRpcConstants.ROLES, "boss"));
    }

    /** A smaller limit refuses what was accepted, and its end accepts it again. */
    @Test
    public void bodyLimit() throws IOException {
        String body = "[\"" + "x".repeat(100) + "\"]";
        assertEquals(200, http.post("open/echo", body).statusCode());
        configurator.set("body.limit", body.length() - 1, () -> http.post("open/echo", body).statusCode() == 413);
        assertRefused(413, http.post("open/echo", body));
        assertEquals("x", http.light("open/echo", "[\"x\"]").asText());
        configurator.set("body.limit", body.length(), () -> http.post("open/echo", body).statusCode() == 200);
        assertRefused(413, http.post("open/echo", body + ' '));
        configurator.reset(() -> http.post("open/echo", body + ' ').statusCode() == 200);
    }

    /** A value that makes no sense is one line in the log, and the default counts. */
    @Test
    public void nonsense() throws IOException {
        try (LogLines log = new LogLines()) {
            configurator.set("body.limit", "much", () -> !log.messages().isEmpty());
            assertTrue(log.messages().toString(), log.messages().get(0).contains("body.limit"));
            assertEquals("x", http.light("open/echo", "[\"x\"]").asText());
            assertEquals(log.messages().toString(), 1, log.messages().size());
        } finally {
            configurator.reset(() -> true);
        }
    }

    /** The prefix can be changed, and goes back. */
    @Test
    public void prefix() throws IOException {
        configurator.set("prefix", "/api/v1", () -> http.status("open/echo") == 404);
        try {
            HttpResponse<String> response = http.send(http.at("api/v1/json-rpc/open/echo")
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString("[\"x\"]")));
            assertEquals("\"x\"", response.body());
        } finally {
            configurator.reset(() -> http.status("open/echo") == 200);
        }
    }

    /** In a context that the container guards, its login counts, unless another site sends the request. */
    @Test
    public void contextWithLogin() throws IOException {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME, "itest");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH, "/");
        register(ServletContextHelper.class, new Login(), properties);
        assertRefused(401, http.post("guarded/caller", "[]", USER, "cid"));
        String origin = http.base().getScheme() + "://" + http.base().getAuthority();
        configurator.set("context.select", "(osgi.http.whiteboard.context.name=itest)",
                () -> http.post("guarded/caller", "[]", USER, "cid", "Origin", origin).statusCode() == 200);
        try {
            assertLogin(origin);
        } finally {
            configurator.reset(() -> http.post("guarded/caller", "[]", USER, "cid").statusCode() == 401);
        }
    }

    private void assertLogin(String origin) {
        JsonNode caller = json(http.post("guarded/caller", "[]", USER, "cid", "Origin", origin).body());
        assertEquals(json("{\"name\":\"cid\",\"scheme\":\"FORM\"}"), caller);
        assertRefused(403, http.post("office/caller", "[]", USER, "cid", "Origin", origin));
        for (String other : new String[] {"http://example.com", "null", origin + '0', origin + ".example.com"}) {
            assertRefused(403, http.post("guarded/caller", "[]", USER, "cid", "Origin", other));
        }
        assertRefused(403, http.post("guarded/caller", "[]", USER, "cid", "Sec-Fetch-Site", "cross-site"));
        assertRefused(401, http.post("guarded/caller", "[]", "Origin", origin));
        assertEquals(json("{\"name\":\"\",\"scheme\":\"\"}"), json(http.post("open/caller", "[]").body()));
    }
}
