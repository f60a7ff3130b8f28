package io.github.jsonrpcwhiteboard.itest;

import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.After;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;

/** A test that runs as a bundle beside the whiteboard. What it registers and starts is gone after each method. */
@RunWith(PaxExam.class)
public abstract class InContainer {

    /** Symbolic name of the bundle under test. */
    static final String WHITEBOARD = "io.github.jsonrpcwhiteboard";

    /** Symbolic name of the bundle for operators, and the PID of its configuration. */
    static final String OPERATIONS = "io.github.jsonrpcwhiteboard.operations";

    /** How long to wait, in seconds, for what is bound to happen. */
    static final long PATIENCE = 20;

    @Inject
    BundleContext context;

    Http http;

    private final Deque<AutoCloseable> leftovers = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * The container, unless a test needs another one.
     *
     * @return its options
     * @throws IOException if it cannot be prepared
     */
    @Configuration
    public Option[] container() throws IOException {
        return options(Containers.host(Containers.BOTH), Containers.whiteboard());
    }

    /** Finds the HTTP server. */
    @Before
    public void open() {
        http = Http.of(context);
    }

    /**
     * Takes back what the method registered and started, the newest first.
     *
     * @throws Exception if that fails
     */
    @After
    public void close() throws Exception {
        for (AutoCloseable leftover : leftovers) {
            leftover.close();
        }
        threads.shutdownNow();
    }

    /** Registers a service for the time of this test method. */
    <T> ServiceRegistration<?> register(Class<T> type, Object service, Dictionary<String, ?> properties) {
        return onClose(context.registerService(type.getName(), service, properties));
    }

    /** Unregisters a service at the end of this test method, unless the method does so itself. */
    <R extends ServiceRegistration<?>> R onClose(R registration) {
        leftovers.push(() -> {
            try {
                registration.unregister();
            } catch (IllegalStateException alreadyGone) {
                // as the test wanted it
            }
        });
        return registration;
    }

    /** Uninstalls a bundle at the end of this test method, unless the method does so itself. */
    Bundle onClose(Bundle bundle) {
        leftovers.push(() -> {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
        });
        return bundle;
    }

    /** Runs something beside the test. */
    <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    /** The bundle under test. */
    Bundle whiteboard() {
        return bundle(WHITEBOARD);
    }

    /** The bundle for operators. */
    Bundle operations() {
        return bundle(OPERATIONS);
    }

    private Bundle bundle(String symbolicName) {
        return Stream.of(context.getBundles()).filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst().orElseThrow(() -> new AssertionError(symbolicName + " is not installed"));
    }

    /** Properties of an endpoint that everybody may call, and then some: key, value, key, value. */
    static Dictionary<String, Object> open(String path, Object... more) {
        Dictionary<String, Object> properties = guarded(path, more);
        properties.put(JsonRpcConstants.ANONYMOUS, true);
        return properties;
    }

    /** Properties of an endpoint that callers must log in for, and then some: key, value, key, value. */
    static Dictionary<String, Object> guarded(String path, Object... more) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(JsonRpcConstants.PATH, path);
        for (int i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        return properties;
    }

    /** The test's own bundle. */
    Bundle self() {
        return FrameworkUtil.getBundle(getClass());
    }
}
