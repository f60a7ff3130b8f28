package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.Test;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.JsonRpcException;
import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.MethodDTO;

/** What operators see of the calls, and the calls that they make themselves. */
public class CountersIT extends InContainer {

    @Inject
    private JsonRpcServiceRuntime runtime;

    /** The published interface. */
    public interface Counter {

        /**
         * Answers, or does not.
         *
         * @param code of the error, 0 for none
         * @return the same
         */
        int fail(int code);

        /**
         * Answers later.
         *
         * @return a text
         */
        CompletionStage<String> later();

        /**
         * Answers.
         *
         * @return who calls and how
         */
        List<String> who();

        /**
         * An overload.
         *
         * @param name not needed
         * @return who calls and how
         */
        List<String> who(String name);
    }

    private static final class Service implements Counter {

        private final CompletableFuture<String> stage = new CompletableFuture<>();

        @Override
        public int fail(int code) {
            if (code != 0) {
                throw new JsonRpcException(code, "as you like it");
            }
            return code;
        }

        @Override
        public CompletionStage<String> later() {
            return stage;
        }

        @Override
        public List<String> who() {
            CallContext call = CallContext.current();
            return List.of(call.principal().orElseThrow().getName(), call.scheme().orElseThrow(),
                    String.valueOf(call.hasRole("any")));
        }

        @Override
        public List<String> who(String name) {
            return who();
        }
    }

    private MethodDTO method(String path, String name) {
        return Stream.of(new State(context).endpoint(path).methods).filter(m -> m.name.equals(name)).findFirst()
                .orElseThrow();
    }

    private static Map<Integer, Long> errors(MethodDTO method) {
        return Stream.of(method.errors).collect(Collectors.toMap(error -> error.code, error -> error.count));
    }

    private static long sum(MethodDTO method) {
        return Stream.of(method.histogram).mapToLong(duration -> duration.count).sum();
    }

    /** Calls are counted by path and method, over changes of the service, and not over its end. */
    @Test
    public void callsAreCountedWhereTheyGo() {
        ServiceRegistration<?> registration = register(Counter.class, new Service(), open("one"));
        registration.setProperties(open("one", JsonRpcConstants.PATH, new String[] {"one", "two"}));
        http.light("one/fail", "[0]");
        http.lightError(7, "one/fail", "[7]");
        http.lightError(7, "one/fail", "[7]");
        http.lightError(-32602, "one/fail", "[]");
        http.lightError(-32601, "one/fails", "[]");
        registration.setProperties(open("one", JsonRpcConstants.PATH, new String[] {"one", "two"},
                JsonRpcConstants.TITLE, "New"));
        MethodDTO method = method("one", "fail");
        assertEquals(4, method.calls);
        assertEquals(4, sum(method));
        assertEquals(Map.of(7, 2L, -32602, 1L), errors(method));
        assertEquals(0, method("two", "fail").calls);
        http.light("two/fail", "[0]");
        assertEquals(1, method("two", "fail").calls);
        registration.setProperties(open("one", JsonRpcConstants.METHODS, "later"));
        registration.setProperties(open("one"));
        assertEquals(0, method("one", "fail").calls);
        registration.unregister();
        register(Counter.class, new Service(), open("one"));
        assertEquals(0, method("one", "fail").calls);
    }

    /**
     * A late result is in progress until it is there.
     *
     * @throws Exception if the call fails
     */
    @Test
    public void aLateResultCountsWhenItIsAnswered() throws Exception {
        Service service = new Service();
        register(Counter.class, service, open("late"));
        Future<Integer> call = start(() -> http.status("late/later"));
        new State(context).awaitCounts("late", endpoint -> method("late", "later").callsInProgress == 1);
        assertEquals(0, method("late", "later").calls);
        service.stage.complete("at last");
        assertEquals(200, (int) call.get(PATIENCE, TimeUnit.SECONDS));
        assertEquals(1, method("late", "later").calls);
        assertEquals(0, method("late", "later").callsInProgress);
        assertEquals(1, sum(method("late", "later")));
    }

    /** The host itself may do all, and waits for what comes later. */
    @Test
    public void theHostMayCall() {
        Service service = new Service();
        register(Counter.class, service, guarded("hall", JsonRpcConstants.ROLES, "boss",
                JsonRpcConstants.METHOD_ROLES + "who", "king"));
        assertEquals("{\"jsonrpc\":\"2.0\",\"result\":[\"local\",\"local\",\"true\"],\"id\":1}",
                runtime.call("hall", "{\"jsonrpc\":\"2.0\",\"method\":\"who\",\"id\":1}"));
        assertNull(runtime.call("hall", "{\"jsonrpc\":\"2.0\",\"method\":\"who\"}"));
        assertTrue(runtime.call("hall", "nonsense").contains("-32700"));
        assertThrows(IllegalArgumentException.class, () -> runtime.call("nowhere", "{}"));
        assertEquals(2, method("hall", "who").calls);
        service.stage.completeAsync(() -> "at last");
        assertTrue(runtime.call("hall", "{\"jsonrpc\":\"2.0\",\"method\":\"later\",\"id\":1}").contains("at last"));
        assertEquals(0, new State(context).endpoint("hall").callsInProgress);
        service.stage.obtrudeException(new JsonRpcException(9, "no"));
        assertTrue(runtime.call("hall", "{\"jsonrpc\":\"2.0\",\"method\":\"later\",\"id\":1}").contains("\"code\":9"));
    }

    /** The limit of a service holds for everybody. */
    @Test
    public void theHostKeepsToTheLimits() throws Exception {
        Service service = new Service();
        register(Counter.class, service, open("narrow", JsonRpcConstants.MAX_CONCURRENT, 1));
        Future<Integer> call = start(() -> http.status("narrow/later"));
        new State(context).awaitCounts("narrow", endpoint -> method("narrow", "later").callsInProgress == 1);
        assertTrue(runtime.call("narrow", "{\"jsonrpc\":\"2.0\",\"method\":\"fail\",\"params\":[0],\"id\":1}")
                .contains("-32005"));
        service.stage.complete("at last");
        assertEquals(200, (int) call.get(PATIENCE, TimeUnit.SECONDS));
        new State(context).awaitCounts("narrow", endpoint -> endpoint.callsInProgress == 0);
        assertTrue(runtime.call("narrow", "{\"jsonrpc\":\"2.0\",\"method\":\"fail\",\"params\":[0],\"id\":1}")
                .contains("\"result\":0"));
    }
}
