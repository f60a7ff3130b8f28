package io.github.jsonrpcwhiteboard.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins directory, watched by Felix FileInstall. */
final class Plugins {

    private static final Logger LOG = LoggerFactory.getLogger("plugins");
    private static final String IMPLEMENTATION = "osgi.implementation";
    private static final String POLL_MILLIS = "500";

    private final BundleContext context;
    private final Options options;

    Plugins(BundleContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    /** What FileInstall does from its start on: it reads the configuration files, and goes on watching them. */
    static Map<String, String> configurationFiles(Options options) {
        return settings(options, options.conf(), ".*\\.(cfg|config)");
    }

    private static Map<String, String> settings(Options options, Path directory, String filter) {
        return Map.ofEntries(
                Map.entry("felix.fileinstall.dir", directory.toString()),
                Map.entry("felix.fileinstall.filter", filter),
                Map.entry("felix.fileinstall.tmpdir", options.data().resolve("tmp").toString()),
                Map.entry("felix.fileinstall.poll", POLL_MILLIS),
                Map.entry("felix.fileinstall.noInitialDelay", "true"),
                Map.entry("felix.fileinstall.enableConfigSave", "false"),
                Map.entry("felix.fileinstall.subdir.mode", "skip"),
                Map.entry("felix.fileinstall.log.level", "2"),
                Map.entry("felix.fileinstall.start.level", Integer.toString(HostFramework.LEVEL_PLUGINS)),
                // else a plugin that exports what a host bundle would import if it could restarts that bundle
                Map.entry("felix.fileinstall.optionalImportRefreshScope", "managed"),
                Map.entry("felix.fileinstall.fragmentRefreshScope", "managed"));
    }

    /** Starts the plugins that are there, and begins to watch. */
    void start() throws StartException, InterruptedException {
        Bundle fileInstall = Arrays.stream(context.getBundles())
                .filter(bundle -> LogForwarder.FILE_INSTALL.equals(bundle.getSymbolicName())).findFirst()
                .orElseThrow(() -> new StartException("there is no host bundle " + LogForwarder.FILE_INSTALL));
        try {
            BrokenJars.register(fileInstall);
        } catch (ClassNotFoundException e) {
            throw new StartException("this FileInstall has no installers", e);
        }
        ManagedServiceFactory factory = fileInstallFactory();
        // a plugin that never ends to start must not keep the others from being served
        Thread firstScan = new Thread(() -> watch(factory), "first scan of plugins");
        firstScan.setDaemon(true);
        firstScan.start();
        firstScan.join(options.startTimeout().toMillis());
        if (firstScan.isAlive()) {
            LOG.warn("still starting, and holding up those after it: {}",
                    names(bundle -> bundle.getState() == Bundle.STARTING));
        }
    }

    /** Called directly, not through Config Admin, because then it returns when it has handled the files there are. */
    private void watch(ManagedServiceFactory factory) {
        try {
            factory.updated("plugins", new Hashtable<>(settings(options, options.plugins(), "[^.].*\\.jar")));
        } catch (ConfigurationException e) {
            LOG.error("the plugins directory is not watched", e);
        }
    }

    private ManagedServiceFactory fileInstallFactory() throws StartException {
        try {
            return context.getServiceReferences(ManagedServiceFactory.class,
                    "(service.pid=" + LogForwarder.FILE_INSTALL + ")").stream().map(context::getService)
                    .findFirst().orElseThrow(() -> new StartException("FileInstall has no configuration service"));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until each running plugin that says it offers endpoints has one, and says which has none in time. */
    void awaitEndpoints(Duration limit) throws InterruptedException {
        if (!ServiceWait.until(context, limit, () -> withoutEndpoint().isEmpty())) {
            LOG.warn("no endpoint after {} s: {}", limit.toSeconds(), withoutEndpoint());
        }
    }

    private String withoutEndpoint() {
        return names(bundle -> bundle.getState() == Bundle.ACTIVE && offersEndpoints(bundle) && !hasEndpoint(bundle));
    }

    private String names(Predicate<Bundle> filter) {
        String directory = options.plugins().toFile().toURI().toString();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(directory)).filter(filter)
                .map(bundle -> bundle.getLocation().substring(directory.length())).collect(Collectors.joining(", "));
    }

    private static boolean offersEndpoints(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null && wiring.getRequiredWires(IMPLEMENTATION).stream()
                .map(wire -> wire.getCapability().getAttributes().get(IMPLEMENTATION))
                .anyMatch("jsonrpc.whiteboard"::equals);
    }

    private static boolean hasEndpoint(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services != null && Stream.of(services).anyMatch(service -> service.getProperty("rpc.path") != null);
    }
}
