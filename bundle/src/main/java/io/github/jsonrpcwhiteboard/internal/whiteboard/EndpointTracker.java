package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;

/**
 * Feeds the registry with the services that have a path. An event says only that there is something to look at: the
 * service is then read as it is now, and if it changed while it was read, again. This is why it is a plain listener and
 * not a ServiceTracker, which drops a change that comes while a service is being added. Safe for use by several
 * threads.
 */
final class EndpointTracker implements AllServiceListener {

    private static final String FILTER = "(" + JsonRpcConstants.PATH + "=*)";

    private final BundleContext context;
    private final EndpointRegistry registry;
    private final RevisionReader reader;
    /** Guarded by itself: services that are being unregistered, which an event of another thread must not revive. */
    private final Set<ServiceReference<?>> leaving = Collections.newSetFromMap(new WeakHashMap<>());

    EndpointTracker(BundleContext context, EndpointRegistry registry, RevisionReader reader) {
        this.context = context;
        this.registry = registry;
        this.reader = reader;
    }

    /** Begins: when this returns, all services that were there are endpoints. */
    void open() {
        try {
            context.addServiceListener(this, FILTER);
            ServiceReference<?>[] present = context.getAllServiceReferences(null, FILTER);
            for (ServiceReference<?> reference : present == null ? new ServiceReference<?>[0] : present) {
                reconcile(reference);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends: no event is heard any more. The endpoints stay until the registry is given up. */
    void close() {
        context.removeServiceListener(this);
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        ServiceReference<?> reference = event.getServiceReference();
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            synchronized (leaving) {
                leaving.add(reference);
            }
            registry.remove(reference);
        } else {
            reconcile(reference);
        }
    }

    private void reconcile(ServiceReference<?> reference) {
        EndpointRegistry.Ticket ticket;
        do {
            synchronized (leaving) {
                if (leaving.contains(reference) || reference.getBundle() == null) {
                    return;
                }
                ticket = registry.touch(reference, source(reference));
            }
        } while (!read(reference, ticket));
    }

    private boolean read(ServiceReference<?> reference, EndpointRegistry.Ticket ticket) {
        Revision revision = null;
        DeclarationException problem = null;
        try {
            revision = reader.read(reference);
        } catch (DeclarationException e) {
            problem = e;
        } catch (RuntimeException | LinkageError e) {
            problem = new DeclarationException(FailedReason.UNKNOWN, "reading the declaration failed: " + e);
        }
        Failure failure = problem == null ? null : failure(reference, problem);
        boolean published = registry.publish(ticket, revision, failure);
        if (published) {
            DeclarationLog.report(reference, revision, failure, registry);
        }
        return published;
    }

    private static Failure failure(ServiceReference<?> reference, DeclarationException problem) {
        Bundle bundle = reference.getBundle();
        Object path = reference.getProperty(JsonRpcConstants.PATH);
        return new Failure((Long) reference.getProperty(Constants.SERVICE_ID),
                bundle == null ? -1 : bundle.getBundleId(),
                path instanceof Object[] paths ? Arrays.toString(paths) : String.valueOf(path), problem.reason(),
                problem.getMessage(), problem.methods());
    }

    private ServiceHolder.Source source(ServiceReference<?> reference) {
        return new ServiceHolder.Source() {
            @Override
            public Object get() {
                return context.getService(reference);
            }

            @Override
            public void unget() {
                try {
                    context.ungetService(reference);
                } catch (IllegalStateException e) {
                    // this bundle has stopped meanwhile, and the framework has released the service
                }
            }
        };
    }
}
