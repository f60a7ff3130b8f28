package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The methods of one name: chooses the one that a call means and binds its arguments. Immutable. */
public final class Overloads {

    private final List<RpcMethod> methods;
    private final Supplier<ObjectMapper> mapper;

    Overloads(List<RpcMethod> methods, Supplier<ObjectMapper> mapper) {
        this.methods = List.copyOf(methods);
        this.mapper = mapper;
    }

    /**
     * The name that the methods have in common.
     *
     * @return as in Java
     */
    public String name() {
        return methods.get(0).name();
    }

    /**
     * Each of several methods under a name of its own: with the names of its parameters, or, if those do not tell them
     * apart, with their types.
     *
     * @return empty for a single method
     */
    Map<String, Overloads> apart() {
        if (methods.size() == 1) {
            return Map.of();
        }
        Set<String> names = methods.stream().map(RpcMethod::nameWithParameters).collect(Collectors.toSet());
        boolean enough = names.size() == methods.size() && !names.contains(null);
        return methods.stream().collect(Collectors.toMap(
                enough ? RpcMethod::nameWithParameters : RpcMethod::nameWithTypes,
                method -> new Overloads(List.of(method), mapper),
                (first, second) -> first)); // to callers they look the same, so that no call can mean one of them
    }

    List<RpcMethod> methods() {
        return methods;
    }

    /**
     * Binds arguments while the body is read, if that is simple.
     *
     * @param in stands before the arguments; behind them if this succeeds, else anywhere
     * @return null if they must be bound by {@link #bind}
     */
    public Bound bindEarly(PlainJson in) {
        return EarlyBinding.bind(methods, in);
    }

    /**
     * Chooses the method and binds its arguments.
     *
     * @param params the arguments as sent
     * @return the call
     * @throws ArgumentException if no method, or more than one, takes these arguments
     */
    public Bound bind(Params params) throws ArgumentException {
        return params instanceof Bound bound ? bound : bindSent((SentParams) params);
    }

    private Bound bindSent(SentParams params) throws ArgumentException {
        try {
            return switch (params.kind()) {
                case NONE -> withoutArguments();
                case ARRAY -> byPosition(params);
                case OBJECT -> byName(params);
            };
        } catch (IOException e) {
            throw new ArgumentException("the arguments cannot be read");
        }
    }

    /** With the mapper of the table behind it, which a deserializer of the plugin's may ask for. */
    private JsonParser open(SentParams params) throws IOException {
        return params.open((BodyFactory) mapper.get().getFactory());
    }

    private Bound withoutArguments() throws IOException, ArgumentException {
        List<RpcMethod> candidates = ofArity(0);
        RpcMethod method = candidates.size() < 2 ? only(candidates, 0) : best(candidates, m -> 0);
        return new Bound(method, method.newArguments());
    }

    private Bound byPosition(SentParams params) throws IOException, ArgumentException {
        RpcMethod method = methods.size() == 1 ? methods.get(0) : choose(params);
        Object[] arguments = method.newArguments();
        try (JsonParser in = open(params)) {
            for (RpcParameter parameter : method.parameters()) {
                if (in.nextToken() == JsonToken.END_ARRAY) {
                    if (parameter.index() < method.leastArguments()) {
                        throw wrongNumber(parameter.index());
                    }
                    return new Bound(method, arguments);
                }
                arguments[parameter.slot()] = parameter.read(in);
            }
            if (in.nextToken() != JsonToken.END_ARRAY) {
                throw wrongNumber(count(params));
            }
        }
        return new Bound(method, arguments);
    }

    private RpcMethod choose(SentParams params) throws IOException, ArgumentException {
        int count = count(params);
        List<RpcMethod> candidates = ofArity(count);
        if (candidates.size() < 2) {
            return only(candidates, count);
        }
        return best(candidates, method -> {
            try (JsonParser in = open(params)) {
                int total = 0;
                for (RpcParameter parameter : method.parameters().subList(0, count)) {
                    in.nextToken();
                    int fit = Fit.of(in, parameter.type());
                    if (fit == Fit.NONE) {
                        return Fit.NONE;
                    }
                    total += fit;
                }
                return total;
            }
        });
    }

    /** An object is first taken as the only argument, then, if that fails, member by member as the parameters. */
    private Bound byName(SentParams params) throws IOException, ArgumentException {
        ArgumentException first = null;
        List<RpcMethod> takers = methods.stream()
                .filter(m -> m.parameters().size() == 1 && Fit.object(m.parameters().get(0).type()) != Fit.NONE)
                .toList();
        if (!takers.isEmpty()) {
            try {
                return asOnlyArgument(takers, params);
            } catch (ArgumentException e) {
                first = e;
            }
        }
        Set<String> names = members(params);
        List<RpcMethod> named = methods.stream().filter(m -> takes(m, names)).toList();
        if (named.isEmpty()) {
            throw first == null ? noSuchNames(names) : first;
        }
        RpcMethod method = named.size() == 1 ? named.get(0) : best(named, m -> fitByName(m, params));
        return bindMembers(method, params);
    }

