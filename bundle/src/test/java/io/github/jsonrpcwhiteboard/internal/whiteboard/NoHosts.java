package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.lang.reflect.Proxy;

import org.osgi.framework.BundleContext;

/** A framework with nothing in it. */
public final class NoHosts {

    private NoHosts() {
    }

    /** Nobody who could check credentials. */
    public static Authenticators authenticators() {
        return new Authenticators((BundleContext) Proxy.newProxyInstance(NoHosts.class.getClassLoader(),
                new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> null));
    }
}
