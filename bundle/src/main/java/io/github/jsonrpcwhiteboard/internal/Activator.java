package io.github.jsonrpcwhiteboard.internal;

import java.util.HashMap;
import java.util.Map;

import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

import io.github.jsonrpcwhiteboard.internal.http.ServletRegistrar;
import io.github.jsonrpcwhiteboard.internal.login.HostLogins;
import io.github.jsonrpcwhiteboard.internal.login.Logins;
import io.github.jsonrpcwhiteboard.internal.whiteboard.ConfigAdmin;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Whiteboard;

/** Starts the whiteboard first and the servlet then; ends in the opposite order. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {

    private static final String CONFIG_ADMIN = "org.osgi.service.cm.ConfigurationAdmin";

    private Whiteboard whiteboard;
    private ServletRegistrar servlet;
    private HostLogins hostLogins;
    private Logins logins;
    private ServiceTracker<Object, ServiceRegistration<?>> configAdmin;

    @Override
    public void start(BundleContext context) {
        whiteboard = new Whiteboard(context);
        hostLogins = new HostLogins(context);
        logins = new Logins(context, () -> whiteboard.inForce().settings().loginAttempts());
        servlet = new ServletRegistrar(context, whiteboard, logins);
        configAdmin = new ConfigAdminTracker(context);
        configAdmin.open(true);
        hostLogins.open();
        logins.open();
        whiteboard.open();
        servlet.open();
    }

    @Override
    public void stop(BundleContext context) {
        servlet.close();
        whiteboard.close();
        configAdmin.close();
        logins.close();
        hostLogins.close();
    }

    private void configure(Map<String, Object> properties) {
        Settings settings = whiteboard.configure(new HashMap<>(properties));
        hostLogins.configure(settings.jaasRealm());
        servlet.configure();
    }

    /** Config Admin is looked for by name, since its package need not be there. */
    private final class ConfigAdminTracker extends ServiceTracker<Object, ServiceRegistration<?>> {

        ConfigAdminTracker(BundleContext context) {
            super(context, CONFIG_ADMIN, null);
        }

        @Override
        public ServiceRegistration<?> addingService(ServiceReference<Object> reference) {
            try {
                return ConfigAdmin.listen(context, Activator.this::configure);
            } catch (NoClassDefFoundError e) {
                return null;
            }
        }

        @Override
        public void removedService(ServiceReference<Object> reference, ServiceRegistration<?> registration) {
            registration.unregister();
        }
    }
}
