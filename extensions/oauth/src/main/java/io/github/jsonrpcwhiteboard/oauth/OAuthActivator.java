package io.github.jsonrpcwhiteboard.oauth;

import java.util.Dictionary;
import java.util.Hashtable;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ManagedService;
import org.osgi.service.cm.ManagedServiceFactory;

/**
 * Registers an authenticator for bearer tokens as the configuration {@value BearerConfiguration#PID} says, and one for
 * signed requests as {@value SignedConfiguration#PID} and {@value SignedConfiguration#CONSUMER_PID} say; none without
 * configuration.
 */
public final class OAuthActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        BearerConfiguration bearer = new BearerConfiguration(new Slot(context));
        context.registerService(ManagedService.class, bearer, pid(BearerConfiguration.PID));
        SignedConfiguration signed = new SignedConfiguration(new Slot(context));
        context.registerService(ManagedService.class, signed, pid(SignedConfiguration.PID));
        context.registerService(ManagedServiceFactory.class, signed.consumers(), pid(SignedConfiguration.CONSUMER_PID));
    }

    @Override
    public void stop(BundleContext context) {
        // the framework unregisters the services
    }

    private static Dictionary<String, Object> pid(String pid) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, pid);
        return properties;
    }
}
