package io.github.jsonrpcwhiteboard.internal.binding;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The callable methods of an endpoint. Immutable, safe for use by several threads. */
public final class MethodTable {

    private final Map<String, Overloads> byName;
    /** Overloaded methods one by one. */
    private final Map<String, Overloads> apart;
    private final List<RpcMethod> methods;
    private final List<MethodFailure> failures;
    private final Supplier<ObjectMapper> mapper;

    MethodTable(Map<String, Overloads> byName, List<MethodFailure> failures, Supplier<ObjectMapper> mapper) {
        this.byName = Map.copyOf(byName);
        Map<String, Overloads> overloaded = new HashMap<>();
        byName.values().forEach(overloads -> overloaded.putAll(overloads.apart()));
        this.apart = Map.copyOf(overloaded);
        this.methods = byName.values().stream().map(Overloads::methods).flatMap(Collection::stream)
                .sorted(Comparator.comparing(RpcMethod::name).thenComparing(RpcMethod::signature)).toList();
        this.failures = List.copyOf(failures);
        this.mapper = mapper;
    }

    /**
     * Finds a method by name.
     *
     * @param name the name, or that of one of several methods as {@link #uniqueNames} has it
     * @return null if there is none
     */
    public Overloads find(String name) {
        Overloads overloads = byName.get(name);
        return overloads == null ? apart.get(name) : overloads;
    }

    /**
     * All methods by names that no two of them have, by which they can be called.
     *
     * @return in the order of the names; an overloaded method as {@code getPage(spaceKey,pageTitle)}
     */
    public SortedMap<String, RpcMethod> uniqueNames() {
        SortedMap<String, RpcMethod> names = new TreeMap<>();
        byName.forEach((name, overloads) -> {
            if (overloads.methods().size() == 1) {
                names.put(name, overloads.methods().get(0));
            }
        });
        apart.forEach((name, overloads) -> names.put(name, overloads.methods().get(0)));
        return names;
    }

    /**
     * All methods.
     *
     * @return in the order of their names and signatures, unmodifiable
     */
    public List<RpcMethod> methods() {
        return methods;
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
     * The table's own mapper, made when it is first needed.
     *
     * @return writes error data as it does results
     */
    public ObjectMapper mapper() {
        return mapper.get();
    }
}
