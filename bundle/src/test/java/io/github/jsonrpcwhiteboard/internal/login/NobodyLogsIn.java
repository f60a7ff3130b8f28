package io.github.jsonrpcwhiteboard.internal.login;

import java.lang.reflect.Proxy;

import org.osgi.framework.BundleContext;

/** A framework with nothing in it. */
public final class NobodyLogsIn {

    private NobodyLogsIn() {
    }

    /** Nobody who could check credentials. */
    public static Logins logins() {
        return new Logins((BundleContext) Proxy.newProxyInstance(NobodyLogsIn.class.getClassLoader(),
                new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> null), () -> 3);
    }
}
