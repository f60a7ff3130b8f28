package io.github.jsonrpcwhiteboard.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.nimbusds.jose.JWSAlgorithm;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.apache.felix.cm.PersistenceManager;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** The bundle as it is built, in a framework, with the bundles that it says it needs. */
@Timeout(60)
class OAuthBundleIT {

    private final BlockingQueue<Integer> events = new LinkedBlockingQueue<>();
    private final MockOAuth2Server issuer = new MockOAuth2Server();
    private Framework framework;
    private ServiceTracker<Authenticator, Authenticator> authenticators;
    private ConfigurationAdmin admin;
    private Bundle bundle;

    @BeforeEach
    void start() throws Exception {
        issuer.start();
        framework = new FrameworkFactory().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, System.getProperty("work.directory"),
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, AuthenticationRequest.class.getPackageName()
                + ";version=1.0.0,org.osgi.service.cm;version=1.6.1"));
        framework.start();
        install(jarOf(PersistenceManager.class)).start();
        install(jarOf(JWSAlgorithm.class)).start();
        bundle = install(Path.of(System.getProperty("bundle.file")));
        authenticators = new ServiceTracker<>(framework.getBundleContext(), Authenticator.class, null);
        authenticators.open();
        ServiceTracker<ConfigurationAdmin, ConfigurationAdmin> admins =
                new ServiceTracker<>(framework.getBundleContext(), ConfigurationAdmin.class, null);
        admins.open();
        admin = admins.waitForService(10_000);
        framework.getBundleContext().addServiceListener(event -> events.add(event.getType()),
                "(objectClass=" + Authenticator.class.getName() + ")");
        bundle.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
        issuer.shutdown();
    }

    private Bundle install(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle("reference:" + jar.toUri());
    }

    private static Path jarOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private void configure(String pid, String... pairs) throws IOException {
        Configuration configuration = pid.endsWith(".consumer") ? admin.getFactoryConfiguration(pid, pairs[1], "?")
                : admin.getConfiguration(pid, "?");
        Dictionary<String, Object> values = new Hashtable<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        configuration.update(values);
    }

    private void await(int... wanted) throws InterruptedException {
        for (int type : wanted) {
            assertEquals(type, events.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void exportsNothingAndRegistersNothingByItself() {
        assertEquals(Bundle.ACTIVE, bundle.getState());
        assertEquals(null, bundle.getHeaders().get(Constants.EXPORT_PACKAGE));
        assertEquals(0, authenticators.size());
    }

    @Test
    void bearer() throws Exception {
        configure(BearerConfiguration.PID, "issuer", issuer.issuerUrl("one").toString(), "audience", "rpc", "jwksUri",
                issuer.jwksUrl("one").toString());
        await(ServiceEvent.REGISTERED);
        Authenticator authenticator = authenticators.waitForService(10_000);
        String good = token("rpc");
        assertEquals(Outcome.REFUSED, authenticator.authenticate(Request.post("Bearer " + token("x"))).outcome());
        assertEquals(Outcome.ACCEPTED, authenticator.authenticate(Request.post("Bearer " + good)).outcome());
        bundle.stop();
        await(ServiceEvent.UNREGISTERING);
        bundle.start();
        await(ServiceEvent.REGISTERED);
    }

    /** Also after it has asked the issuer, which takes threads. */
    @Test
    void leavesNothingBehind() throws Exception {
        ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
        Reference<ClassLoader> loader = new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader(), gone);
        configure(BearerConfiguration.PID, "issuer", issuer.issuerUrl("one").toString(), "audience", "rpc", "jwksUri",
                issuer.jwksUrl("one").toString());
        await(ServiceEvent.REGISTERED);
        assertEquals(Outcome.ACCEPTED, authenticators.waitForService(10_000)
                .authenticate(Request.post("Bearer " + token("rpc"))).outcome());
        bundle.uninstall();
        await(ServiceEvent.UNREGISTERING);
        bundle = null;
        Reference<?> enqueued = null;
        for (int i = 0; i < 300 && enqueued == null; i++) {
            System.gc();
            enqueued = gone.remove(100);
        }
        assertSame(loader, enqueued);
    }

    private String token(String audience) {
        return issuer.issueToken("one", "client", new DefaultOAuth2TokenCallback("one", "alice", "at+jwt",
                List.of(audience), Map.of(), 600)).serialize();
    }

    @Test
    void badConfigurationTakesTheAuthenticatorAway() throws Exception {
        String[] good = {"issuer", "https://a.example.com", "audience", "rpc", "jwksUri", "https://a.example.com/jwks"};
        try (LogCapture log = new LogCapture("io.github.jsonrpcwhiteboard.oauth.BearerConfiguration")) {
            configure(BearerConfiguration.PID, good);
            await(ServiceEvent.REGISTERED);
            good[2] = "audiance";
            configure(BearerConfiguration.PID, good);
            await(ServiceEvent.UNREGISTERING);
            assertEquals(1, log.lines().size());
            assertTrue(log.lines().get(0).contains("audience: is missing"), log.lines().get(0));
        }
        admin.getConfiguration(BearerConfiguration.PID, "?").delete();
        assertEquals(0, authenticators.size());
    }

    @Test
    void consumers() throws Exception {
        configure(SignedConfiguration.CONSUMER_PID, "consumerKey", "one", "secret", "s1");
        await(ServiceEvent.REGISTERED);
        assertNotNull(authenticators.getService());
        configure(SignedConfiguration.CONSUMER_PID, "consumerKey", "two", "secret", "s2");
        await(ServiceEvent.REGISTERED, ServiceEvent.UNREGISTERING);
        try (LogCapture log = new LogCapture("io.github.jsonrpcwhiteboard.oauth.SignedConfiguration")) {
            configure(SignedConfiguration.PID, "windowSeconds", "soon");
            await(ServiceEvent.UNREGISTERING);
            assertTrue(log.lines().get(0).contains("windowSeconds: must be"), log.lines().get(0));
        }
        configure(SignedConfiguration.PID, "windowSeconds", "60");
        await(ServiceEvent.REGISTERED);
        for (String key : List.of("one", "two")) {
            admin.getFactoryConfiguration(SignedConfiguration.CONSUMER_PID, key, "?").delete();
        }
        await(ServiceEvent.REGISTERED, ServiceEvent.UNREGISTERING, ServiceEvent.UNREGISTERING);
    }

    @Test
    void twoConsumersWithOneKey() throws Exception {
        try (LogCapture log = new LogCapture("io.github.jsonrpcwhiteboard.oauth.SignedConfiguration")) {
            configure(SignedConfiguration.CONSUMER_PID, "consumerKey", "one", "secret", "s1");
            await(ServiceEvent.REGISTERED);
            Dictionary<String, Object> same = new Hashtable<>(Map.of("consumerKey", "one", "secret", "s2"));
            Configuration second = admin.createFactoryConfiguration(SignedConfiguration.CONSUMER_PID, "?");
            second.update(same);
            await(ServiceEvent.UNREGISTERING);
            assertTrue(log.lines().get(0).contains("consumerKey"), log.lines().get(0));
            second.delete();
            await(ServiceEvent.REGISTERED);
        }
    }
}
