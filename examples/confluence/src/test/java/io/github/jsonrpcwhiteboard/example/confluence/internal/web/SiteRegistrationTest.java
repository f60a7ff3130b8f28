package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;

import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

class SiteRegistrationTest {

    private static final String SERVLET = "jakarta.servlet.Servlet";

    @TempDir
    private Path cache;
    private Framework framework;
    private BundleContext context;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString()));
        framework.start();
        context = framework.getBundleContext();
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void theServletIsOfferedForItsContext() {
        SiteRegistration registration = new SiteRegistration(context, "(name=x)", null, null);
        ServiceReference<?> servlet = context.getServiceReference(SERVLET);
        assertArrayEquals(new String[] {"/display/*", "/download/*"},
                (String[]) servlet.getProperty("osgi.http.whiteboard.servlet.pattern"));
        assertEquals("(name=x)", servlet.getProperty("osgi.http.whiteboard.context.select"));
        registration.close();
        assertNull(context.getServiceReference(SERVLET));
    }

    @Test
    void withoutAContextItIsTheDefaultOne() {
        new SiteRegistration(context, "", null, null);
        assertNull(context.getServiceReference(SERVLET).getProperty("osgi.http.whiteboard.context.select"));
    }

    @Test
    void aHostWithoutTheServletApiJustHasNoPages() throws Exception {
        URL classes = SiteRegistration.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader host = new WithoutServlets(classes)) {
            Class<?> type = host.loadClass(SiteRegistration.class.getName());
            assertNotSame(SiteRegistration.class, type);
            AutoCloseable registration = (AutoCloseable) type.getConstructors()[0].newInstance(context, "", null, null);
            assertNull(context.getServiceReference(SERVLET));
            registration.close();
        }
    }

    /** Loads the classes of the package anew, and does not find the servlet API. */
    private static final class WithoutServlets extends URLClassLoader {

        WithoutServlets(URL classes) {
            super(new URL[] {classes}, SiteRegistrationTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.servlet.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith(SiteRegistration.class.getPackageName() + ".") && findLoadedClass(name) == null
                    ? findClass(name) : super.loadClass(name, resolve);
        }
    }
}
