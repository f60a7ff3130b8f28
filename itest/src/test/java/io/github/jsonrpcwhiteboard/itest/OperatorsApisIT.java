package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.inventory.Format;
import org.apache.felix.inventory.InventoryPrinter;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;

/** What the bundle for operators tells an inventory and a health check. */
public class OperatorsApisIT extends InContainer {

    @Inject
    private HealthCheck health;

    @Inject
    @Filter("(felix.inventory.printer.name=jsonrpc)")
    private InventoryPrinter inventory;

    /** The published interface. */
    public interface Sleeper {

        /** Comes back when it likes. */
        void sleep();
    }

    /**
     * The container with the APIs.
     *
     * @return its options
     */
    @Override
    @Configuration
    public Option[] container() {
        return options(Containers.host(Containers.BOTH), Containers.operatorsApis(), Containers.whiteboard(),
                Containers.operations());
    }

    private String print(Format format) {
        StringWriter text = new StringWriter();
        inventory.print(new PrintWriter(text, true), format, false);
        return text.toString();
    }

    /** Both formats show what there is. */
    @Test
    public void theInventoryShowsWhatThereIs() {
        Sleeper service = () -> {
        };
        register(Sleeper.class, service, open("bed"));
        register(Sleeper.class, service, open("bad//path"));
        http.light("bed/sleep", "[]");
        JsonNode state = json(print(Format.JSON));
        assertEquals("bed", state.at("/endpoints/0/path").asText());
        assertEquals(1, state.at("/endpoints/0/methods/0/calls").asInt());
        String text = print(Format.TEXT);
        assertTrue(text, text.contains("sleep() void"));
        assertTrue(text, text.contains("bad//path  BAD_PATH"));
    }

    /**
     * From bad to worse.
     *
     * @throws Exception if the call fails
     */
    @Test
    public void healthIsAsBadAsTheWorst() throws Exception {
        assertEquals(Result.Status.OK, health.execute().getStatus());
        CountDownLatch release = new CountDownLatch(1);
        Sleeper service = () -> {
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    // deep sleep
                }
            }
        };
        ServiceRegistration<?> bad = register(Sleeper.class, service, open("bad//path"));
        assertEquals(Result.Status.WARN, health.execute().getStatus());
        ServiceRegistration<?> bed = register(Sleeper.class, service, open("bed", JsonRpcConstants.TIMEOUT, 50L));
        Future<Integer> call = start(() -> http.status("bed/sleep"));
        new State(context).awaitCounts("bed", endpoint -> endpoint.callsOverdue == 1);
        assertEquals(Result.Status.CRITICAL, health.execute().getStatus());
        bed.unregister();
        assertEquals("its thread is still busy", Result.Status.CRITICAL, health.execute().getStatus());
        assertEquals(1, json(print(Format.JSON)).at("/callsOverdue").asInt());
        release.countDown();
        call.get(PATIENCE, TimeUnit.SECONDS);
        new State(context).awaitCounts(state -> state.callsOverdue == 0);
        bad.unregister();
        assertEquals(Result.Status.OK, health.execute().getStatus());
    }
}
