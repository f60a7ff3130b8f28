package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;

/** Stands in for the framework: keeps the properties that the service is registered with. */
final class Published implements InvocationHandler {

    private final AtomicReference<Callable<?>> before = new AtomicReference<>();
    private volatile Dictionary<?, ?> properties;

    BundleContext context() {
        return as(BundleContext.class);
    }

    /** Whether callers without a login get to the service. */
    boolean isOpen() {
        return (Boolean) properties.get(JsonRpcConstants.ANONYMOUS);
    }

    /** Runs this, once, in the thread that changes the properties next. */
    void beforeNextChange(Callable<?> task) {
        before.set(task);
    }

    private <T> T as(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, this));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Exception {
        switch (method.getName()) {
            case "registerService" -> {
                properties = (Dictionary<?, ?>) arguments[2];
                return as(ServiceRegistration.class);
            }
            case "setProperties" -> {
                Callable<?> task = before.getAndSet(null);
                if (task != null) {
                    task.call();
                }
                if (properties == null) {
                    throw new IllegalStateException("unregistered");
                }
                properties = (Dictionary<?, ?>) arguments[0];
            }
            case "unregister" -> properties = null;
            default -> throw new UnsupportedOperationException(method.getName());
        }
        return null;
    }
}
