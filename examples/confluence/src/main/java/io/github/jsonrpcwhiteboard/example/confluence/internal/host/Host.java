package io.github.jsonrpcwhiteboard.example.confluence.internal.host;

import org.osgi.framework.BundleContext;

/** The OSGi host. Safe for use by several threads. */
public final class Host {

    private final BundleContext context;
    private final boolean mayInstall;

    /**
     * @param context this plugin's
     * @param mayInstall whether callers may install plugins
     */
    public Host(BundleContext context, boolean mayInstall) {
        this.context = context;
        this.mayInstall = mayInstall;
    }
}
