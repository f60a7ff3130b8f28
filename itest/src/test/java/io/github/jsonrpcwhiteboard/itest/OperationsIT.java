package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.basic;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerNotification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** The bundle for operators, on a host that has nothing of what is optional for it but Config Admin. */
public class OperationsIT extends InContainer {

    @Inject
    private ConfigurationAdmin admin;

    /** The published interface. */
    public interface Echo {

        /**
         * Answers.
         *
         * @param value anything
         * @return the same
         */
        Object echo(Object value);

        /**
         * An overload, whose calls are counted under the same name.
         *
         * @return nothing
         */
        Object echo();
    }

    private static final class Service implements Echo {

        @Override
        public Object echo(Object value) {
            return value;
        }

        @Override
        public Object echo() {
            return null;
        }
    }

    /**
     * The container with the bundle for operators.
     *
     * @return its options
     */
    @Override
    @Configuration
    public Option[] container() {
        return options(Containers.host(Containers.BOTH), Containers.configAdmin(), Containers.whiteboard(),
                Containers.operations());
    }

    /** An endpoint with one good call and one bad one, and a declaration that fails. */
    @Before
    public void call() {
        register(Echo.class, new Service(), open("echo", "rpc.title", "An echo"));
        register(Echo.class, new Service(), open("bad//path"));
        http.light("echo/echo", "[1]");
        http.lightError(-32602, "echo/echo", "[1, 2]");
    }

    private Object command(String name, Object... arguments) throws Exception {
        ServiceReference<?>[] references = context.getAllServiceReferences(null, "(osgi.command.scope=jsonrpc)");
        assertEquals(1, references.length);
        assertTrue(List.of((String[]) references[0].getProperty("osgi.command.function")).contains(name));
        Object commands = context.getService(references[0]);
        return Stream.of(commands.getClass().getMethods()).filter(method -> method.getName().equals(name)).findFirst()
                .orElseThrow().invoke(commands, arguments);
    }

    /**
     * It starts, and what has no API is not there.
     *
     * @throws InvalidSyntaxException not
     */
    @Test
    public void nothingOptional() throws InvalidSyntaxException {
        assertEquals(Bundle.ACTIVE, operations().getState());
        assertNull(operations().getHeaders().get("Export-Package"));
        for (String api : List.of("org.apache.felix.inventory.InventoryPrinter", "org.apache.felix.hc.api.HealthCheck",
                "org.apache.felix.service.command.CommandProcessor")) {
            assertNull(api, context.getServiceReference(api));
        }
        assertNull("a page for a Web Console",
                context.getAllServiceReferences(null, "(felix.webconsole.label=*)"));
    }

    /**
     * The commands as the shell calls them.
     *
     * @throws Exception if one cannot be called
     */
    @Test
    public void commands() throws Exception {
        String list = (String) command("list");
        assertTrue(list, list.lines().anyMatch(line -> line.matches("echo +live +2 +2 +1 +0 +\\d+ +\\d+ +An echo")));
        assertTrue(command("describe", "echo").toString().contains("-32602: 1"));
        String failed = (String) command("failed");
        assertTrue(failed, failed.contains("bad//path  BAD_PATH"));
        assertEquals("[ 1, \"two\" ]\n", command("call", "echo", "echo", new Object[] {"[1, \"two\"]"}));
        assertEquals("\"no [json\"\n", command("call", "echo", "echo", new Object[] {"no [json"}));
        assertEquals("1.5\n", command("call", "echo", "echo", new Object[] {"1.5"}));
        assertTrue(command("call", "echo", "nothing", new Object[0]).toString().startsWith("error {"));
    }

