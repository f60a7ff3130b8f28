package io.github.jsonrpcwhiteboard.example.confluence.internal.host;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteNodeStatus;

/** How this JVM is doing, for administrators to read. Bytes and milliseconds. */
final class NodeStatus {

    private static final int THE_ONLY_NODE = 1;

    private final BundleContext context;

    NodeStatus(BundleContext context) {
        this.context = context;
    }

    RemoteNodeStatus read(Activities activities) {
        return new RemoteNodeStatus(THE_ONLY_NODE, jvm(), properties(activities), build());
    }

    private static Map<String, String> jvm() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        Map<String, String> stats = system("java.version", "java.vendor", "java.vm.name");
        stats.put("heap.used", Long.toString(heap.getUsed()));
        stats.put("heap.committed", Long.toString(heap.getCommitted()));
        stats.put("heap.max", Long.toString(heap.getMax()));
        stats.put("threads", Integer.toString(ManagementFactory.getThreadMXBean().getThreadCount()));
        stats.put("uptime", Long.toString(ManagementFactory.getRuntimeMXBean().getUptime()));
        return stats;
    }

    private Map<String, String> properties(Activities activities) {
        Map<String, String> properties = system("os.name", "os.version", "os.arch");
        properties.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        properties.put("timezone", TimeZone.getDefault().getID());
        properties.put("bundles", Integer.toString(context.getBundles().length));
        properties.put("activities", activities.toString());
        return properties;
    }

    private Map<String, String> build() {
        Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        Map<String, String> build = new LinkedHashMap<>();
        build.put("bundle", context.getBundle().getSymbolicName());
        build.put("version", context.getBundle().getVersion().toString());
        build.put("framework", framework.getSymbolicName());
        build.put("framework.version", framework.getVersion().toString());
        return build;
    }

    private static Map<String, String> system(String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(name, System.getProperty(name));
        }
        return values;
    }
}
