package io.github.jsonrpcwhiteboard.operations;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.FailedMethodDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.FailedServiceDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.MethodDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.RuntimeDTO;

/** The state as tables. */
final class Views {

    private static final Map<Integer, String> REASONS = Map.of(
            FailedServiceDTO.BAD_PATH, "BAD_PATH",
            FailedServiceDTO.NO_INTERFACE, "NO_INTERFACE",
            FailedServiceDTO.BAD_INTERFACE, "BAD_INTERFACE",
            FailedServiceDTO.INTERFACE_NOT_VISIBLE, "INTERFACE_NOT_VISIBLE",
            FailedServiceDTO.NO_METHODS, "NO_METHODS",
            FailedServiceDTO.BAD_PROPERTY, "BAD_PROPERTY");

    private Views() {
    }

    static Table list(RuntimeDTO state) {
        Table table = new Table("PATH", "STATE", "METHODS", "CALLS", "ERRORS", "IN PROGRESS", "SERVICE", "BUNDLE",
                "TITLE");
        rows(table, "live", state.endpoints);
        rows(table, "shadowed", state.shadowed);
        return table;
    }

    private static void rows(Table table, String state, EndpointDTO... endpoints) {
        for (EndpointDTO endpoint : endpoints) {
            table.row(endpoint.path, state, endpoint.methods.length, Counts.calls(endpoint), Counts.errors(endpoint),
                    endpoint.callsInProgress, endpoint.serviceId, endpoint.bundleId, endpoint.title);
        }
    }

    static Table facts(EndpointDTO endpoint) {
        return new Table("path", endpoint.path)
                .row("title", endpoint.title)
                .row("description", endpoint.description)
                .row("version", endpoint.version)
                .row("service, bundle", endpoint.serviceId + ", " + endpoint.bundleId)
                .row("interfaces", String.join(", ", endpoint.interfaces))
                .row("callers", endpoint.anonymous ? "anybody" : "logged in")
                .row("roles", String.join(", ", endpoint.roles))
                .row("timeout", endpoint.timeout + " ms")
                .row("in progress", endpoint.callsInProgress + " of " + endpoint.maxConcurrent)
                .row("waiting", endpoint.callsWaiting)
                .row("batches", endpoint.batchParallel > 1 ? endpoint.batchParallel + " calls at the same time"
                        : "one call after the other")
                .row("overdue", endpoint.callsOverdue);
    }

    static Table methods(EndpointDTO endpoint) {
        Table methods = new Table("METHOD", "CALLS", "ERRORS", "MEAN MS", "ERRORS BY CODE");
        for (MethodDTO method : endpoint.methods) {
            methods.row(signature(method), method.calls, Counts.errors(method),
                    method.calls == 0 ? "" : method.totalMillis / method.calls,
                    Stream.of(method.errors).map(error -> error.code + ": " + error.count)
                            .collect(Collectors.joining(", ")));
        }
        for (FailedMethodDTO method : endpoint.failedMethods) {
            methods.row(method.method, "failed", "", "", method.message);
        }
        return methods;
    }

    private static String signature(MethodDTO method) {
        List<String> names = List.of(method.parameterNames);
        return method.name + IntStream.range(0, method.parameterTypes.length)
                .mapToObj(i -> method.parameterTypes[i] + (names.isEmpty() ? "" : " " + names.get(i)))
                .collect(Collectors.joining(", ", "(", ") ")) + method.returnType;
    }

    static Table failed(RuntimeDTO state) {
        Table table = new Table("SERVICE", "BUNDLE", "PATH", "REASON", "MESSAGE");
        for (FailedServiceDTO failed : state.failed) {
            table.row(failed.serviceId, failed.bundleId, failed.path, reason(failed), failed.message);
        }
        return table;
    }

    static String reason(FailedServiceDTO failed) {
        return REASONS.getOrDefault(failed.reason, "UNKNOWN");
    }
}
