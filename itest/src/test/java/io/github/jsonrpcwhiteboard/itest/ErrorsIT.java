package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.JsonRpcException;

/** What goes wrong inside stays inside: the log has it, the caller has an id. */
public class ErrorsIT extends InContainer {

    private static final String SECRET = "SELECT hash FROM cwd_user; file /var/lib/host/host.cfg.xml, "
            + "jdbc:postgresql://db.internal/host";
    /** In lower case. */
    private static final String[] TRACES = {"select", "cwd_user", "/var/", "host.cfg", "jdbc:", "db.internal",
        "exception", "java.", "io.github", "itest", "fasterxml", ".java", "\\tat ", "caused by"};

    private final LogLines log = new LogLines();

    /** Cannot be made. */
    public static final class Picky {

        public void setText(String text) {
            throw broken();
        }
    }

    /** Cannot be written. */
    public static final class Shy {

        public String getFine() {
            return "fine";
        }

        public String getText() {
            throw broken();
        }
    }

    /** The published interface. */
    public interface Leaky {

        /** Throws an exception. */
        void exception();

        /** Throws an error. */
        void error();

        /** Throws what no interface without a declaration should. */
        void sneaky();

        /**
         * Fails later.
         *
         * @return a failed stage
         */
        CompletionStage<String> later();

        /**
         * Answers what cannot be written.
         *
         * @return an object whose getter throws
         */
        Shy result();

        /**
         * Answers later what cannot be written.
         *
         * @return an object whose getter throws
         */
        CompletionStage<Shy> laterResult();

        /** Throws an error of its choice, whose data cannot be written. */
        void data();

        /**
         * Takes what cannot be made.
         *
         * @param picky an object whose setter throws
         */
        void argument(Picky picky);
    }

    private static IllegalStateException broken() {
        return new IllegalStateException(SECRET, new SQLException(SECRET));
    }

    private static final class Leak implements Leaky {

        @Override
        public void exception() {
            throw broken();
        }

        @Override
        public void error() {
            throw new NoClassDefFoundError(SECRET);
        }

        @Override
        public void sneaky() {
            Leak.<RuntimeException>hide(new SQLException(SECRET));
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void hide(Throwable thrown) throws T {
            throw (T) thrown;
        }

        @Override
        public CompletionStage<String> later() {
            return CompletableFuture.failedFuture(broken());
        }

        @Override
        public Shy result() {
            return new Shy();
        }

        @Override
        public CompletionStage<Shy> laterResult() {
            return CompletableFuture.completedFuture(new Shy());
        }

        @Override
        public void data() {
            throw new JsonRpcException(1, "chosen", new Shy());
        }

        @Override
        public void argument(Picky picky) {
            // never called
        }
    }

    /** A service that cannot be had. */
    private static final class Refusing implements ServiceFactory<Leaky> {

        @Override
        public Leaky getService(Bundle user, ServiceRegistration<Leaky> registration) {
            throw broken();
        }

        @Override
        public void ungetService(Bundle user, ServiceRegistration<Leaky> registration, Leaky service) {
            // there is none
        }
    }

    /** Registers the endpoints. */
    @Before
    public void register() {
        register(Leaky.class, new Leak(), open("leaky"));
        ServiceFactory<Leaky> refusing = new Refusing();
        register(Leaky.class, refusing, open("refusing"));
        log.clear();
    }

    /** Lets the log go. */
    @After
    public void end() {
        log.close();
    }

    private static void assertNoTrace(HttpResponse<String> response) {
        String all = (response.headers().map() + response.body()).toLowerCase(Locale.ROOT);
        for (String trace : TRACES) {
            assertFalse(trace + " in " + all, all.contains(trace));
        }
    }

    private void assertInternal(HttpResponse<String> response, JsonNode error) {
        assertNoTrace(response);
        assertEquals(response.body(), -32603, error.path("code").asInt());
        assertEquals(response.body(), "Internal error", error.path("message").asText());
        assertEquals(response.body(), 1, error.path("data").size());
        String id = error.path("data").path("errorId").asText();
        List<String> lines = log.messages();
        assertEquals(lines.toString(), 1, lines.stream().filter(line -> line.contains(id)).count());
    }

    /** Undeclared, however it comes, it is an error id, in the light and the heavy protocol and in a batch. */
    @Test
    public void undeclared() {
        for (String method : new String[] {"exception", "error", "sneaky", "later", "result", "laterResult", "data"}) {
            HttpResponse<String> light = http.post("leaky/" + method, "[]");
            assertInternal(light, Http.error(light));
            assertEquals(log.messages().toString(), 1, log.messages().size());
            assertNotNull("no stack trace of " + method, log.thrown().get(0));
            String call = "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":1}";
            HttpResponse<String> heavy = http.post("leaky", call);
            assertInternal(heavy, Http.error(heavy));
            HttpResponse<String> batch = http.post("leaky", '[' + call + ',' + call + ']');
            JsonNode answers = Http.json(batch.body());
            assertEquals(batch.body(), 2, answers.size());
            answers.forEach(answer -> assertInternal(batch, answer.path("error")));
            http.post("leaky", "[{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"}]");
            log.clear();
        }
    }

    /** A service that cannot be had, too. */
    @Test
    public void noService() {
        HttpResponse<String> response = http.post("refusing/exception", "[]");
        assertInternal(response, Http.error(response));
    }

    /** What an argument's own class throws is the caller's error, but its text is not the caller's business. */
    @Test
    public void argument() {
        HttpResponse<String> response = http.post("leaky/argument", "[{\"text\":\"x\"}]");
        assertNoTrace(response);
        assertEquals(response.body(), -32602, Http.error(response).path("code").asInt());
        assertTrue(response.body(), Http.error(response).path("data").has("reason"));
    }
}
