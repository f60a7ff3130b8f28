package io.github.jsonrpcwhiteboard.login;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.osgi.service.servlet.context.ServletContextHelper;

class SessionsTest {

    private static final Login ANN = new Login("ann", Set.of("clerk"));

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final Sessions sessions = new Sessions(now::get);

    @Test
    void anUnknownIdIsNoLogin() {
        sessions.begin(ANN);
        for (String id : new String[] {"", "x", "null"}) {
            assertEquals(Optional.empty(), sessions.find(id));
            sessions.end(id);
        }
    }

    @Test
    void anIdleSessionEnds() {
        String id = sessions.begin(ANN);
        now.addAndGet(Sessions.MAX_IDLE.toNanos() - 1);
        assertTrue(sessions.find(id).isPresent());
        now.addAndGet(Sessions.MAX_IDLE.toNanos() - 1);
        assertTrue(sessions.find(id).isPresent());
        now.addAndGet(Sessions.MAX_IDLE.toNanos());
        assertTrue(sessions.find(id).isEmpty());
        assertEquals(0, sessions.size());
    }

    @Test
    void aBusySessionEndsToo() {
        String id = sessions.begin(ANN);
        long steps = Sessions.MAX_AGE.toNanos() / Sessions.MAX_IDLE.toNanos() * 2;
        for (int i = 1; i < steps; i++) {
            now.addAndGet(Sessions.MAX_IDLE.toNanos() / 2);
            assertTrue(sessions.find(id).isPresent(), "step " + i);
        }
        now.addAndGet(Sessions.MAX_IDLE.toNanos() / 2);
        assertTrue(sessions.find(id).isEmpty());
    }

    @Test
    void idleSessionsDoNotStay() {
        String used = sessions.begin(ANN);
        sessions.begin(ANN);
        now.addAndGet(Sessions.MAX_IDLE.toNanos() - 1);
        sessions.find(used);
        now.addAndGet(1);
        sessions.begin(ANN);
        assertEquals(2, sessions.size());
    }

    @Test
    void onlySoManyAreKeptAndThoseInUseStay() {
        String used = sessions.begin(ANN);
        String unused = sessions.begin(ANN);
        for (int i = 2; i < Sessions.MAX_SIZE; i++) {
            sessions.begin(ANN);
        }
        sessions.find(used);
        sessions.begin(ANN);
        assertEquals(Sessions.MAX_SIZE, sessions.size());
        assertTrue(sessions.find(unused).isEmpty());
        assertTrue(sessions.find(used).isPresent());
    }

    @Test
    void idsAreLongAndNeverTheSame() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String id = sessions.begin(ANN);
            assertTrue(id.matches("[A-Za-z0-9_-]{43}"), id);
            assertTrue(ids.add(id));
        }
    }

    @Test
    void severalThreadsDoNotDisturbEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            Callable<Integer> user = () -> {
                together.await(20, TimeUnit.SECONDS);
                int found = 0;
                for (int i = 0; i < 10_000; i++) {
                    String id = sessions.begin(ANN);
                    found += sessions.find(id).isPresent() ? 1 : 0;
                    sessions.end(id);
                }
                return found;
            };
            for (Future<Integer> found : threads.invokeAll(Collections.nCopies(4, user))) {
                assertEquals(10_000, found.get());
            }
            assertEquals(0, sessions.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theContainerLearnsWhoItIs() {
        LoginContext context = new LoginContext(sessions);
        Exchange without = Exchange.get().cookie("unknown");
        assertTrue(context.handleSecurity(without.request, without.response));
        assertEquals(Map.of(), without.attributes);
        Exchange with = Exchange.get().cookie(sessions.begin(ANN));
        assertTrue(context.handleSecurity(with.request, with.response));
        assertEquals(Map.of(ServletContextHelper.REMOTE_USER, "ann", ServletContextHelper.AUTHENTICATION_TYPE, "Form",
                ServletContextHelper.AUTHORIZATION, ANN), with.attributes);
    }

    @Test
    void aLoginHasItsRolesOnly() {
        assertFalse(ANN.hasRole("boss"));
        assertFalse(ANN.hasRole(null));
        assertTrue(ANN.hasRole("clerk"));
        assertArrayEquals(new String[] {"clerk"}, ANN.getRoles());
        assertNull(new Login("bob", Set.of()).getRoles());
    }
}
