package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.assertRefused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Dictionary;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.weaving.WeavingHook;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.itest.plugin.Library;
import io.github.jsonrpcwhiteboard.runtime.dto.FailedServiceDTO;

/** Services come, change and go, and the endpoints with them. */
public class WhiteboardIT extends InContainer {

    private State state;

    /** The published interface. */
    public interface Name {

        /**
         * Tells the services apart.
         *
         * @return the service's name
         */
        String name();
    }

    /** Finds the whiteboard. */
    @Before
    public void find() {
        state = new State(context);
    }

    private ServiceRegistration<?> name(String name, Dictionary<String, ?> properties) {
        Name service = () -> name;
        return register(Name.class, service, properties);
    }

    private void assertNamed(String name, String path) {
        assertEquals(name, http.light(path + "/name", "[]").asText());
    }

    /** The endpoint answers from the moment registerService returns until the moment unregister returns. */
    @Test
    public void fromRegisterToUnregister() {
        for (int i = 0; i < 50; i++) {
            String name = "n" + i;
            ServiceRegistration<?> registration = name(name, open("name"));
            assertNamed(name, "name");
            registration.unregister();
            assertRefused(404, http.post("name/name", "[]"));
        }
    }

    /** The log tells what an author would not expect: a name that means nothing, and a path that another has. */
    @Test
    public void surprisesAreLogged() {
        name("first", open("surprising", "rpc.rule", "admin"));
        try (LogLines log = new LogLines()) {
            name("misspelt", open("misspelt", "rpc.rule", "admin"));
            assertEquals(log.messages().toString(), 1, log.messages().size());
            assertTrue(log.messages().get(0), log.messages().get(0).contains("rpc.rule,"));
            log.clear();
            name("second", open("surprising"));
            assertEquals(log.messages().toString(), 1, log.messages().size());
            assertTrue(log.messages().get(0), log.messages().get(0).contains("is shadowed at surprising"));
        }
    }

    /** A change of rpc.path moves the endpoint. */
    @Test
    public void move() {
        ServiceRegistration<?> registration = name("n", open("one"));
        assertNamed("n", "one");
        registration.setProperties(open("two/deep"));
        assertNamed("n", "two/deep");
        assertEquals(404, http.status("one/name"));
        registration.setProperties(open("", JsonRpcConstants.PATH, new String[] {"two/deep", "three"}));
        assertNamed("n", "two/deep");
        assertNamed("n", "three");
        Dictionary<String, Object> none = open("");
        none.remove(JsonRpcConstants.PATH);
        registration.setProperties(none);
        assertEquals(404, http.status("two/deep/name"));
        assertEquals(404, http.status("three/name"));
    }

    /** The service of the highest ranking has the path, whoever came first, and the next one takes over. */
    @Test
    public void ranking() {
        final ServiceRegistration<?> middle = name("middle", open("ranked"));
        final ServiceRegistration<?> low = name("low", open("ranked", Constants.SERVICE_RANKING, -1));
        assertNamed("middle", "ranked");
        final ServiceRegistration<?> high = name("high", open("ranked", Constants.SERVICE_RANKING, 1));
        assertNamed("high", "ranked");
        assertEquals(List.of("ranked"), state.paths());
        assertEquals(List.of("ranked", "ranked"), state.shadowed());
        high.setProperties(open("ranked", Constants.SERVICE_RANKING, -2));
        assertNamed("middle", "ranked");
        middle.unregister();
        assertNamed("low", "ranked");
        low.setProperties(open("elsewhere"));
        assertNamed("high", "ranked");
        assertNamed("low", "elsewhere");
        assertEquals(List.of(), state.shadowed());
        high.unregister();
        assertEquals(404, http.status("ranked/name"));
    }

    /** With equal ranking the service that was registered first has the path. */
    @Test
    public void age() {
        ServiceRegistration<?> older = name("older", open("aged"));
        name("younger", open("aged"));
        assertNamed("older", "aged");
        older.unregister();
        assertNamed("younger", "aged");
    }

