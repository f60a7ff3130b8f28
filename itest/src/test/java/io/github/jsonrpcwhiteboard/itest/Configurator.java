package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.osgi.service.cm.ConfigurationAdmin;

/** Configures the whiteboard. Configuration Admin tells its news on a thread of its own: the effect is awaited. */
final class Configurator {

    private static final String PID = "io.github.jsonrpcwhiteboard";

    private final ConfigurationAdmin admin;

    Configurator(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Sets the one value that is not the default, and waits for the effect. */
    void set(String key, Object value, BooleanSupplier effect) throws IOException {
        set(Map.of(key, value), effect);
    }

    /** Sets the values that are not the default, all at once, and waits for an effect of one of them. */
    void set(Map<String, Object> values, BooleanSupplier effect) throws IOException {
        Dictionary<String, Object> properties = new Hashtable<>(values);
        admin.getConfiguration(PID, null).update(properties);
        await(effect);
    }

    /** Goes back to the defaults, and waits for the effect. */
    void reset(BooleanSupplier effect) throws IOException {
        admin.getConfiguration(PID, null).delete();
        await(effect);
    }

    private static void await(BooleanSupplier effect) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(InContainer.PATIENCE);
        while (!effect.getAsBoolean()) {
            assertTrue("no effect", System.nanoTime() < end);
        }
    }
}
