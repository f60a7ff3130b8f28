package io.github.jsonrpcwhiteboard.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;

/** Offers what the host has an API for, while there is a whiteboard. */
public final class OperationsActivator implements BundleActivator {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard.operations");

    /** Lambdas and not references to methods: those would load the classes here, all or none. */
    private static final List<Part> PARTS = List.of(
            (context, runtime) -> Commands.register(context, runtime),
            (context, runtime) -> RuntimeBean.register(runtime),
            (context, runtime) -> MetricsConfiguration.register(context, runtime),
            (context, runtime) -> Inventory.register(context, runtime),
            (context, runtime) -> WhiteboardHealth.register(context, runtime),
            (context, runtime) -> ConsolePlugin.register(context, runtime));

    private ServiceTracker<JsonRpcServiceRuntime, List<Runnable>> runtimes;

    /** Something to offer. */
    private interface Part {

        /** Begins; returns what ends it. */
        Runnable start(BundleContext context, JsonRpcServiceRuntime runtime);
    }

    @Override
    public void start(BundleContext context) {
        runtimes = new ServiceTracker<>(context, JsonRpcServiceRuntime.class, null) {
            @Override
            public List<Runnable> addingService(ServiceReference<JsonRpcServiceRuntime> reference) {
                return startAll(context, context.getService(reference));
            }

            @Override
            public void removedService(ServiceReference<JsonRpcServiceRuntime> reference, List<Runnable> started) {
                started.forEach(Runnable::run);
                context.ungetService(reference);
            }
        };
        runtimes.open();
    }

    @Override
    public void stop(BundleContext context) {
        runtimes.close();
    }

    private static List<Runnable> startAll(BundleContext context, JsonRpcServiceRuntime runtime) {
        List<Runnable> started = new ArrayList<>();
        for (Part part : PARTS) {
            try {
                started.add(part.start(context, runtime));
            } catch (NoClassDefFoundError e) {
                LOG.log(Level.DEBUG, "not offered, the host has no {0}", e.getMessage());
            }
        }
        return started;
    }
}
