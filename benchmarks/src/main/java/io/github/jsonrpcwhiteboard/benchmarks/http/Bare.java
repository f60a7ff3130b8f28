package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The launcher's framework with those of its bundles that are not ours, started in the shortest way: what {@link Start}
 * compares the launcher with. Ready when HTTP answers, as the launcher. Runs on the class path of the launcher.
 */
public final class Bare {

    private static final String HTTP_RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";

    private Bare() {
    }

    /** Starts the bundles of a directory; the caches are in another. */
    public static void main(String[] args) throws Exception {
        Framework framework = new FrameworkFactory().newFramework(properties(Path.of(args[1])));
        framework.start();
        BundleContext context = framework.getBundleContext();
        List<Bundle> bundles = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Path.of(args[0]))) {
            for (Path jar : jars.sorted().toList()) {
                if (!jar.getFileName().toString().startsWith("jsonrpc-whiteboard")) {
                    bundles.add(context.installBundle("reference:" + jar.toUri()));
                }
            }
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        ServiceTracker<Object, Object> http = new ServiceTracker<>(context, HTTP_RUNTIME, null);
        http.open(true);
        http.waitForService(0);
        System.out.println("READY " + answering(http.getServiceReference()));
        framework.waitForStop(0);
    }

    private static Map<String, String> properties(Path data) {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, data.resolve("cache").toString());
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.osgi.service.cm;version=1.6.1,"
                + "org.osgi.service.log;version=1.5,org.osgi.service.log.admin;version=1.0,"
                + "org.slf4j;org.slf4j.event;org.slf4j.helpers;org.slf4j.spi;version=1.7.36,"
                + "org.slf4j;org.slf4j.event;org.slf4j.helpers;org.slf4j.spi;version=2.0");
        properties.put("org.apache.felix.http.host", "127.0.0.1");
        properties.put("org.osgi.service.http.port", "0");
        properties.put("felix.fileinstall.dir", data.toString());
        properties.put("felix.fileinstall.tmpdir", data.toString());
        return properties;
    }

    /** Any answer will do: there is nothing at the root. */
    private static String answering(ServiceReference<?> runtime) throws Exception {
        String url = ((String[]) runtime.getProperty("osgi.http.endpoint"))[0];
        HttpURLConnection http = (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
        http.getResponseCode();
        return url;
    }
}