    /**
     * The bean has the same numbers.
     *
     * @throws Exception if it cannot be read
     */
    @Test
    public void jmx() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("io.github.jsonrpcwhiteboard:type=Runtime");
        awaitRegistration(server, name);
        assertEquals(2L, server.getAttribute(name, "Calls"));
        assertEquals(1L, server.getAttribute(name, "Errors"));
        assertEquals(0, server.getAttribute(name, "CallsInProgress"));
        CompositeData endpoint = ((CompositeData[]) server.getAttribute(name, "Endpoints"))[0];
        assertEquals("echo", endpoint.get("path"));
        assertEquals(2L, endpoint.get("calls"));
        assertEquals(0, endpoint.get("callsWaiting"));
        assertTrue(((String[]) server.getAttribute(name, "Failed"))[0].startsWith("bad//path: BAD_PATH"));
    }

    /** It comes some seconds after the start. */
    private static void awaitRegistration(MBeanServer server, ObjectName name) throws Exception {
        CountDownLatch registered = new CountDownLatch(1);
        NotificationListener listener = (event, handback) -> {
            if (((MBeanServerNotification) event).getMBeanName().equals(name)) {
                registered.countDown();
            }
        };
        server.addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener, null, null);
        try {
            assertTrue(server.isRegistered(name) || registered.await(30, TimeUnit.SECONDS));
        } finally {
            server.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener);
        }
    }

    private HttpResponse<String> metrics(String... headers) {
        return http.send(headers.length == 0 ? http.at("rpc/metrics") : http.at("rpc/metrics").headers(headers));
    }

    /** Configures, and waits until that shows. */
    private void configure(Map<String, Object> values, int status) throws Exception {
        admin.getConfiguration(OPERATIONS, null).update(new Hashtable<>(values));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (metrics().statusCode() != status) {
            assertTrue("still " + metrics().statusCode(), System.nanoTime() < end);
        }
    }

    /**
     * Only where configured, and then for those on the same machine.
     *
     * @throws Exception if it cannot be configured
     */
    @Test
    public void metricsForThisMachine() throws Exception {
        assertEquals(404, metrics().statusCode());
        try {
            configure(Map.of("metrics.path", "/rpc/metrics"), 200);
            HttpResponse<String> answer = metrics();
            assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/plain"));
            List<String> lines = answer.body().lines().toList();
            for (String line : List.of("jsonrpc_calls_total{method=\"echo\",path=\"echo\"} 2.0",
                    "jsonrpc_errors_total{code=\"-32602\",method=\"echo\",path=\"echo\"} 1.0",
                    "jsonrpc_calls_in_progress{path=\"echo\"} 0.0",
                    "jsonrpc_calls_waiting{path=\"echo\"} 0.0",
                    "jsonrpc_call_duration_seconds_bucket{method=\"echo\",path=\"echo\",le=\"+Inf\"} 2",
                    "jsonrpc_call_duration_seconds_count{method=\"echo\",path=\"echo\"} 2",
                    "jsonrpc_all_calls_in_progress 0.0", "jsonrpc_all_calls_overdue 0.0",
                    "jsonrpc_endpoints 1.0", "jsonrpc_failed_services 1.0")) {
                assertTrue(line + " is not in " + answer.body(), lines.contains(line));
            }
            assertEquals(10, lines.stream().filter(line -> line.contains("_seconds_bucket{")).count());
        } finally {
            configure(Map.of(), 404);
        }
    }

    /**
     * Or for those who have a role.
     *
     * @throws Exception if it cannot be configured
     */
    @Test
    public void metricsForARole() throws Exception {
        Authenticator authenticator = request -> request.password().map(p -> p.user().equals(p.password())
                ? Authentication.accepted(p.user(), List.of(p.user())) : Authentication.refused())
                .orElse(Authentication.notMine());
        register(Authenticator.class, authenticator, null);
        try {
            configure(Map.of("metrics.path", "/rpc/metrics", "metrics.role", "boss"), 401);
            assertFalse(metrics().headers().allValues("WWW-Authenticate").isEmpty());
            assertEquals(401, metrics(basic("boss", "wrong")).statusCode());
            assertEquals(403, metrics(basic("ann", "ann")).statusCode());
            assertEquals(200, metrics(basic("boss", "boss")).statusCode());
        } finally {
            configure(Map.of(), 404);
        }
    }
}
