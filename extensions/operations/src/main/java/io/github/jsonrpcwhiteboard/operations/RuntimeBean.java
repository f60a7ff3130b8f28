package io.github.jsonrpcwhiteboard.operations;

import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;

/** The whiteboard in JMX. */
final class RuntimeBean implements RuntimeMXBean {

    private static final String NAME = "io.github.jsonrpcwhiteboard:type=Runtime";

    /** The first use of JMX in a JVM costs 190 ms of CPU, a sixth of what Felix and Jetty need to start. */
    private static final Executor AFTER_START = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

    private final JsonRpcServiceRuntime runtime;
    private final ObjectName name;
    /** Null while it is not registered. Guarded by this. */
    private MBeanServer server;
    /** Guarded by this. */
    private boolean ended;

    private RuntimeBean(JsonRpcServiceRuntime runtime, ObjectName name) {
        this.runtime = runtime;
        this.name = name;
    }

    /** One for the JVM: of two frameworks in it the second has none. It comes some seconds later. */
    static Runnable register(JsonRpcServiceRuntime runtime) {
        try {
            RuntimeBean bean = new RuntimeBean(runtime, new ObjectName(NAME));
            AFTER_START.execute(bean::begin);
            return bean::end;
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void begin() {
        if (ended) {
            return;
        }
        MBeanServer platform = ManagementFactory.getPlatformMBeanServer();
        try {
            platform.registerMBean(new StandardMBean(this, RuntimeMXBean.class, true), name);
            server = platform;
        } catch (JMException e) {
            warn(e);
        }
    }

    private synchronized void end() {
        ended = true;
        if (server == null) {
            return;
        }
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
