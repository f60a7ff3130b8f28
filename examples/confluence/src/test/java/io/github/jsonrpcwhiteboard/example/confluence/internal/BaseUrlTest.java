package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

class BaseUrlTest {

    private static final String JAKARTA = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
    private static final String JAVAX = "org.osgi.service.http.runtime.HttpServiceRuntime";

    @TempDir
    private Path cache;
    private Framework framework;
    private BaseUrl url;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString(),
                "org.osgi.service.http.port", "8123"));
        framework.start();
        url = configured("");
    }

    @AfterEach
    void stop() throws Exception {
        url.close();
        framework.stop();
        framework.waitForStop(0);
    }

    private BaseUrl configured(String configured) {
        return new BaseUrl(framework.getBundleContext(), configured);
    }

    private ServiceRegistration<?> server(String type, Object endpoint) {
        return framework.getBundleContext().registerService(type, new Unneeded(), endpoint(endpoint));
    }

    private static Dictionary<String, Object> endpoint(Object endpoint) {
        return new Hashtable<>(Map.of("osgi.http.endpoint", endpoint));
    }

    @ParameterizedTest
    @ValueSource(strings = {JAKARTA, JAVAX})
    void itIsWhereTheServerIsAtTheMoment(String type) {
        assertEquals("http://localhost:8123", url.get());
        ServiceRegistration<?> server = server(type, new String[] {"http://127.0.0.1:40001/"});
        assertEquals("http://127.0.0.1:40001", url.get());
        server.setProperties(endpoint(new String[] {"http://127.0.0.1:40002/wiki/"}));
        assertEquals("http://127.0.0.1:40002/wiki", url.get());
        server.unregister();
        assertEquals("http://localhost:8123", url.get());
    }

    @Test
    void theFirstAddressCountsThatIsOne() {
        server(JAKARTA, new String[] {"http://fe80:0:0:0:1%eth0:80/", "/x/", "http://one/", "https://two/"});
        assertEquals("http://one", url.get());
    }

    @Test
    void aServerMayKnowItsPathOnly() {
        server(JAKARTA, List.of("/wiki/"));
        assertEquals("http://localhost:8123/wiki", url.get());
    }

    @Test
    void oneAddressNeedNotBeAnArray() {
        server(JAKARTA, "http://one:1/");
        assertEquals("http://one:1", url.get());
    }

    @Test
    void anythingElseIsNoAddress() {
        server(JAKARTA, new String[] {"", "wiki", "::"});
        assertEquals("http://localhost:8123", url.get());
    }

    @Test
    void whatIsConfiguredCounts() {
        server(JAKARTA, new String[] {"http://127.0.0.1:40001/"});
        try (BaseUrl configured = configured("https://wiki.example.org/c//")) {
            assertEquals("https://wiki.example.org/c", configured.get());
        }
    }

    /** Only the properties are asked for. */
    private static final class Unneeded implements ServiceFactory<Object> {

        @Override
        public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
            throw new AssertionError();
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object service) {
            throw new AssertionError();
        }
    }
}
