package io.github.jsonrpcwhiteboard.operations;

import java.util.Dictionary;
import java.util.Hashtable;

import jakarta.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.util.tracker.ServiceTracker;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.security.LoginService;

/** Registers the servlet for metrics while one is configured. */
final class MetricsConfiguration implements ManagedService {

    private static final String PID = "io.github.jsonrpcwhiteboard.operations";
    private static final String PATH = "metrics.path";
    private static final String ROLE = "metrics.role";

    private final BundleContext context;
    private final Metrics metrics;
    private final ServiceTracker<LoginService, LoginService> logins;
    /** Guarded by this, like all below. */
    private ServiceRegistration<Servlet> servlet;
    private boolean closed;

    private MetricsConfiguration(BundleContext context, JsonRpcServiceRuntime runtime) {
        this.context = context;
        this.metrics = new Metrics(runtime);
        this.logins = new ServiceTracker<>(context, LoginService.class, null);
    }

    static Runnable register(BundleContext context, JsonRpcServiceRuntime runtime) {
        Class<?> needed = Servlet.class; // where there is none, the part is absent before it has begun anything
        MetricsConfiguration configuration = new MetricsConfiguration(context, runtime);
        configuration.logins.open();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, PID);
        properties.put(Constants.SERVICE_DESCRIPTION, "Metrics, by " + needed.getName());
        ServiceRegistration<ManagedService> registration = context.registerService(ManagedService.class, configuration,
                properties);
        return () -> {
            registration.unregister();
            configuration.close();
        };
    }

    @Override
    public synchronized void updated(Dictionary<String, ?> configured) throws ConfigurationException {
        stop();
        String path = value(configured, PATH);
        if (closed || path.isEmpty()) {
            return;
        }
        if (!path.startsWith("/") || path.endsWith("/") || path.contains("*")) {
            throw new ConfigurationException(PATH, "must be a path as /rpc/metrics");
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "jsonrpc-metrics");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, path);
        servlet = context.registerService(Servlet.class,
                new MetricsServlet(metrics, logins::getService, value(configured, ROLE)), properties);
    }

    private static String value(Dictionary<String, ?> configured, String key) {
        Object value = configured == null ? null : configured.get(key);
        return value == null ? "" : value.toString().strip();
    }

    private void stop() {
        if (servlet != null) {
            servlet.unregister();
            servlet = null;
        }
    }

    private synchronized void close() {
        closed = true;
        stop();
        logins.close();
    }
}
