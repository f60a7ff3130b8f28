package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.benchmarks.service.Page;
import io.github.jsonrpcwhiteboard.benchmarks.service.Wiki;

/** Bundles that have the same interface and bean, but each as classes of its own. */
final class Plugins {

    private final List<Bundle> bundles = new ArrayList<>();

    /** Installs and starts them, and loads their classes. */
    Plugins(BundleContext context, int howMany) throws IOException, BundleException {
        for (int i = 0; i < howMany; i++) {
            String name = "plugin." + i;
            Bundle bundle = context.installBundle(name, new ByteArrayInputStream(jar(name)));
            bundle.start();
            for (Class<?> type : List.of(Wiki.class, Page.class)) {
                if (load(bundle, type) == type) {
                    throw new IllegalStateException(type + " is not the plugin's own");
                }
            }
            bundles.add(bundle);
        }
    }

    private static Class<?> load(Bundle bundle, Class<?> type) {
        try {
            return bundle.loadClass(type.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] jar(String name) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Class<?> type : List.of(Wiki.class, Page.class)) {
                String file = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(file));
                try (InputStream in = type.getResourceAsStream("/" + file)) {
                    in.transferTo(jar);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Registers a service of each, which nobody can have. */
    List<ServiceRegistration<?>> register(String pathProperty) {
        List<ServiceRegistration<?>> all = new ArrayList<>();
        for (Bundle bundle : bundles) {
            all.add(bundle.getBundleContext().registerService(Wiki.class.getName(), new Nothing(), new Hashtable<>(
                    Map.of(pathProperty, "own/" + bundle.getBundleId(), "rpc.anonymous", true))));
        }
        return all;
    }

    private static final class Nothing implements ServiceFactory<Object> {

        @Override
        public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
            return null;
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object service) {
        }
    }
}
