package io.github.jsonrpcwhiteboard.example.confluence.internal.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** The bundles of the host, and those among them that callers have installed. Safe for use by several threads. */
final class Plugins {

    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);
    /** What the locations of installed plugins begin with; the symbolic name follows. */
    private static final String LOCATION = "confluence:";

    private final BundleContext context;
    /** A plugin that does not end to start keeps others from being installed, but not their callers waiting. */
    private final Lock installing = new ReentrantLock();

    Plugins(BundleContext context) {
        this.context = context;
    }

    List<Bundle> named(String symbolicName) {
        return Stream.of(context.getBundles()).filter(bundle -> symbolicName.equals(bundle.getSymbolicName())).toList();
    }

    /** Whether a bundle does all that it can: run, or, if it is a fragment, be part of its host. */
    static boolean isEnabled(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        return fragment ? bundle.getState() == Bundle.RESOLVED : isStarted(bundle);
    }

    /** A bundle that waits in STARTING until its first class is needed counts as well. */
    private static boolean isStarted(Bundle bundle) {
        return (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
    }

    /** Installs or updates a plugin, and starts it. If that fails, all is as it was before. */
    void install(byte[] data) throws RemoteException {
        String name = PluginArchive.symbolicName(data).orElseThrow(() -> new RemoteException(
                "The plugin is not an OSGi bundle: it has no manifest with a Bundle-SymbolicName."));
        if (!installing.tryLock()) {
            throw new RemoteException("Another plugin is being installed: try again later.");
        }
        try {
            Optional<Bundle> installed = installed(name);
            if (installed.isPresent()) {
                update(installed.get(), data);
            } else {
                add(name, data);
            }
        } catch (IllegalStateException e) {
            throw new RemoteException("The plugin " + name + " has been uninstalled meanwhile.");
        } finally {
            installing.unlock();
        }
    }

    /** The bundle of this name, if a caller has installed it. */
    private Optional<Bundle> installed(String name) throws RemoteException {
        List<Bundle> named = named(name);
        if (!named.stream().map(Bundle::getLocation).allMatch((LOCATION + name)::equals)) {
            throw new RemoteException("The plugin " + name + " belongs to the server: it cannot be replaced.");
        }
        return named.stream().findFirst();
    }

    private void add(String name, byte[] data) throws RemoteException {
        try {
            Bundle bundle = context.installBundle(LOCATION + name, new ByteArrayInputStream(data));
            try {
                bundle.start();
            } catch (BundleException e) {
                bundle.uninstall();
                throw e;
            }
        } catch (BundleException e) {
            throw refusal(name, e);
        }
    }

    private void update(Bundle bundle, byte[] data) throws RemoteException {
        boolean wasStarted = isStarted(bundle);
        byte[] before;
        try {
            before = PluginArchive.of(bundle);
        } catch (IOException e) {
            throw new RemoteException("The plugin " + bundle.getSymbolicName() + " cannot be updated.");
        }
        try {
            replace(bundle, data);
            bundle.start();
        } catch (BundleException e) {
            putBack(bundle, before, wasStarted);
            throw refusal(bundle.getSymbolicName(), e);
        }
    }

    /** Stopped first: else the framework would start it, and tell nobody if it fails. */
    private static void replace(Bundle bundle, byte[] data) throws BundleException {
        try {
            bundle.stop();
        } catch (BundleException e) {
            LOG.warn("The plugin {} does not stop well, and is replaced", bundle.getSymbolicName(), e);
        }
        bundle.update(new ByteArrayInputStream(data));
    }

    private static void putBack(Bundle bundle, byte[] before, boolean wasStarted) {
        try {
            replace(bundle, before);
            if (wasStarted) {
                bundle.start();
            }
        } catch (BundleException e) {
            LOG.error("The plugin {} could be neither updated nor put back", bundle.getSymbolicName(), e);
        }
    }

    private static RemoteException refusal(String name, BundleException e) {
        LOG.info("The plugin {} is refused", name, e);
        return new RemoteException("The plugin " + name + " does not start: "
                + (e.getCause() == null ? e.getMessage() : e.getCause()));
    }
}
