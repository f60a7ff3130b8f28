package io.github.jsonrpcwhiteboard.example.confluence.internal.host;

import org.osgi.framework.BundleContext;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteNodeStatus;

/** The OSGi host. Safe for use by several threads. */
public final class Host {

    private final BundleContext context;
    private final boolean mayInstall;
    private final Plugins plugins;
    private final Activities activities = new Activities();

    /**
     * @param context this plugin's
     * @param mayInstall whether callers may install plugins
     */
    public Host(BundleContext context, boolean mayInstall) {
        this.context = context;
        this.mayInstall = mayInstall;
        this.plugins = new Plugins(context);
    }

    public boolean mayInstall() {
        return mayInstall;
    }

    public boolean isInstalled(String symbolicName) {
        return !plugins.named(symbolicName).isEmpty();
    }

    public boolean isEnabled(String symbolicName) {
        return plugins.named(symbolicName).stream().anyMatch(Plugins::isEnabled);
    }

    /** Installs or updates a plugin, and starts it. If that fails, all is as it was before. */
    public void install(byte[] data) throws RemoteException {
        plugins.install(data);
    }

    public Activities activities() {
        return activities;
    }

    public RemoteNodeStatus status() {
        return new NodeStatus(context).read(activities);
    }
}
