package io.github.jsonrpcwhiteboard.operations;

import java.util.Dictionary;
import java.util.Hashtable;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.FailedServiceDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.RuntimeDTO;

/** Warns of services that failed; calls that do not come back are worse, since they keep threads. */
final class WhiteboardHealth implements HealthCheck {

    private final JsonRpcServiceRuntime runtime;

    private WhiteboardHealth(JsonRpcServiceRuntime runtime) {
        this.runtime = runtime;
    }

    static Runnable register(BundleContext context, JsonRpcServiceRuntime runtime) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(NAME, "JSON-RPC");
        properties.put(TAGS, new String[] {"jsonrpc"});
        ServiceRegistration<HealthCheck> registration = context.registerService(HealthCheck.class,
                new WhiteboardHealth(runtime), properties);
        return registration::unregister;
    }

    @Override
    public Result execute() {
        RuntimeDTO state = runtime.getRuntimeDTO();
        FormattingResultLog log = new FormattingResultLog();
        log.info("{} endpoints, {} requests in progress", state.endpoints.length, state.callsInProgress);
        for (FailedServiceDTO failed : state.failed) {
            log.warn("{} is no endpoint: {}, {}", failed.path, Views.reason(failed), failed.message);
        }
        for (EndpointDTO endpoint : state.endpoints) {
            if (endpoint.callsOverdue > 0) {
                log.critical("{}: {} calls are over time and do not come back", endpoint.path, endpoint.callsOverdue);
            }
        }
        int others = state.callsOverdue - Counts.overdue(state.endpoints);
        if (others > 0) {
            log.critical("{} calls of services that have no endpoint now are over time and do not come back", others);
        }
        return new Result(log);
    }
}
