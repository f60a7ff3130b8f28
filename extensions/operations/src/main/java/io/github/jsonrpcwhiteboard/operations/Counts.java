package io.github.jsonrpcwhiteboard.operations;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.ErrorCountDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.MethodDTO;

/** Sums. */
final class Counts {

    private Counts() {
    }

    /** One method for each name: overloads all have the counts of their name. */
    static Collection<MethodDTO> byName(EndpointDTO endpoint) {
        Map<String, MethodDTO> methods = new TreeMap<>();
        for (MethodDTO method : endpoint.methods) {
            methods.putIfAbsent(method.name, method);
        }
        return methods.values();
    }

    static long calls(EndpointDTO... endpoints) {
        return Stream.of(endpoints).flatMap(endpoint -> byName(endpoint).stream()).mapToLong(m -> m.calls).sum();
    }

    static long errors(EndpointDTO... endpoints) {
        return Stream.of(endpoints).flatMap(endpoint -> byName(endpoint).stream()).mapToLong(Counts::errors).sum();
    }

    static long errors(MethodDTO method) {
        long sum = 0;
        for (ErrorCountDTO error : method.errors) {
            sum += error.count;
        }
        return sum;
    }

    /** A service has the same count at each of its paths. */
    static int overdue(EndpointDTO... endpoints) {
        return Stream.of(endpoints).collect(Collectors.toMap(endpoint -> endpoint.serviceId,
                endpoint -> endpoint.callsOverdue, Math::max)).values().stream().mapToInt(overdue -> overdue).sum();
    }
}
