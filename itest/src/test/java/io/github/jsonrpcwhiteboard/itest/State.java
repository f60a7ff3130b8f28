package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.FailedServiceDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.RuntimeDTO;

/** What the whiteboard says of itself. */
final class State {

    private static final String FILTER =
            '(' + Constants.OBJECTCLASS + '=' + JsonRpcServiceRuntime.class.getName() + ')';

    private final BundleContext context;

    State(BundleContext context) {
        this.context = context;
    }

    /** The state now. */
    RuntimeDTO now() {
        ServiceReference<JsonRpcServiceRuntime> reference = reference();
        assertNotNull("no " + JsonRpcServiceRuntime.class.getName(), reference);
        JsonRpcServiceRuntime runtime = context.getService(reference);
        try {
            return runtime.getRuntimeDTO();
        } finally {
            context.ungetService(reference);
        }
    }

    /** The number of changes so far, as the service property tells it. */
    long changeCount() {
        return (Long) reference().getProperty("service.changecount");
    }

    /** Paths of the endpoints that answer. */
    List<String> paths() {
        return paths(now().endpoints);
    }

    /** Paths of the endpoints that another one keeps from answering. */
    List<String> shadowed() {
        return paths(now().shadowed);
    }

    /** The declarations that are of no use. */
    List<FailedServiceDTO> failed() {
        return List.of(now().failed);
    }

    /** The endpoint that answers at a path. */
    EndpointDTO endpoint(String path) {
        return Stream.of(now().endpoints).filter(endpoint -> endpoint.path.equals(path)).findFirst()
                .orElseThrow(() -> new AssertionError("no endpoint " + path));
    }

    /** Waits until an endpoint's counts, whose changes nobody announces, are as wanted. */
    void awaitCounts(String path, Predicate<EndpointDTO> wanted) {
        awaitCounts(state -> wanted.test(endpoint(path)));
    }

    /** The same for the counts of all services together. */
    void awaitCounts(Predicate<RuntimeDTO> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(InContainer.PATIENCE);
        while (!wanted.test(now())) {
            assertTrue(now().toString(), System.nanoTime() < end);
            Thread.onSpinWait();
        }
    }

    /** Waits until the service property announces a state that is as wanted. */
    void await(Predicate<RuntimeDTO> wanted) throws InvalidSyntaxException, InterruptedException {
        Semaphore changes = new Semaphore(0);
        ServiceListener listener = event -> changes.release();
        context.addServiceListener(listener, FILTER);
        try {
            while (reference() == null || !wanted.test(now())) {
                if (!changes.tryAcquire(InContainer.PATIENCE, TimeUnit.SECONDS)) {
                    throw new AssertionError("no further change of " + (reference() == null ? null : now()));
                }
            }
        } finally {
            context.removeServiceListener(listener);
        }
    }

    private ServiceReference<JsonRpcServiceRuntime> reference() {
        return context.getServiceReference(JsonRpcServiceRuntime.class);
    }

    private static List<String> paths(EndpointDTO... endpoints) {
        List<String> paths = new ArrayList<>();
        for (EndpointDTO endpoint : endpoints) {
            paths.add(endpoint.path);
        }
        return paths;
    }
}
