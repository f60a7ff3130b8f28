package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import jakarta.servlet.Servlet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

import io.github.jsonrpcwhiteboard.benchmarks.peer.Peers;
import io.github.jsonrpcwhiteboard.benchmarks.service.Wiki;
import io.github.jsonrpcwhiteboard.benchmarks.service.WikiService;

/** One Felix with one Jetty, in which our bundle and the servlets of the others live. */
final class Host implements AutoCloseable {

    /** URL path of our endpoint. */
    static final String OURS = "/rpc/json-rpc/wiki";

    private static final String SERVLET_API = "org.apache.felix.http.servlet-api";

    private static final String SLF4J =
            "org.slf4j;org.slf4j.event;org.slf4j.helpers;org.slf4j.spi;version=\"2.0.20\"";

    private final Framework framework;
    private final int port;

    /** Starts all bundles of a directory. */
    Host(Path bundles) throws IOException, BundleException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, Files.createTempDirectory("benchmarks").toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put("org.apache.felix.http.host", "127.0.0.1");
        properties.put("org.osgi.service.http.port", Integer.toString(port));
        Attributes servlets = servletApi();
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, servlets.getValue(Constants.EXPORT_PACKAGE)
                + "," + Wiki.class.getPackageName() + "," + SLF4J);
        properties.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, servlets.getValue(Constants.PROVIDE_CAPABILITY));
        framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(properties);
        framework.start();
        List<Path> jars;
        try (Stream<Path> files = Files.list(bundles)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            framework.getBundleContext().installBundle(jar.toUri().toString());
        }
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
    }

    /** The servlets' API is on the class path, so that they and Jetty mean the same. */
    private static Attributes servletApi() throws IOException {
        for (URL url : Collections.list(Host.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream in = url.openStream()) {
                Attributes attributes = new Manifest(in).getMainAttributes();
                if (SERVLET_API.equals(attributes.getValue(Constants.BUNDLE_SYMBOLICNAME))) {
                    return attributes;
                }
            }
        }
        throw new IllegalStateException(SERVLET_API + " is not on the class path");
    }

    int port() {
        return port;
    }

    /** Registers an endpoint of ours. */
    ServiceRegistration<?> endpoint(String path) {
        return register(Map.of("rpc.path", path, "rpc.anonymous", true));
    }

    /** Registers a service of the same interface with some properties. */
    ServiceRegistration<?> register(Map<String, ?> properties) {
        return context().registerService(Wiki.class, new WikiService(), new Hashtable<>(properties));
    }

    /** Puts the others beside our endpoint. */
    void addPeers() {
        servlet("/fixed", new FixedServlet());
        servlet("/floor", new PeerServlet(Peers.FLOOR.create()));
        servlet("/jsonrpc4j", new PeerServlet(Peers.JSONRPC4J.create()));
        servlet("/simple", new PeerServlet(Peers.SIMPLE.create()));
    }

    private void servlet(String path, Servlet servlet) {
        context().registerService(Servlet.class, servlet,
                new Hashtable<>(Map.of("osgi.http.whiteboard.servlet.pattern", path)));
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a process of its own: tells its port, and ends with its input. */
    public static void main(String[] args) throws Exception {
        try (Host host = new Host(Path.of(args[0]))) {
            host.endpoint("wiki");
            host.addPeers();
            System.out.println("READY " + host.port());
            while (System.in.read() >= 0) {
                continue;
            }
        }
        System.exit(0);
    }
}
