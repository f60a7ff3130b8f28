package io.github.jsonrpcwhiteboard.example.confluence.internal.host;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The activator of the plugins of tests: does what the headers of its bundle say. */
public final class ToldActivator implements BundleActivator {

    /** Header: start or stop, whichever is to fail. */
    public static final String FAILS = "Test-Fails";

    @Override
    public void start(BundleContext context) {
        fail(context, "start");
        ServiceReference<Runnable> toDo = context.getServiceReference(Runnable.class);
        if (toDo != null) {
            context.getService(toDo).run();
        }
    }

    @Override
    public void stop(BundleContext context) {
        fail(context, "stop");
    }

    private static void fail(BundleContext context, String when) {
        if (when.equals(context.getBundle().getHeaders().get(FAILS))) {
            throw new UnsupportedOperationException("as told");
        }
    }
}
