package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.Dictionary;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;

/** When the whiteboard gets the service object, how long a call keeps it, and when it is given back. */
public class ServiceUseIT extends InContainer {

    /** The published interface. */
    public interface Gate {

        /**
         * Waits until the test opens the gate.
         *
         * @return the service's name
         */
        String pass();

        /**
         * Does not wait.
         *
         * @return the service's name
         */
        String name();
    }

    /** A service that knows who uses it. */
    private static final class Gatekeeper implements ServiceFactory<Gate>, Gate {

        private final String name;
        private final AtomicInteger got = new AtomicInteger();
        private final CountDownLatch givenBack = new CountDownLatch(1);
        private final CountDownLatch waiting = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        Gatekeeper(String name) {
            this.name = name;
        }

        @Override
        public Gate getService(Bundle user, ServiceRegistration<Gate> registration) {
            got.incrementAndGet();
            return this;
        }

        @Override
        public void ungetService(Bundle user, ServiceRegistration<Gate> registration, Gate service) {
            givenBack.countDown();
        }

        @Override
        public String pass() {
            waiting.countDown();
            await(open);
            return name;
        }

        @Override
        public String name() {
            return name;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue("nothing came", latch.await(PATIENCE, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private ServiceRegistration<?> register(Gatekeeper service, Dictionary<String, ?> properties) {
        return register(Gate.class, service, properties);
    }

    private static Dictionary<String, Object> nowhere() {
        Dictionary<String, Object> properties = open("");
        properties.remove(JsonRpcConstants.PATH);
        return properties;
    }

    /** The first call fetches the service, the next ones find it, and it is given back with the endpoint. */
    @Test
    public void lazy() {
        Gatekeeper service = new Gatekeeper("lazy");
        ServiceRegistration<?> registration = register(service, open("lazy"));
        assertEquals(405, http.send(http.request("lazy").GET()).statusCode());
        assertEquals(0, service.got.get());
        assertEquals("lazy", http.light("lazy/name", "[]").asText());
        assertEquals("lazy", http.light("lazy/name", "[]").asText());
        assertEquals(1, service.got.get());
        assertEquals(1, service.givenBack.getCount());
        registration.setProperties(nowhere());
        await(service.givenBack);
        assertEquals(1, service.got.get());
    }

    /** A service that another one shadows is not fetched. */
    @Test
    public void shadowedIsNotFetched() {
        Gatekeeper shadowed = new Gatekeeper("shadowed");
        register(shadowed, open("shade"));
        Gatekeeper winner = new Gatekeeper("winner");
        final ServiceRegistration<?> registration =
                register(winner, open("shade", Constants.SERVICE_RANKING, 1));
        assertEquals("winner", http.light("shade/name", "[]").asText());
        assertEquals(0, shadowed.got.get());
        registration.unregister();
        assertEquals("shadowed", http.light("shade/name", "[]").asText());
        assertEquals(1, shadowed.got.get());
    }

    /** A call in flight keeps its service, though the endpoint is gone. */
    @Test
    public void lastCallReleases() throws Exception {
        Gatekeeper service = new Gatekeeper("kept");
        ServiceRegistration<?> registration = register(service, open("kept"));
        Future<JsonNode> call = start(() -> http.light("kept/pass", "[]"));
        await(service.waiting);
        registration.setProperties(nowhere());
        assertEquals(404, http.status("kept/name"));
        assertEquals("given back while a call runs", 1, service.givenBack.getCount());
        service.open.countDown();
        assertEquals("kept", call.get(PATIENCE, TimeUnit.SECONDS).asText());
        await(service.givenBack);
    }

    /** Unregistering does not wait for a call in flight, and the call ends well. */
    @Test
    public void unregisterDoesNotWait() throws Exception {
        Gatekeeper service = new Gatekeeper("left");
        ServiceRegistration<?> registration = register(service, open("left"));
        Future<JsonNode> call = start(() -> http.light("left/pass", "[]"));
        await(service.waiting);
        registration.unregister();
        assertEquals(404, http.status("left/name"));
        service.open.countDown();
        assertEquals("left", call.get(PATIENCE, TimeUnit.SECONDS).asText());
    }

    /** A batch is answered by one service, though another one takes the path over before its second element. */
    @Test
    public void oneRevisionForABatch() throws Exception {
        Gatekeeper older = new Gatekeeper("older");
        register(older, open("batch"));
        Future<HttpResponse<String>> batch = start(() -> http.post("batch",
                "[{\"jsonrpc\":\"2.0\",\"method\":\"pass\",\"id\":1},"
                + "{\"jsonrpc\":\"2.0\",\"method\":\"name\",\"id\":2}]"));
        await(older.waiting);
        register(new Gatekeeper("newer"), open("batch", Constants.SERVICE_RANKING, 1));
        assertEquals("newer", http.light("batch/name", "[]").asText());
        older.open.countDown();
        assertEquals(Http.json("[{\"jsonrpc\":\"2.0\",\"result\":\"older\",\"id\":1},"
                + "{\"jsonrpc\":\"2.0\",\"result\":\"older\",\"id\":2}]"),
                Http.json(batch.get(PATIENCE, TimeUnit.SECONDS).body()));
    }
}
