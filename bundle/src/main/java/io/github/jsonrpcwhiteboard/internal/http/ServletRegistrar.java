package io.github.jsonrpcwhiteboard.internal.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

import io.github.jsonrpcwhiteboard.internal.whiteboard.SerialTask;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Whiteboard;
import io.github.jsonrpcwhiteboard.security.LoginService;

/**
 * Registers the servlet with the HTTP whiteboard that is there: of the {@code jakarta} flavour if the host serves that,
 * else of the {@code javax} one. Which packages are wired says nothing about what a host serves; its runtime service
 * does. It is looked for by name, since its package need not be there. Safe for use by several threads.
 */
public final class ServletRegistrar implements ServiceTrackerCustomizer<Object, Object> {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");
    private static final long DRAIN_SECONDS = 30;

    private final BundleContext context;
    private final Whiteboard whiteboard;
    private final HttpHandler handler;
    private final ServiceTracker<Object, Object> tracker;
    private final Map<ServiceReference<?>, Flavour> hosts = new ConcurrentHashMap<>();
    private final SerialTask reconcile = new SerialTask(this::reconcile);
    private volatile boolean closed;
    /** Used by the reconciling thread only, like all below. */
    private Flavour flavour;
    private Settings settings;
    private ServiceRegistration<?> registration;

    /** The two servlet APIs, the preferred one first. */
    private enum Flavour {

        JAKARTA("org.osgi.service.servlet.runtime.HttpServiceRuntime", "jakarta.servlet.Servlet"),
        JAVAX("org.osgi.service.http.runtime.HttpServiceRuntime", "javax.servlet.Servlet");

        private final String runtime;
        private final String servlet;

        Flavour(String runtime, String servlet) {
            this.runtime = runtime;
            this.servlet = servlet;
        }

        /** Each servlet class is loaded only where its API is used. */
        Object servlet(HttpHandler handler) {
            return this == JAKARTA ? new JakartaServlet(handler) : new JavaxServlet(handler);
        }

        static Flavour of(ServiceReference<?> host) {
            List<String> classes = Arrays.asList((String[]) host.getProperty(Constants.OBJECTCLASS));
            return classes.contains(JAKARTA.runtime) ? JAKARTA : JAVAX;
        }
    }

    /**
     * A registrar that is not open.
     *
     * @param context this bundle's
     * @param whiteboard what the servlet serves
     * @param logins checks who calls
     */
    public ServletRegistrar(BundleContext context, Whiteboard whiteboard, LoginService logins) {
        this.context = context;
        this.whiteboard = whiteboard;
        this.handler = new HttpHandler(whiteboard, logins);
        try {
            this.tracker = new ServiceTracker<>(context, context.createFilter(
                    "(|(objectClass=" + Flavour.JAKARTA.runtime + ")(objectClass=" + Flavour.JAVAX.runtime + "))"),
                    this);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins. */
    public void open() {
        tracker.open(true);
    }

    /** Takes the settings that are now in force. */
    public void configure() {
        reconcile.run();
    }

    /** Ends: lets no request in any more and waits, for a bounded time, until those in progress are answered. */
    public void close() {
        closed = true;
        reconcile.run();
        tracker.close();
        try {
            if (!handler.drain(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "Stopped with calls in progress that did not end in {0} s", DRAIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Object addingService(ServiceReference<Object> host) {
        hosts.put(host, Flavour.of(host));
        reconcile.run();
        return host;
    }

    @Override
    public void modifiedService(ServiceReference<Object> host, Object tracked) {
        // only whether it is there matters
    }

    @Override
    public void removedService(ServiceReference<Object> host, Object tracked) {
        hosts.remove(host);
        reconcile.run();
    }

    private void reconcile() {
        Flavour wanted = closed ? null : hosts.values().stream().sorted().findFirst().orElse(null);
        Settings now = whiteboard.inForce().settings();
        boolean right = registration == null ? wanted == null
                : wanted == flavour && now.prefix().equals(settings.prefix())
                && now.contextSelect().equals(settings.contextSelect());
        if (right) {
            return;
        }
        // The new one first: a changed property would make the host remove the servlet before it adds it.
        ServiceRegistration<?> old = registration;
        registration = wanted == null ? null : register(wanted, now);
        flavour = wanted;
        settings = now;
        if (old != null) {
            unregister(old);
        }
    }

    private ServiceRegistration<?> register(Flavour wanted, Settings now) {
        try {
            return context.registerService(wanted.servlet, wanted.servlet(handler), properties(now));
        } catch (NoClassDefFoundError e) {
            LOG.log(Level.ERROR, "The HTTP host serves {0}, but this bundle is not wired to that package: refresh it",
                    wanted.servlet);
            return null;
        }
    }

    private static void unregister(ServiceRegistration<?> old) {
        try {
            old.unregister();
        } catch (IllegalStateException e) {
            // the framework was faster
        }
    }

    private static Dictionary<String, Object> properties(Settings settings) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "jsonrpc-whiteboard");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN,
                Stream.of(CallHandler.SECTION + "/*", Pages.DOCUMENTS + "/*", Pages.BROWSER + "/*", Pages.RUNTIME,
                        Pages.CLIENT)
                        .map(pattern -> settings.prefix() + pattern).toArray(String[]::new));
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
        if (!settings.contextSelect().isEmpty()) {
            properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT, settings.contextSelect());
        }
        return properties;
    }
}
