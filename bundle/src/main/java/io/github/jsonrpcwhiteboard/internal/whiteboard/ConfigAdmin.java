package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Consumer;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;

/** Hears of configurations. A class of its own: Config Admin need not be there, and is then never loaded. */
public final class ConfigAdmin implements ManagedService {

    private final Consumer<Map<String, Object>> listener;

    private ConfigAdmin(Consumer<Map<String, Object>> listener) {
        this.listener = listener;
    }

    /**
     * Listens.
     *
     * @param context this bundle's
     * @param listener gets the configured values, none if the configuration is deleted
     * @return to be unregistered
     */
    public static ServiceRegistration<?> listen(BundleContext context, Consumer<Map<String, Object>> listener) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, Configuration.PID);
        return context.registerService(ManagedService.class, new ConfigAdmin(listener), properties);
    }

    @Override
    public void updated(Dictionary<String, ?> properties) {
        Map<String, Object> values = new HashMap<>();
        if (properties != null) {
            Collections.list(properties.keys()).forEach(key -> values.put(key, properties.get(key)));
        }
        listener.accept(values);
    }
}