    private Bound asOnlyArgument(List<RpcMethod> takers, SentParams params)
            throws IOException, ArgumentException {
        RpcMethod method = takers.size() == 1 ? takers.get(0)
                : best(takers, m -> Fit.object(m.parameters().get(0).type()));
        Object[] arguments = method.newArguments();
        try (JsonParser in = open(params)) {
            RpcParameter parameter = method.parameters().get(0);
            arguments[parameter.slot()] = parameter.read(in);
        }
        return new Bound(method, arguments);
    }

    private Bound bindMembers(RpcMethod method, SentParams params) throws IOException, ArgumentException {
        Object[] arguments = method.newArguments();
        method.parameters().forEach(p -> arguments[p.slot()] = p.absent());
        Set<String> seen = new TreeSet<>();
        try (JsonParser in = open(params)) {
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                RpcParameter parameter = parameter(method, name);
                if (!seen.add(name)) {
                    throw parameter.at(new ArgumentException("the parameter is given twice"));
                }
                in.nextToken();
                arguments[parameter.slot()] = parameter.read(in);
            }
        }
        return new Bound(method, arguments);
    }

    private int fitByName(RpcMethod method, SentParams params) throws IOException {
        try (JsonParser in = open(params)) {
            int total = 0;
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                int fit = Fit.of(in, parameter(method, name).type());
                if (fit == Fit.NONE) {
                    return Fit.NONE;
                }
                total += fit;
            }
            return total;
        }
    }

    private static RpcParameter parameter(RpcMethod method, String name) {
        return method.parameters().stream().filter(p -> name.equals(p.name())).findFirst().orElseThrow();
    }

    private static boolean takes(RpcMethod method, Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        for (RpcParameter parameter : method.parameters()) {
            if (parameter.name() == null || !unknown.remove(parameter.name()) && !parameter.isOptional()) {
                return false;
            }
        }
        return unknown.isEmpty();
    }

    private ArgumentException noSuchNames(Set<String> names) {
        if (methods.stream().noneMatch(RpcMethod::hasNames)) {
            return new ArgumentException("the names of the parameters are not known, send an array").with("expected",
                    signatures(methods));
        }
        List<String> cut = names.stream().limit(20).map(BindingErrors::cut).toList();
        return new ArgumentException("no method takes parameters of these names").with("names", cut).with("expected",
                signatures(methods));
    }

    /** Rates a method for the arguments of a call. */
    private interface Rating {
        int of(RpcMethod method) throws IOException;
    }

    private RpcMethod best(List<RpcMethod> candidates, Rating rating) throws IOException, ArgumentException {
        List<RpcMethod> best = new ArrayList<>();
        int lowest = Integer.MAX_VALUE;
        for (RpcMethod candidate : candidates) {
            int rate = rating.of(candidate);
            if (rate != Fit.NONE && rate <= lowest) {
                if (rate < lowest) {
                    best.clear();
                }
                lowest = rate;
                best.add(candidate);
            }
        }
        if (best.isEmpty()) {
            throw new ArgumentException("no method takes arguments of these types").with("expected",
                    signatures(candidates));
        }
        if (best.size() > 1) {
            throw new ArgumentException("the arguments fit more than one method equally well").with("expected",
                    signatures(best));
        }
        return best.get(0);
    }

    private int count(SentParams params) throws IOException {
        try (JsonParser in = open(params)) {
            int count = 0;
            while (in.nextToken() != JsonToken.END_ARRAY) {
                in.skipChildren();
                count++;
            }
            return count;
        }
    }

    private Set<String> members(SentParams params) throws IOException {
        Set<String> names = new TreeSet<>();
        try (JsonParser in = open(params)) {
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                names.add(name);
                in.nextToken();
                in.skipChildren();
            }
        }
        return names;
    }

    /** Those with so many parameters; if there are none, those whose optional ones make up for the rest. */
    private List<RpcMethod> ofArity(int count) {
        List<RpcMethod> exact = methods.stream().filter(m -> m.parameters().size() == count).toList();
        return !exact.isEmpty() ? exact : methods.stream()
                .filter(m -> m.leastArguments() <= count && count < m.parameters().size()).toList();
    }

    private RpcMethod only(List<RpcMethod> candidates, int count) throws ArgumentException {
        if (candidates.isEmpty()) {
            throw wrongNumber(count);
        }
        return candidates.get(0);
    }

    private ArgumentException wrongNumber(int count) {
        String expected = methods.stream()
                .flatMapToInt(m -> IntStream.rangeClosed(m.leastArguments(), m.parameters().size()))
                .distinct().sorted().mapToObj(String::valueOf).collect(Collectors.joining(" or "));
        return new ArgumentException("wrong number of arguments: " + count + " instead of " + expected).with("expected",
                signatures(methods));
    }

    private static List<String> signatures(List<RpcMethod> methods) {
        return methods.stream().map(RpcMethod::signature).sorted().toList();
    }
}
