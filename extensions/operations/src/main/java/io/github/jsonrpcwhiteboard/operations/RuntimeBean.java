package io.github.jsonrpcwhiteboard.operations;

import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;

/** The whiteboard in JMX. */
final class RuntimeBean implements RuntimeMXBean {

    private static final String NAME = "io.github.jsonrpcwhiteboard:type=Runtime";

    private final JsonRpcServiceRuntime runtime;

    private RuntimeBean(JsonRpcServiceRuntime runtime) {
        this.runtime = runtime;
    }

    /** One for the JVM: of two frameworks in it the second has none. */
    static Runnable register(JsonRpcServiceRuntime runtime) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            server.registerMBean(new StandardMBean(new RuntimeBean(runtime), RuntimeMXBean.class, true), name);
            return () -> unregister(server, name);
        } catch (JMException e) {
            warn(e);
            return () -> {
            };
        }
    }

    private static void unregister(MBeanServer server, ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (JMException e) {
            warn(e);
        }
    }

    private static void warn(JMException e) {
        System.getLogger("io.github.jsonrpcwhiteboard.operations").log(Level.WARNING, "JMX " + NAME + ": " + e);
    }

    private EndpointDTO[] endpoints() {
        return runtime.getRuntimeDTO().endpoints;
    }

    @Override
    public List<EndpointInfo> getEndpoints() {
        return Stream.of(endpoints()).map(EndpointInfo::new).toList();
    }

    @Override
    public List<String> getFailed() {
        return Stream.of(runtime.getRuntimeDTO().failed)
                .map(failed -> failed.path + ": " + Views.reason(failed) + ", " + failed.message).toList();
    }

    @Override
    public long getCalls() {
        return Counts.calls(endpoints());
    }

    @Override
    public long getErrors() {
        return Counts.errors(endpoints());
    }

    @Override
    public int getCallsInProgress() {
        return runtime.getRuntimeDTO().callsInProgress;
    }

    @Override
    public int getCallsOverdue() {
        return runtime.getRuntimeDTO().callsOverdue;
    }
}
