package io.github.jsonrpcwhiteboard.launcher;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;

/** Waits for something that services decide: looks whenever one of them comes, changes or goes. */
final class ServiceWait implements AllServiceListener {

    /** For what is live a moment after the event that tells of it. */
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final BooleanSupplier condition;
    private boolean changed;

    private ServiceWait(BooleanSupplier condition) {
        this.condition = condition;
    }

    /** Whether the condition came true in time. */
    static boolean until(BundleContext context, Duration limit, BooleanSupplier condition)
            throws InterruptedException {
        ServiceWait wait = new ServiceWait(condition);
        context.addServiceListener(wait);
        try {
            return wait.until(System.nanoTime() + limit.toNanos());
        } finally {
            context.removeServiceListener(wait);
        }
    }

    private boolean until(long deadline) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            synchronized (this) {
                if (!changed) {
                    wait(Math.min(left, LOOK_AGAIN_MILLIS));
                }
                changed = false;
            }
        }
        return true;
    }

    @Override
    public synchronized void serviceChanged(ServiceEvent event) {
        changed = true;
        notifyAll();
    }
}
