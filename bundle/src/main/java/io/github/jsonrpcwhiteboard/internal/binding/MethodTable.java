package io.github.jsonrpcwhiteboard.internal.binding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The callable methods of an endpoint. Immutable, safe for use by several threads. */
public final class MethodTable {

    private final Map<String, Overloads> byName;
    private final List<MethodFailure> failures;
    private final ObjectMapper mapper;

    MethodTable(Map<String, Overloads> byName, List<MethodFailure> failures, ObjectMapper mapper) {
        this.byName = byName;
        this.failures = List.copyOf(failures);
        this.mapper = mapper;
    }

    /**
     * Finds a method by name.
     *
     * @param name the name
     * @return null if there is none
     */
    public Overloads find(String name) {
        return byName.get(name);
    }

    /**
     * All methods.
     *
     * @return in the order of their signatures
     */
    public List<RpcMethod> methods() {
        return byName.values().stream().map(Overloads::methods).flatMap(Collection::stream)
                .sorted(Comparator.comparing(RpcMethod::signature)).toList();
    }

    /**
     * What cannot be called though it was asked for.
     *
     * @return unmodifiable
     */
    public List<MethodFailure> failures() {
        return failures;
    }

    /**
     * The endpoint's own mapper.
     *
     * @return writes error data as it does results
     */
    public ObjectMapper mapper() {
        return mapper;
    }
}
