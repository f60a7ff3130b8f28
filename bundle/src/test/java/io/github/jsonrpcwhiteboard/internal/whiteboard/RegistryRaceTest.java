package io.github.jsonrpcwhiteboard.internal.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.jsonrpcwhiteboard.internal.protocol.MethodCounters;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Claims.Source;

/** Readers take no lock, and see either all of a change or nothing. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegistryRaceTest {

    private static final int READERS = 4;
    /** How often each reader must have seen each of the two states. */
    private static final int SEEN = 300;

    private final EndpointRegistry registry = new EndpointRegistry(() -> {
    });
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    /**
     * Service 1 moves between "from" and "to", service 2 wants "to" all the time. There is no way to look at two paths
     * at once without the lock; but the change count is a part of the snapshot and never goes back, so what was found
     * between two readings of the same count was found in the same snapshot.
     */
    @Test
    void aPathMovesAndIsNeverInBothPlacesOrInNone() throws Exception {
        publish("other", new Source(), 2, 0, "to");
        Source mover = publish("mover", new Source(), 1, 1, "from");
        CountDownLatch busy = new CountDownLatch(READERS);
        List<Future<?>> readers = start(() -> {
            int[] seen = new int[2];
            while (seen[0] < SEEN || seen[1] < SEEN) {
                long count = registry.changeCount();
                Endpoint from = registry.find("from");
                Endpoint to = registry.find("to");
                if (count == registry.changeCount()) {
                    assertNotNull(to);
                    boolean moved = to.revision().rank().serviceId() == 1;
                    assertEquals(from == null, moved);
                    seen[moved ? 1 : 0]++;
                }
            }
            busy.countDown();
            return null;
        });
        while (busy.getCount() > 0 && isFine(readers)) {
            publish("mover", mover, 1, 1, "to");
            publish("mover", mover, 1, 1, "from");
        }
        finish(readers);
        assertEquals(0, mover.gets(), "nobody has called it");
    }

    /** The first call of a method makes its counters, and none of those that come at the same time is lost. */
    @Test
    void firstCallsAreCountedInOnePlace() throws Exception {
        for (int round = 0; round < SEEN; round++) {
            publish("counted", new Source(), 1, 0, "counted");
            Endpoint endpoint = registry.find("counted");
            CyclicBarrier together = new CyclicBarrier(READERS);
            Set<MethodCounters> counters = ConcurrentHashMap.newKeySet();
            finish(start(() -> {
                together.await();
                counters.add(endpoint.counters("find"));
                return null;
            }));
            assertEquals(1, counters.size());
            registry.remove("counted");
        }
    }

    @Test
    void theStateIsConsistent() throws Exception {
        publish("other", new Source(), 2, 0, "to");
        Source mover = publish("mover", new Source(), 1, 1, "from");
        CountDownLatch busy = new CountDownLatch(READERS);
        List<Future<?>> readers = start(() -> {
            int[] seen = new int[2];
            while (seen[0] < SEEN || seen[1] < SEEN) {
                EndpointRegistry.State state = registry.state();
                List<String> live = names(state.live());
                List<String> shadowed = names(state.shadowed());
                boolean moved = live.equals(List.of("to1"));
                assertEquals(moved ? List.of("to2") : List.of(), shadowed);
                assertTrue(moved || live.equals(List.of("from1", "to2")), live::toString);
                assertTrue(state.changeCount() <= registry.changeCount());
                seen[moved ? 1 : 0]++;
            }
            busy.countDown();
            return null;
        });
        while (busy.getCount() > 0 && isFine(readers)) {
            publish("mover", mover, 1, 1, "to");
            publish("mover", mover, 1, 1, "from");
        }
        finish(readers);
    }

    /** Service 1 comes and goes, service 2 is always there: whoever calls is answered, by an object that is held. */
    @Test
    void whileTheWinnerComesAndGoesEveryCallHasAnObject() throws Exception {
        List<Source> sources = new ArrayList<>();
        sources.add(publish("other", new Source(), 2, 0, "p"));
        CountDownLatch busy = new CountDownLatch(READERS);
        List<Future<?>> readers = start(() -> {
            int[] seen = new int[2];
            while (seen[0] < SEEN || seen[1] < SEEN) {
                Endpoint endpoint = registry.enter("p");
                assertNotNull(endpoint, "there is always one");
                Source source = (Source) endpoint.service();
                assertTrue(source.isHeld());
                assertSame(source, endpoint.service());
                assertTrue(source.isHeld(), "nobody gives back what is in use");
                endpoint.leave();
                seen[(int) endpoint.revision().rank().serviceId() - 1]++;
            }
            busy.countDown();
            return null;
        });
        while (busy.getCount() > 0 && isFine(readers)) {
            sources.add(publish("winner", new Source(), 1, 1, "p"));
            registry.remove("winner");
        }
        finish(readers);
        registry.remove("other");
        for (Source source : sources) {
            assertEquals(source.gets(), source.ungets());
        }
    }

    private Source publish(Object key, Source source, long id, int ranking, String... paths) {
        return Claims.publish(registry, key, source, Claims.revision(id, ranking, paths));
    }

    private List<Future<?>> start(Callable<?> reader) {
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(threads.submit(reader));
        }
        return readers;
    }

    /** A reader that has failed will never have seen enough. */
    private static boolean isFine(List<Future<?>> readers) throws Exception {
        for (Future<?> reader : readers) {
            if (reader.isDone()) {
                reader.get();
            }
        }
        return true;
    }

    private static void finish(List<Future<?>> readers) throws Exception {
        for (Future<?> reader : readers) {
            reader.get();
        }
        assertFalse(readers.isEmpty());
    }

    private static List<String> names(List<Endpoint> endpoints) {
        return endpoints.stream().map(e -> e.path() + e.revision().rank().serviceId()).sorted().toList();
    }
}
