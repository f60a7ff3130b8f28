package io.github.jsonrpcwhiteboard.users;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Objects;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.security.Authenticator;

/**
 * Registers an {@link Authenticator} for the users file. The file is named by the key {@code file} of the configuration
 * {@value #PID}, else by the framework property {@value #PROPERTY}; without either there is no authenticator.
 */
public final class UsersActivator implements BundleActivator {

    static final String PID = "io.github.jsonrpcwhiteboard.users";
    static final String PROPERTY = PID + ".file";

    private BundleContext context;
    private Path path;
    private ServiceRegistration<Authenticator> registration;

    @Override
    public void start(BundleContext bundleContext) {
        context = bundleContext;
        use(null);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, PID);
        context.registerService("org.osgi.service.cm.ManagedService", new LazySettings(), properties);
    }

    @Override
    public void stop(BundleContext bundleContext) {
        // the framework unregisters the services
    }

    /** Takes another file; null: as the framework property says. */
    private synchronized void use(String configured) {
        String name = configured == null ? context.getProperty(PROPERTY) : configured;
        Path wanted = name == null || name.isBlank() ? null : Path.of(name.strip());
        if (Objects.equals(wanted, path)) {
            return;
        }
        path = wanted;
        ServiceRegistration<Authenticator> old = registration;
        registration = wanted == null ? null : register(new UsersFile(wanted));
        if (old != null) {
            old.unregister();
        }
    }

    private ServiceRegistration<Authenticator> register(UsersFile file) {
        if (Files.exists(file.path())) {
            file.users(); // bad lines are reported now, not at the first login
        }
        return context.registerService(Authenticator.class, new UsersAuthenticator(file), null);
    }

    /** Loads the class that needs Config Admin when Config Admin asks for it, so that it may be missing. */
    private final class LazySettings implements ServiceFactory<Object> {

        @Override
        public Object getService(Bundle bundle, ServiceRegistration<Object> self) {
            return new UsersSettings(UsersActivator.this::use);
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Object> self, Object service) {
            // holds nothing
        }
    }
}
