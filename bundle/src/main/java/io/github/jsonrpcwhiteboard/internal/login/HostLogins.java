package io.github.jsonrpcwhiteboard.internal.login;

import java.util.Dictionary;
import java.util.Hashtable;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.useradmin.UserAdmin;
import org.osgi.util.tracker.ServiceTracker;

import io.github.jsonrpcwhiteboard.internal.whiteboard.SerialTask;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/**
 * Registers an authenticator for User Admin while that service is there, and one for JAAS while a realm is configured.
 */
public final class HostLogins {

    private static final String USER_ADMIN = "org.osgi.service.useradmin.UserAdmin";
    /** Authenticators of the host's own come first. */
    private static final int RANKING = -100;

    private final BundleContext context;
    private final ServiceTracker<Object, ServiceRegistration<?>> userAdmins;
    private final SerialTask reconcile = new SerialTask(this::reconcile);
    private volatile String realm = "";
    /** Used by the reconciling thread only, like the next. */
    private String registeredRealm = "";
    private ServiceRegistration<?> jaas;

    /**
     * Logins that are not open.
     *
     * @param context this bundle's
     */
    public HostLogins(BundleContext context) {
        this.context = context;
        this.userAdmins = new ServiceTracker<>(context, USER_ADMIN, null) {
            @Override
            public ServiceRegistration<?> addingService(ServiceReference<Object> reference) {
                try {
                    return register(new UserAdminLogin((UserAdmin) context.getService(reference)));
                } catch (NoClassDefFoundError e) {
                    return null;
                }
            }

            @Override
            public void removedService(ServiceReference<Object> reference, ServiceRegistration<?> registration) {
                registration.unregister();
                context.ungetService(reference);
            }
        };
    }

    /** Begins. */
    public void open() {
        userAdmins.open(true);
    }

    /** Ends. */
    public void close() {
        configure("");
        userAdmins.close();
    }

    /**
     * Takes the JAAS realm.
     *
     * @param configured its name, empty for none
     */
    public void configure(String configured) {
        realm = configured;
        reconcile.run();
    }

    private void reconcile() {
        String wanted = realm;
        if (wanted.equals(registeredRealm)) {
            return;
        }
        if (jaas != null) {
            jaas.unregister();
        }
        jaas = wanted.isEmpty() ? null : register(new JaasLogin(wanted));
        registeredRealm = wanted;
    }

    private ServiceRegistration<?> register(Authenticator authenticator) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, RANKING);
        return context.registerService(Authenticator.class, authenticator, properties);
    }
}
