package io.github.jsonrpcwhiteboard.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The framework and the bundles of the host.
 *
 * <p>Start levels order only the stop, from the highest to the lowest: first the whiteboard, which lets the calls in
 * progress finish; then the plugins that they run in; then HTTP, which has sent their answers, and all the rest.
 */
final class HostFramework {

    static final String WHITEBOARD = "io.github.jsonrpcwhiteboard";

    static final int LEVEL_PLUGINS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(HostFramework.class);

    private static final int LEVEL_HOST = 1;
    private static final int LEVEL_WHITEBOARD = 3;

    /** Config Admin and the files of conf/ come before the bundles that they configure. */
    private static final List<String> FIRST = List.of("org.apache.felix.log", "org.apache.felix.configadmin",
            LogForwarder.FILE_INSTALL);

    /** Twice what the whiteboard gives to calls in progress. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Framework framework;

    HostFramework(Options options) {
        framework = new FrameworkFactory().newFramework(configuration(options));
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Starts all bundles of a directory; returns how many. */
    int start(Path directory, Progress progress) throws StartException {
        try {
            framework.init();
            LogForwarder.install(context());
            framework.start();
        } catch (BundleException e) {
            throw new StartException("the framework does not start", e);
        }
        List<Bundle> bundles = install(directory);
        for (int i = 0; i < bundles.size(); i++) {
            progress.step(bundles.get(i).getSymbolicName(), i + 1, bundles.size());
            start(bundles.get(i));
        }
        return bundles.size();
    }

    /** Starts the bundles of a directory beside those that run. */
    void startMore(Path directory) throws StartException {
        for (Bundle bundle : install(directory)) {
            start(bundle);
        }
    }

    /** Returns when the framework has stopped, whoever stopped it. */
    void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    /** Stops and waits. */
    void stop() {
        try {
            framework.stop();
            if (framework.waitForStop(STOP_LIMIT.toMillis()).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                LOG.warn("some bundles did not stop in {} s", STOP_LIMIT.toSeconds());
            }
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Bundle> install(Path directory) throws StartException {
        List<Bundle> bundles = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                bundles.add(context().installBundle("reference:" + jar.toUri()));
            }
        } catch (IOException | BundleException e) {
            throw new StartException("a host bundle cannot be installed from " + directory, e);
        }
        // a name that is not in the list has the index -1: after those that are
        bundles.sort(Comparator.comparing(bundle -> FIRST.indexOf(bundle.getSymbolicName()) & Integer.MAX_VALUE));
        return bundles;
    }

    private static void start(Bundle bundle) throws StartException {
        if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            return;
        }
        boolean whiteboard = WHITEBOARD.equals(bundle.getSymbolicName());
        bundle.adapt(BundleStartLevel.class).setStartLevel(whiteboard ? LEVEL_WHITEBOARD : LEVEL_HOST);
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new StartException("the host bundle " + bundle.getSymbolicName() + " does not start", e);
        }
    }

    private static Map<String, Object> configuration(Options options) {
        Path data = options.data();
        Map<String, Object> map = new HashMap<>();
        map.put(FelixConstants.LOG_LOGGER_PROP, new FrameworkLog());
        map.put(Constants.FRAMEWORK_STORAGE, data.resolve("cache").toString());
        map.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        map.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(LEVEL_WHITEBOARD));
        map.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, systemPackages());
        map.put("org.apache.felix.http.host", options.host());
        map.put("org.osgi.service.http.port", Integer.toString(options.port()));
        // else Jetty would start, read its configuration, and start again
        map.put("org.apache.felix.http.require.config",
                Boolean.toString(Files.exists(options.conf().resolve("org.apache.felix.http.cfg"))));
        map.put("io.github.jsonrpcwhiteboard.users.file", options.users().toString());
        map.put("confluence.home", data.resolve("confluence").toString());
        map.putAll(Plugins.configurationFiles(options));
        return map;
    }

    /** Packages of lib/ that bundles share with the launcher: its log, and the interfaces that it uses of services. */
    private static String systemPackages() {
        List<String> packages = new ArrayList<>(List.of("org.osgi.service.cm;version=1.6.1",
                "org.osgi.service.log;version=1.5", "org.osgi.service.log.admin;version=1.0"));
        // 1.7 too: SLF4J 2 is compatible, and the imports of HikariCP and H2 end before 2
        for (String version : List.of("1.7.36", "2.0")) {
            for (String name : List.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi")) {
                packages.add(name + ";version=" + version);
            }
        }
        return String.join(",", packages);
    }
}
