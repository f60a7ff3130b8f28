package io.github.jsonrpcwhiteboard.internal.binding;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.deser.AbstractDeserializer;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.type.TypeBindings;

import io.github.jsonrpcwhiteboard.internal.binding.MethodFailure.Reason;

/**
 * Reads interfaces into a {@link MethodTable}. All reflection happens here. What Jackson builds to see whether a type
 * is usable is dropped again, and built anew by the first call that needs it: an endpoint that is not called holds 6.6
 * instead of 23 KiB, counters included.
 */
public final class MethodTableBuilder {

    private static final String LOGIN = "login";
    private static final Set<String> OBJECT_METHODS =
            Set.of("equals(java.lang.Object)", "hashCode()", "toString()", "getClass()", "notify()", "notifyAll()",
                    "clone()", "finalize()");

    private final ObjectMapper trial;
    private final Lazy<ObjectMapper> lasting;
    private final boolean token;
    private final Set<String> wanted;
    private final List<Class<?>> deferred;
    private final List<MethodFailure> failures = new ArrayList<>();

    /**
     * A builder for one table.
     *
     * @param base the mapper of which the table gets a copy
     * @param token whether the first parameter of every method is a token that the caller leaves out
     * @param wanted names of the methods to publish; empty: all
     * @param deferred generic types whose first type argument is the result that comes later
     */
    public MethodTableBuilder(ObjectMapper base, boolean token, Set<String> wanted, List<Class<?>> deferred) {
        this.trial = Mapping.copy(base);
        this.lasting = new Lazy<>(() -> Mapping.copy(base));
        this.token = token;
        this.wanted = wanted;
        this.deferred = deferred;
    }

    /**
     * Reads the interfaces.
     *
     * @param interfaces the published interfaces
     * @return their methods
     */
    public MethodTable build(Collection<Class<?>> interfaces) {
        Map<String, List<RpcMethod>> byName = new TreeMap<>();
        Set<String> missing = new TreeSet<>(wanted);
        for (Candidate candidate : candidates(interfaces)) {
            String name = candidate.method.getName();
            boolean asked = wanted.isEmpty() || missing.remove(name) || wanted.contains(name);
            if (asked && !(token && LOGIN.equals(name))) {
                RpcMethod method = method(candidate);
                if (method != null) {
                    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(method);
                }
            }
        }
        for (String name : missing) {
            failures.add(new MethodFailure(Reason.NO_SUCH_METHOD, name, "no published interface has this method"));
        }
        Map<String, Overloads> table = new HashMap<>();
        byName.forEach((name, methods) -> table.put(name, new Overloads(methods, lasting)));
        return new MethodTable(table, failures, lasting);
    }

    /** A method with its generic types resolved against the interface that is published. */
    private record Candidate(Method method, JavaType[] types, JavaType result) {

        String key() {
            StringBuilder key = new StringBuilder(method.getName()).append('(');
            for (JavaType type : types) {
                key.append(key.charAt(key.length() - 1) == '(' ? "" : ",").append(type.getRawClass().getName());
            }
            return key.append(')').toString();
        }
    }

    /** The methods by signature, in an order that does not depend on the JVM; of two, the more specific result wins. */
    private Collection<Candidate> candidates(Collection<Class<?>> interfaces) {
        Map<String, Candidate> candidates = new TreeMap<>();
        for (Class<?> published : interfaces) {
            JavaType type = trial.constructType(published);
            for (Method method : published.getMethods()) {
                if (!Modifier.isStatic(method.getModifiers()) && !method.isBridge() && !method.isSynthetic()) {
                    Candidate candidate = resolve(type, method);
                    if (!OBJECT_METHODS.contains(candidate.key())) {
                        candidates.merge(candidate.key(), candidate, MethodTableBuilder::moreSpecific);
                    }
                }
            }
        }
        return candidates.values();
    }

    private static Candidate moreSpecific(Candidate one, Candidate other) {
        return one.result.getRawClass().isAssignableFrom(other.result.getRawClass()) ? other : one;
    }

    private Candidate resolve(JavaType published, Method method) {
        JavaType declaring = published.findSuperType(method.getDeclaringClass());
        TypeBindings bindings = declaring == null ? TypeBindings.emptyBindings() : declaring.getBindings();
        Type[] generic = method.getGenericParameterTypes();
        JavaType[] types = new JavaType[generic.length];
        for (int i = 0; i < generic.length; i++) {
            types[i] = trial.getTypeFactory().resolveMemberType(generic[i], bindings);
        }
        return new Candidate(method, types,
                trial.getTypeFactory().resolveMemberType(method.getGenericReturnType(), bindings));
    }

    private RpcMethod method(Candidate candidate) {
        Signature signature = Signature.of(candidate.method, candidate.types, token);
        if (signature == null) {
            return fail(candidate, Reason.NO_TOKEN, "the first parameter is no String, there is no token to leave out");
        }
        Lazy<ObjectMapper> mapper = lasting; // what is lazy is not to keep this builder, with the trial
        try {
            candidate.method.setAccessible(true);
            List<RpcParameter> parameters = new ArrayList<>();
            for (Signature.Visible visible : signature.visible()) {
                JavaType type = visible.type();
                check(type);
                parameters.add(new RpcParameter(parameters.size(), visible.slot(), visible.name(), type,
                        new Lazy<>(() -> mapper.get().readerFor(type))));
            }
            JavaType value = valueType(candidate.result);
            writer(trial, value); // fails here rather than at the first call
            return new RpcMethod(candidate.method, signature, parameters, candidate.result, value,
                    new Lazy<>(() -> writer(mapper.get(), value)));
        } catch (UnsafeTypeException e) {
            return fail(candidate, Reason.UNSAFE_TYPE, e.getMessage());
        } catch (JsonMappingException | IllegalArgumentException | InaccessibleObjectException | LinkageError e) {
            return fail(candidate, Reason.UNUSABLE_TYPE, firstLine(e));
        }
    }

    private RpcMethod fail(Candidate candidate, Reason reason, String message) {
        failures.add(new MethodFailure(reason, candidate.key(), message));
        return null;
    }

    /** Jackson keeps quiet about a type it cannot read until the first value comes. */
    private void check(JavaType type) throws JsonMappingException {
        DefaultDeserializationContext context = ((DefaultDeserializationContext) trial.getDeserializationContext())
                .createDummyInstance(trial.getDeserializationConfig());
        try {
            if (context.findRootValueDeserializer(type) instanceof AbstractDeserializer && !type.isJavaLangObject()) {
                throw JsonMappingException.from(context,
                        TypeNames.full(type) + " is abstract, JSON cannot say which class");
            }
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof UnsafeTypeException unsafe) {
                throw unsafe;
            }
            throw e;
        }
    }

    private JavaType valueType(JavaType result) {
        JavaType type = result;
        for (Class<?> later : deferred) {
            JavaType found = result.findSuperType(later);
            if (found != null) {
                type = found.containedTypeOrUnknown(0);
            }
        }
        return type;
    }

    /** Generic results are written as declared, others as what they are: a bean of a subclass keeps its members. */
    private static ObjectWriter writer(ObjectMapper mapper, JavaType type) {
        return type.hasGenericTypes() || type.isContainerType() && !type.isJavaLangObject()
                ? mapper.writerFor(type) : mapper.writer();
    }

    private static String firstLine(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
