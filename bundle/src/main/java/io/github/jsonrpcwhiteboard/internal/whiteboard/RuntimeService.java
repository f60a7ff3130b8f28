package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.function.Supplier;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.internal.binding.MethodFailure;
import io.github.jsonrpcwhiteboard.internal.binding.RpcMethod;
import io.github.jsonrpcwhiteboard.internal.binding.RpcParameter;
import io.github.jsonrpcwhiteboard.internal.binding.TypeNames;
import io.github.jsonrpcwhiteboard.internal.protocol.MethodCounters;
import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.DurationCountDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.ErrorCountDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.FailedMethodDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.FailedServiceDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.MethodDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.RuntimeDTO;

/** The registry's state as a service. */
final class RuntimeService implements JsonRpcServiceRuntime {

    private static final String CHANGE_COUNT = "service.changecount";

    private final Supplier<EndpointRegistry> registry;
    private final Supplier<Settings> settings;
    private final HostCalls hostCalls;
    private final SerialTask teller = new SerialTask(this::tell);
    private volatile ServiceRegistration<?> registration;

    RuntimeService(Supplier<EndpointRegistry> registry, Supplier<Whiteboard.InForce> inForce) {
        this.registry = registry;
        this.settings = () -> inForce.get().settings();
        this.hostCalls = new HostCalls(registry, inForce);
    }

    void register(BundleContext context) {
        registration = context.registerService(JsonRpcServiceRuntime.class, this, properties());
    }

    void unregister() {
        ServiceRegistration<?> current = registration;
        registration = null;
        if (current != null) {
            current.unregister();
        }
    }

    /** Tells the change count. Of several threads one tells for all, so that it never goes back and nobody waits. */
    void changed() {
        teller.run();
    }

    private void tell() {
        ServiceRegistration<?> current = registration;
        if (current != null) {
            try {
                current.setProperties(properties());
            } catch (IllegalStateException e) {
                // unregistered meanwhile
            }
        }
    }

    private Dictionary<String, Object> properties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CHANGE_COUNT, registry.get().changeCount());
        return properties;
    }

    @Override
    public String call(String path, String request) {
        return hostCalls.call(path, request);
    }

    @Override
    public RuntimeDTO getRuntimeDTO() {
        EndpointRegistry.State state = registry.get().state();
        RuntimeDTO dto = new RuntimeDTO();
        dto.changeCount = state.changeCount();
        dto.prefix = settings.get().prefix() + "/json-rpc";
        CallStats total = registry.get().total();
        dto.callsInProgress = total.inProgress();
        dto.callsWaiting = total.waiting();
        dto.callsOverdue = total.overdue();
        dto.endpoints = endpoints(state.live());
        dto.shadowed = endpoints(state.shadowed());
        dto.failed = state.failed().stream().sorted(Comparator.comparing(Failure::serviceId))
                .map(RuntimeService::failed).toArray(FailedServiceDTO[]::new);
        return dto;
    }

    private EndpointDTO[] endpoints(List<Endpoint> endpoints) {
        return endpoints.stream()
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(endpoint -> endpoint.revision().rank()))
                .map(this::endpoint).toArray(EndpointDTO[]::new);
    }

    private EndpointDTO endpoint(Endpoint endpoint) {
        Revision revision = endpoint.revision();
        EndpointDTO dto = new EndpointDTO();
        dto.path = endpoint.path();
        dto.serviceId = revision.rank().serviceId();
        dto.serviceRanking = revision.rank().ranking();
        dto.bundleId = revision.bundleId();
        dto.interfaces = revision.interfaces().toArray(String[]::new);
        dto.title = revision.title();
        dto.description = revision.declaration().description();
        dto.version = revision.version();
        dto.anonymous = endpoint.isAnonymous();
        dto.roles = endpoint.roles().stream().sorted().toArray(String[]::new);
        dto.timeout = endpoint.timeout() == 0 ? settings.get().limits().timeout() : endpoint.timeout();
        dto.maxConcurrent = endpoint.maxConcurrent(settings.get().limits().endpointCalls());
        dto.batchParallel = endpoint.batchParallel();
        dto.callsInProgress = endpoint.stats().inProgress();
        dto.callsWaiting = endpoint.stats().waiting();
        dto.callsOverdue = endpoint.stats().overdue();
        dto.methods = endpoint.methods().methods().stream().map(method -> method(method, endpoint))
                .toArray(MethodDTO[]::new);
        dto.failedMethods = failedMethods(endpoint.methods().failures());
        return dto;
    }

    private static MethodDTO method(RpcMethod method, Endpoint endpoint) {
        MethodDTO dto = new MethodDTO();
        dto.name = method.name();
        dto.parameterTypes = method.parameters().stream().map(RpcParameter::type).map(TypeNames::full)
                .toArray(String[]::new);
        dto.parameterNames = method.hasNames()
                ? method.parameters().stream().map(RpcParameter::name).toArray(String[]::new) : new String[0];
        dto.returnType = TypeNames.full(method.resultType());
        count(dto, endpoint.counted(method.name()));
        return dto;
    }

    private static void count(MethodDTO dto, MethodCounters counters) {
        dto.calls = counters.calls();
        dto.callsInProgress = counters.inProgress();
        dto.totalMillis = counters.totalMillis();
        dto.errors = counters.errors().entrySet().stream().map(entry -> {
            ErrorCountDTO error = new ErrorCountDTO();
            error.code = entry.getKey();
            error.count = entry.getValue();
            return error;
        }).toArray(ErrorCountDTO[]::new);
        dto.histogram = counters.histogram().entrySet().stream().map(entry -> {
            DurationCountDTO duration = new DurationCountDTO();
            duration.upTo = entry.getKey();
            duration.count = entry.getValue();
            return duration;
        }).toArray(DurationCountDTO[]::new);
    }

    private static FailedServiceDTO failed(Failure failure) {
        FailedServiceDTO dto = new FailedServiceDTO();
        dto.serviceId = failure.serviceId();
        dto.bundleId = failure.bundleId();
        dto.path = failure.path();
        dto.reason = failure.reason().code();
        dto.message = failure.message();
        dto.failedMethods = failedMethods(failure.methods());
        return dto;
    }

    private static FailedMethodDTO[] failedMethods(List<MethodFailure> failures) {
        return failures.stream().map(failure -> {
            FailedMethodDTO dto = new FailedMethodDTO();
            dto.method = failure.method();
            dto.reason = switch (failure.reason()) {
                case NO_SUCH_METHOD -> FailedMethodDTO.NO_SUCH_METHOD;
                case NO_TOKEN -> FailedMethodDTO.NO_TOKEN;
                case UNUSABLE_TYPE -> FailedMethodDTO.UNUSABLE_TYPE;
                case UNSAFE_TYPE -> FailedMethodDTO.UNSAFE_TYPE;
            };
            dto.message = failure.message();
            return dto;
        }).toArray(FailedMethodDTO[]::new);
    }
}
