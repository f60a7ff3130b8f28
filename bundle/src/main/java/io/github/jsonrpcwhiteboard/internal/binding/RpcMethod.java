package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectWriter;

import io.github.jsonrpcwhiteboard.CallContext;

/** A callable method of a published interface. Immutable, safe for use by several threads. */
public final class RpcMethod {

    private final Method method;
    private final List<RpcParameter> parameters;
    private final int tokenSlot;
    private final int[] contextSlots;
    private final JavaType resultType;
    private final JavaType valueType;
    private final Lazy<ObjectWriter> writer;
    private final Class<?>[] declared;
    private final boolean named;
    private final boolean returnsNow;
    private final int leastArguments;

    /** @param valueType what the caller gets: of a result that comes later, what it completes with */
    RpcMethod(Method method, Signature signature, List<RpcParameter> parameters, JavaType resultType,
            JavaType valueType, Lazy<ObjectWriter> writer) {
        this.method = method;
        this.parameters = List.copyOf(parameters);
        this.tokenSlot = signature.tokenSlot();
        this.contextSlots = signature.contextSlots();
        this.resultType = resultType;
        this.valueType = valueType;
        this.writer = writer;
        this.declared = method.getExceptionTypes();
        this.named = this.parameters.stream().allMatch(parameter -> parameter.name() != null);
        this.returnsNow = valueType == resultType && Modifier.isFinal(method.getReturnType().getModifiers());
        int least = this.parameters.size();
        while (least > 0 && this.parameters.get(least - 1).isOptional()) {
            least--;
        }
        this.leastArguments = least;
    }

    /**
     * The name.
     *
     * @return as callers write it
     */
    public String name() {
        return method.getName();
    }

    /**
     * The parameters.
     *
     * @return those that the caller sees, unmodifiable
     */
    public List<RpcParameter> parameters() {
        return parameters;
    }

    /**
     * The type of the result.
     *
     * @return as declared
     */
    public JavaType resultType() {
        return resultType;
    }

    /**
     * The type of what the caller gets.
     *
     * @return of a result that comes later, what it completes with
     */
    public JavaType valueType() {
        return valueType;
    }

    /**
     * The Java method, for what its author says about it.
     *
     * @return not to be invoked
     */
    public Method javaMethod() {
        return method;
    }

    /**
     * Whether all parameters have a name.
     *
     * @return true also for a method without parameters
     */
    public boolean hasNames() {
        return named;
    }

    /**
     * Whether the result cannot be one that comes later, so that nobody need look: that takes a tenth of a small call.
     *
     * @return true if what is declared can have no subtype that is
     */
    public boolean returnsNow() {
        return returnsNow;
    }

    /** Index of the parameter that has a name; -1 if none has. */
    int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (name.equals(parameters.get(i).name())) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The method for people.
     *
     * @return as {@code getPage(String spaceKey, String pageTitle)}
     */
    public String signature() {
        return parameters.stream()
                .map(p -> TypeNames.simple(p.type()) + (p.name() == null ? "" : " " + p.name()))
                .collect(Collectors.joining(", ", name() + "(", ")"));
    }

    /** The name with that of each parameter, as {@code getPage(spaceKey,pageTitle)}; null if those are not known. */
    String nameWithParameters() {
        return hasNames() ? parameters.stream().map(RpcParameter::name)
                .collect(Collectors.joining(",", name() + "(", ")")) : null;
    }

    /** The name with the type of each parameter, as {@code getPage(String,String)}. */
    String nameWithTypes() {
        return parameters.stream().map(p -> TypeNames.simple(p.type()))
                .collect(Collectors.joining(",", name() + "(", ")"));
    }

    /** Arguments by position of which optional ones at the end are left out. */
    int leastArguments() {
        return leastArguments;
    }

    /** The arguments before any is given: the token, and what stands for optional ones. */
    Object[] newArguments() {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = leastArguments; i < parameters.size(); i++) {
            arguments[parameters.get(i).slot()] = parameters.get(i).absent();
        }
        if (tokenSlot >= 0) {
            arguments[tokenSlot] = "";
        }
        return arguments;
    }

    /**
     * Calls the service.
     *
     * @param service the service
     * @param arguments as many as the Java method has
     * @param call handed to parameters of that type
     * @return what the method returned; of a {@link Future} that is not a stage, its result
     * @throws Throwable what the service threw
     */
    public Object invoke(Object service, Object[] arguments, CallContext call) throws Throwable {
        for (int slot : contextSlots) {
            arguments[slot] = call;
        }
        try {
            Object result = method.invoke(service, arguments);
            return !returnsNow && result instanceof Future<?> future ? await(future) : result;
        } catch (InvocationTargetException | ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static Object await(Future<?> future) throws InterruptedException, ExecutionException {
        if (future instanceof CompletionStage<?>) {
            return future;
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        }
    }

    /**
     * Writes a result.
     *
     * @param out where to
     * @param result the result, or what a stage completed with
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream out, Object result) throws IOException {
        if (!PlainValues.write(out, result)) {
            writer.get().writeValue(out, result);
        }
    }

    /**
     * Whether an exception is part of the interface. Unchecked exceptions are only if they, or an unchecked type above
     * them, are declared: {@code throws Exception} does not make every programming error public.
     *
     * @param thrown what the service threw
     * @return true if the method declares it
     */
    public boolean declares(Throwable thrown) {
        boolean unchecked = thrown instanceof RuntimeException || thrown instanceof Error;
        for (Class<?> type : declared) {
            boolean uncheckedType = RuntimeException.class.isAssignableFrom(type) || Error.class.isAssignableFrom(type);
            if (type.isInstance(thrown) && (uncheckedType || !unchecked)) {
                return true;
            }
        }
        return false;
    }
}
