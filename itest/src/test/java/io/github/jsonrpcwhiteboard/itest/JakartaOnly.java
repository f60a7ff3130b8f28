package io.github.jsonrpcwhiteboard.itest;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * A bundle that installs the whiteboard and keeps {@code javax.servlet} and its HTTP runtime out of its sight, as if
 * the host had left them behind. There is no such host yet: those that know {@code jakarta.servlet} know both.
 */
public final class JakartaOnly implements BundleActivator, ResolverHookFactory, FindHook, EventListenerHook {

    /** Framework property: where the whiteboard is. */
    static final String LOCATION = "itest.whiteboard";

    private static final String HIDDEN = "org.osgi.service.http.runtime.HttpServiceRuntime";

    private String location;

    @Override
    public void start(BundleContext context) throws BundleException {
        location = context.getProperty(LOCATION);
        context.registerService(new String[] {ResolverHookFactory.class.getName(), FindHook.class.getName(),
            EventListenerHook.class.getName()}, this, null);
        context.installBundle(location).start();
    }

    @Override
    public void stop(BundleContext context) {
        // the hooks go with the bundle
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return new Blinkers(location);
    }

    @Override
    public void find(BundleContext context, String name, String filter, boolean all,
            Collection<ServiceReference<?>> references) {
        if (isWhiteboard(context)) {
            references.removeIf(JakartaOnly::isHidden);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (isHidden(event.getServiceReference())) {
            listeners.keySet().removeIf(this::isWhiteboard);
        }
    }

    private boolean isWhiteboard(BundleContext context) {
        return location.equals(context.getBundle().getLocation());
    }

    private static boolean isHidden(ServiceReference<?> reference) {
        return Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS)).contains(HIDDEN);
    }

    /** What the resolver may not see. */
    private record Blinkers(String location) implements ResolverHook {

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            if (location.equals(requirement.getRevision().getBundle().getLocation())) {
                candidates.removeIf(Blinkers::isHidden);
            }
        }

        private static boolean isHidden(BundleCapability candidate) {
            Object name = candidate.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
            return name instanceof String text
                    && (text.startsWith("javax.servlet") || text.startsWith("org.osgi.service.http"));
        }

        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            // all of them
        }

        @Override
        public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> candidates) {
            // as they are
        }

        @Override
        public void end() {
            // nothing to clean up
        }
    }
}
