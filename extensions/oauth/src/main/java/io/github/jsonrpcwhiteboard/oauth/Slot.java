package io.github.jsonrpcwhiteboard.oauth;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.security.Authenticator;

/** A place for one authenticator service. The owner locks. */
final class Slot {

    private final BundleContext context;
    private ServiceRegistration<Authenticator> registration;

    Slot(BundleContext context) {
        this.context = context;
    }

    /** Puts another authenticator in place, without a moment in which there is none; null: none. */
    void put(Authenticator authenticator) {
        ServiceRegistration<Authenticator> old = registration;
        registration = authenticator == null ? null
                : context.registerService(Authenticator.class, authenticator, null);
        if (old != null) {
            old.unregister();
        }
    }
}
