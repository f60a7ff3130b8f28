package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.internal.binding.MethodFailure;

/** Tells the operator what became of a declaration, where that is not what its author expects. */
final class DeclarationLog {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");
    private static final String PREFIX = "rpc.";
    private static final Set<String> KNOWN = Set.of(JsonRpcConstants.PATH, JsonRpcConstants.INTERFACE,
            JsonRpcConstants.AUTHENTICATE, JsonRpcConstants.ANONYMOUS, JsonRpcConstants.ROLES, JsonRpcConstants.METHODS,
            JsonRpcConstants.TITLE, JsonRpcConstants.DESCRIPTION, JsonRpcConstants.VERSION, JsonRpcConstants.TIMEOUT,
            JsonRpcConstants.BATCH_PARALLEL, JsonRpcConstants.MAX_CONCURRENT.toLowerCase(Locale.ROOT));

    private DeclarationLog() {
    }

    /** Reports one reading; either the revision or the failure is null, or both. */
    static void report(ServiceReference<?> reference, Revision revision, Failure failure, EndpointRegistry registry) {
        if (failure != null) {
            warn(reference, "is no endpoint: " + failure.message() + " (" + failure.reason() + ")"
                    + first(failure.methods()));
        }
        if (revision == null) {
            return;
        }
        List<MethodFailure> failures = revision.methods().failures();
        if (!failures.isEmpty()) {
            warn(reference, "is an endpoint without " + failures.size() + " of its methods" + first(failures));
        }
        for (String path : revision.declaration().paths()) {
            Endpoint winner = registry.find(path);
            if (winner != null && winner.revision().rank().compareTo(revision.rank()) < 0) {
                LOG.log(Level.INFO, name(reference) + " is shadowed at " + path + " by service "
                        + winner.revision().rank().serviceId());
            }
        }
        for (String key : reference.getPropertyKeys()) {
            String name = key.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX) && !KNOWN.contains(name) && !name.startsWith(JsonRpcConstants.METHOD_ROLES)) {
                warn(reference, "has a property " + key + ", which means nothing here");
            }
        }
    }

    private static String first(List<MethodFailure> failures) {
        return failures.isEmpty() ? "" : ", first " + failures.get(0).method() + ": " + failures.get(0).message() + " ("
                + failures.get(0).reason() + ")";
    }

    private static void warn(ServiceReference<?> reference, String what) {
        LOG.log(Level.WARNING, name(reference) + " " + what);
    }

    private static String name(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        Object path = reference.getProperty(JsonRpcConstants.PATH);
        return "Service " + reference.getProperty(Constants.SERVICE_ID) + " of bundle "
                + (bundle == null ? "(gone)" : bundle.getSymbolicName()) + " with " + JsonRpcConstants.PATH + "="
                + (path instanceof Object[] paths ? Arrays.toString(paths) : path);
    }
}
