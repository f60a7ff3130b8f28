package io.github.jsonrpcwhiteboard.itest.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFileExtend;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.server.RMISocketFactory;
import java.security.Principal;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** The HTTP whiteboard of Karaf's feature http-whiteboard, and the users of Karaf's realm. */
@RunWith(PaxExam.class)
public class KarafIT {

    private static final String HTTP =
            "(&(osgi.http.endpoint=*)(objectClass=org.osgi.service.http.runtime.HttpServiceRuntime))";
    /** How long to wait, in seconds, for what is bound to happen. */
    private static final long PATIENCE = 60;

    @Inject
    private BundleContext context;

    private final HttpClient client = HttpClient.newHttpClient();
    private URI base;

    /** Keeps Pax Exam's registry, through which bundles can be installed, from the network. */
    private static final class Loopback extends RMISocketFactory {

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        }
    }

    /** The published interface. */
    public interface Mirror {

        /**
         * Looks at the caller.
         *
         * @param call the call
         * @return the caller's name, and whether it has Karaf's roles
         */
        String look(CallContext call);
    }

    /**
     * Karaf as an operator sets it up.
     *
     * @return its options
     * @throws IOException if it cannot be prepared
     */
    @Configuration
    public Option[] container() throws IOException {
        RMISocketFactory.setSocketFactory(new Loopback());
        Path target = Path.of("target").toAbsolutePath();
        return options(
                karafDistributionConfiguration().frameworkUrl(target.resolve("apache-karaf.tar.gz").toUri().toString())
                        .unpackDirectory(target.resolve("exam").toFile()).useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                vmOption("@" + target.resolve("test-classes/java.options")),
                etc("io.github.jsonrpcwhiteboard.cfg"), etc("org.ops4j.pax.web.cfg"), etc("users.properties"),
                maven("localRepository", System.getProperty("karaf.repository")),
                maven("repositories", "https://repo.maven.apache.org/maven2@id=central"),
                editConfigurationFileExtend("etc/org.apache.karaf.features.cfg", "featuresBoot", "http-whiteboard"),
                bundles(target.resolve("bundles")));
    }

    private static Option etc(String file) {
        return replaceConfigurationFile("etc/" + file, Path.of("target", "test-classes", "etc", file).toFile());
    }

    private static Option maven(String key, String value) {
        return editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn." + key, value);
    }

    private static Option bundles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return composite(files.sorted().map(file -> bundle(file.toUri().toString())).toArray(Option[]::new));
        }
    }

    /**
     * Waits for the realm and the servlet, which are made by threads of Karaf's, and registers endpoints.
     *
     * @throws Exception if they do not come
     */
    @Before
    public void open() throws Exception {
        await('(' + Constants.OBJECTCLASS + '=' + Authenticator.class.getName() + ')');
        base = URI.create(endpoint(await(HTTP)));
        register(Map.of(JsonRpcConstants.PATH, "open", JsonRpcConstants.ANONYMOUS, true));
        register(Map.of(JsonRpcConstants.PATH, "guarded"));
        register(Map.of(JsonRpcConstants.PATH, "office", JsonRpcConstants.ROLES, "admin"));
        register(Map.of(JsonRpcConstants.PATH, "none", JsonRpcConstants.ROLES, "nobody"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (send("open").statusCode() != 200) {
            assertTrue("no answer", System.nanoTime() < end);
        }
    }

    private ServiceReference<?> await(String filter) throws Exception {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, context.createFilter(filter), null);
        tracker.open(true);
        try {
            assertNotNull(filter, tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE)));
            return tracker.getServiceReference();
        } finally {
            tracker.close();
        }
    }

    private static String endpoint(ServiceReference<?> server) {
        Object endpoint = server.getProperty("osgi.http.endpoint");
        return endpoint instanceof String[] several ? several[0]
                : endpoint instanceof Collection<?> several ? (String) several.iterator().next() : (String) endpoint;
    }

    private void register(Map<String, Object> properties) {
        context.registerService(Mirror.class, KarafIT::look, new Hashtable<>(properties));
    }

    private static String look(CallContext call) {
        return call.principal().map(Principal::getName).orElse("-")
                + Stream.of("admin", "viewer", "admingroup", "nobody").map(role -> " " + call.hasRole(role))
                        .reduce("", String::concat);
    }

    private HttpResponse<String> as(String user, String password, String path) throws Exception {
        String credentials = user + ':' + password;
        return send(path, "Authorization", "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/rpc/json-rpc/" + path + "/look"))
                .timeout(Duration.ofSeconds(PATIENCE)).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.POST(BodyPublishers.ofString("[]")).build(), BodyHandlers.ofString());
    }

    private static void assertAnswer(int status, String body, HttpResponse<String> response) {
        assertEquals(response.body(), status, response.statusCode());
        assertTrue(response.body(), response.body().contains(body));
    }

    /**
     * Users and roles are those of the realm, groups are roles as well.
     *
     * @throws Exception if a call fails
     */
    @Test
    public void realm() throws Exception {
        assertAnswer(200, "\"- false false false false\"", send("open"));
        for (String path : new String[] {"guarded", "office"}) {
            assertAnswer(401, "-32001", send(path));
            assertAnswer(401, "-32001", as("karaf", "wrong", path));
            assertAnswer(401, "-32001", as("eve", "karaf", path));
            assertAnswer(401, "-32001", as("_g_:admingroup", "group", path));
            assertAnswer(200, "\"karaf true true true false\"", as("karaf", "karaf", path));
        }
        assertAnswer(200, "\"bob false false false false\"", as("bob", "bob", "guarded"));
        assertAnswer(403, "-32003", as("bob", "bob", "office"));
        assertAnswer(403, "-32003", as("karaf", "karaf", "none"));
    }
}
