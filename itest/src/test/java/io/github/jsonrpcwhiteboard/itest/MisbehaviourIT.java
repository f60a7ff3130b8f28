package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;

/** A service that does the worst is answered for, is one line in the log, and disturbs no other. */
public class MisbehaviourIT extends InContainer {

    private static final String SECRET = "s3cr3t";

    private final LogLines log = new LogLines();
    private final Worst worst = new Worst();

    /** The published interface. */
    public interface Service {

        /**
         * Waits until it is interrupted.
         *
         * @throws InterruptedException always
         */
        void block() throws InterruptedException;

        /** Waits for the end of the test, interrupted or not. */
        void ignoreInterruption();

        /**
         * Overflows the stack.
         *
         * @param n any number
         * @return never
         */
        int recurse(int n);

        /**
         * A ring.
         *
         * @return an object that contains itself
         */
        Ring ring();

        /**
         * An object that cannot be read.
         *
         * @return an object whose getter throws
         */
        Unreadable unreadable();

        /**
         * Throws what throws.
         *
         * @param argument never to be seen in the log
         */
        void throwUnprintable(String argument);

        /**
         * An object of which nothing but the getter works.
         *
         * @return an object whose toString, hashCode and equals throw
         */
        Touchy touchy();
    }

    /** Contains itself. */
    public static final class Ring {

        public Ring getNext() {
            return this;
        }
    }

    /** Has a getter that throws. */
    public static final class Unreadable {

        public String getFine() {
            return "fine";
        }

        public String getSecret() {
            throw new IllegalStateException("no");
        }
    }

    /** Throws at every touch but one. */
    public static class Touchy {

        public String getFine() {
            return "fine";
        }

        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode");
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("equals");
        }
    }

    private static final class Unprintable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("getMessage");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }
    }

    private static final class Worst extends Touchy implements Service {

        private final CountDownLatch interrupted = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public void block() throws InterruptedException {
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }

        @Override
        public void ignoreInterruption() {
            boolean ended = false;
            while (!ended) {
                try {
                    end.await();
                    ended = true;
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            }
        }

        @Override
        public int recurse(int n) {
            return recurse(n + 1) + n;
        }

        @Override
        public Ring ring() {
            return new Ring();
        }

        @Override
        public Unreadable unreadable() {
            return new Unreadable();
        }

        @Override
        public void throwUnprintable(String argument) {
            throw new Unprintable();
        }

        @Override
        public Touchy touchy() {
            return new Touchy();
        }
    }

    /** The bystander's interface. */
    public interface Bystander {

        /**
         * Answers.
         *
         * @return something
         */
        String name();
    }

    /** Registers the worst service and a bystander. */
    @Before
    public void register() {
        register(Service.class, worst, open("worst", JsonRpcConstants.TIMEOUT, 500L));
        Bystander bystander = () -> "bystander";
        register(Bystander.class, bystander, open("bystander"));
        log.clear();
    }

    /** Frees the threads. */
    @After
    public void end() {
        worst.end.countDown();
        log.close();
    }

    private void assertOthersAnswer() {
        assertEquals("bystander", http.light("bystander/name", "[]").asText());
    }

    private void assertInternalError(String path, String arguments) {
        JsonNode error = http.lightError(-32603, path, arguments);
        assertEquals("Internal error", error.path("message").asText());
        String id = error.path("data").path("errorId").asText();
        assertTrue(error.toString(), !id.isEmpty());
        assertEquals(log.messages().toString(), 1, log.messages().size());
        assertTrue(log.messages().toString(), log.messages().get(0).contains(id));
        assertTrue(log.messages().toString(), !log.messages().get(0).contains(SECRET));
        assertOthersAnswer();
    }

    private void assertTimeout(String path) throws InterruptedException {
        JsonNode error = http.lightError(-32002, path, "[]");
        assertTrue(error.toString(), error.toString().contains("500"));
        assertTrue("not interrupted", worst.interrupted.await(PATIENCE, TimeUnit.SECONDS));
        assertOthersAnswer();
        assertEquals(log.messages().toString(), 1, log.messages().size());
    }

    /** A call that takes too long is interrupted. */
    @Test
    public void blocks() throws InterruptedException {
        assertTimeout("worst/block");
    }

    /** A call that takes too long is answered, though the service does not care. */
    @Test
    public void ignoresInterruption() throws InterruptedException {
        assertTimeout("worst/ignoreInterruption");
        assertEquals("fine", http.light("worst/touchy", "[]").path("fine").asText());
    }

    /** No stack is deep enough. */
    @Test
    public void overflowsTheStack() {
        assertInternalError("worst/recurse", "[1]");
        assertNotNull("no stack trace", log.thrown().get(0));
    }

    /** No answer is long enough. */
    @Test
    public void returnsRing() {
        assertInternalError("worst/ring", "[]");
    }

    /** Half an object is no answer. */
    @Test
    public void getterThrows() {
        assertInternalError("worst/unreadable", "[]");
    }

    /** Not even the exception can be printed. */
    @Test
    public void exceptionThrows() {
        assertInternalError("worst/throwUnprintable", "[\"" + SECRET + "\"]");
    }

    /** Neither the service nor the result needs a working toString, hashCode or equals. */
    @Test
    public void needsOnlyGetters() {
        assertEquals("{\"fine\":\"fine\"}", http.light("worst/touchy", "[]").toString());
        assertEquals(log.messages().toString(), 0, log.messages().size());
    }

    /** In a batch, the others are answered too. */
    @Test
    public void inBatch() {
        JsonNode answers = Http.json(http.post("worst", "[{\"jsonrpc\":\"2.0\",\"method\":\"ring\",\"id\":1},"
                + "{\"jsonrpc\":\"2.0\",\"method\":\"touchy\",\"id\":2},"
                + "{\"jsonrpc\":\"2.0\",\"method\":\"recurse\",\"params\":[0],\"id\":3}]").body());
        assertEquals(answers.toString(), 3, answers.size());
        assertEquals(-32603, answers.path(0).path("error").path("code").asInt());
        assertEquals("fine", answers.path(1).path("result").path("fine").asText());
        assertEquals(-32603, answers.path(2).path("error").path("code").asInt());
        assertEquals(log.messages().toString(), 2, log.messages().size());
    }

    /** A service that cannot be had is an internal error, and no reason to give up the endpoint. */
    @Test
    public void factoryThrows() {
        ServiceFactory<Service> factory = new Unwilling();
        register(Service.class, factory, open("unwilling"));
        for (int i = 0; i < 2; i++) {
            http.lightError(-32603, "unwilling/touchy", "[]");
            assertOthersAnswer();
        }
    }

    private static final class Unwilling implements ServiceFactory<Service> {

        @Override
        public Service getService(Bundle user, ServiceRegistration<Service> registration) {
            throw new IllegalStateException("no");
        }

        @Override
        public void ungetService(Bundle user, ServiceRegistration<Service> registration, Service service) {
            throw new IllegalStateException("no");
        }
    }
}