    /** A declaration that cannot be used is listed, and works as soon as it is repaired. */
    @Test
    public void repair() {
        Map<Integer, Dictionary<String, Object>> bad = Map.of(
                FailedServiceDTO.BAD_PATH, open("a/../b"),
                FailedServiceDTO.BAD_INTERFACE, open("bad", JsonRpcConstants.INTERFACE, "no.such.Interface"),
                FailedServiceDTO.NO_METHODS, open("bad", JsonRpcConstants.METHODS, "none"),
                FailedServiceDTO.BAD_PROPERTY, open("bad", JsonRpcConstants.TIMEOUT, "soon"));
        ServiceRegistration<?> registration = name("n", open("good"));
        for (Map.Entry<Integer, Dictionary<String, Object>> one : bad.entrySet()) {
            registration.setProperties(one.getValue());
            assertEquals(404, http.status("good/name"));
            assertEquals(404, http.status("bad/name"));
            assertEquals(List.of(one.getKey()), state.failed().stream().map(failed -> failed.reason).toList());
            FailedServiceDTO failed = state.failed().get(0);
            assertEquals(registration.getReference().getProperty(Constants.SERVICE_ID), failed.serviceId);
            assertEquals(self().getBundleId(), failed.bundleId);
            assertEquals(one.getValue().get(JsonRpcConstants.PATH), failed.path);
            registration.setProperties(open("good"));
            assertNamed("n", "good");
            assertEquals(List.of(), state.failed());
        }
    }

    /** A service that is registered under its class only publishes nothing. */
    @Test
    public void classOnly() {
        register(Library.Clerk.class, new Library.Clerk(), open("class"));
        assertEquals(404, http.status("class/lend"));
        assertEquals(List.of(FailedServiceDTO.NO_INTERFACE), state.failed().stream().map(f -> f.reason).toList());
    }

    /** Each change is counted, in the service property and in the state alike. */
    @Test
    public void changeCount() throws Exception {
        long before = state.changeCount();
        ServiceRegistration<?> registration = name("n", open("counted"));
        state.await(now -> now.changeCount > before && state.changeCount() == now.changeCount);
        long registered = state.changeCount();
        assertEquals(List.of("counted"), state.paths());
        registration.unregister();
        state.await(now -> now.changeCount > registered && state.changeCount() == now.changeCount);
        assertEquals(List.of(), state.paths());
    }

    /** A change that comes while the whiteboard is still loading the interface is not lost. */
    @Test
    public void changeWhileReading() throws Exception {
        Bundle plugin = onClose(context.installBundle("memory:library", PluginJar.of(Library.class, Map.of())));
        plugin.start();
        ServiceRegistration<?> registration = onClose(plugin.getBundleContext().registerService(
                Library.Desk.class.getName(), new Clerks(), null));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        WeavingHook hook = woven -> {
            if (woven.getClassName().equals(Library.Desk.class.getName())) {
                reading.countDown();
                awaitOrFail(goOn);
            }
        };
        onClose(context.registerService(WeavingHook.class, hook, null));
        Future<?> first = start(() -> {
            registration.setProperties(open("first"));
            return null;
        });
        awaitOrFail(reading);
        Thread second = new Thread(() -> registration.setProperties(open("second")));
        second.start();
        awaitBlockedOrDone(second);
        goOn.countDown();
        first.get(PATIENCE, TimeUnit.SECONDS);
        second.join(TimeUnit.SECONDS.toMillis(PATIENCE));
        assertEquals("Emma", http.light("second/lend", "[]").asText());
        assertEquals(404, http.status("first/lend"));
        assertEquals(List.of("second"), state.paths());
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertTrue("nothing came", latch.await(PATIENCE, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static void awaitBlockedOrDone(Thread thread) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING,
                Thread.State.TERMINATED).contains(thread.getState())) {
            assertTrue("still running", System.nanoTime() < end);
            Thread.onSpinWait();
        }
    }

    /** Stopped, the whiteboard answers nothing; started again, it finds the services that came before and meanwhile. */
    @Test
    public void restart() throws BundleException {
        name("before", open("before"));
        ServiceRegistration<?> leaving = name("leaving", open("leaving"));
        whiteboard().stop();
        try {
            assertEquals(404, http.status("before/name"));
            leaving.unregister();
            name("meanwhile", open("meanwhile"));
        } finally {
            whiteboard().start();
        }
        assertNamed("before", "before");
        assertNamed("meanwhile", "meanwhile");
        assertRefused(404, http.post("leaving/name", "[]"));
        assertEquals(List.of("before", "meanwhile"), state.paths());
    }

    /** Makes the service from the plugin's own class, at the last moment. */
    private static final class Clerks implements ServiceFactory<Object> {

        @Override
        public Object getService(Bundle user, ServiceRegistration<Object> registration) {
            try {
                return registration.getReference().getBundle().loadClass(Library.Clerk.class.getName())
                        .getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void ungetService(Bundle user, ServiceRegistration<Object> registration, Object service) {
            // nothing to release
        }
    }
}
