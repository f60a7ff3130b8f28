package io.github.jsonrpcwhiteboard.internal.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.internal.whiteboard.Claims.Source;

/** Who answers where. */
class RegistryTest {

    private int changes;
    private final EndpointRegistry registry = new EndpointRegistry(() -> changes++);

    private Source publish(Object key, long id, int ranking, String... paths) {
        return Claims.publish(registry, key, new Source(), Claims.revision(id, ranking, paths));
    }

    private long owner(String path) {
        Endpoint endpoint = registry.find(path);
        return endpoint == null ? -1 : endpoint.revision().rank().serviceId();
    }

    private static List<String> names(List<Endpoint> endpoints) {
        return endpoints.stream().map(e -> e.path() + e.revision().rank().serviceId()).sorted().toList();
    }

    /** A service that does not come back keeps its threads when its plugin goes. */
    @Test
    void callsOfServicesThatHaveGoneAreStillCounted() {
        publish("a", 1, 0, "p");
        publish("b", 2, 0, "q");
        Endpoint gone = registry.enter("p");
        assertTrue(gone.begin(1));
        assertFalse(gone.begin(1), "refused, and not counted");
        gone.overdue(1);
        registry.remove("a");
        Endpoint late = registry.find("q");
        late.begin(5);
        late.await();
        assertEquals(List.of(1, 1, 1), totals());
        late.endWaiting();
        gone.overdue(-1);
        gone.end();
        gone.leave();
        assertEquals(List.of(0, 0, 0), totals());
    }

    /** In progress, waiting and overdue. */
    private List<Integer> totals() {
        CallStats all = registry.total();
        return List.of(all.inProgress(), all.waiting(), all.overdue());
    }

    @Test
    void highestRankingThenLowestId() {
        publish("a", 7, 0, "p");
        assertEquals(7, owner("p"));
        publish("b", 5, 0, "p");
        assertEquals(5, owner("p"), "the lower id");
        publish("c", 9, 1, "p");
        assertEquals(9, owner("p"), "the higher ranking");
        publish("d", 3, -1, "p");
        assertEquals(9, owner("p"));
        assertEquals(List.of("p9"), names(registry.state().live()));
        assertEquals(List.of("p3", "p5", "p7"), names(registry.state().shadowed()));
        registry.remove("c");
        assertEquals(5, owner("p"));
        registry.remove("a");
        assertEquals(5, owner("p"));
        registry.remove("b");
        assertEquals(3, owner("p"));
        registry.remove("d");
        assertNull(registry.find("p"));
        assertNull(registry.enter("p"));
    }

    @Test
    void aChangedRankingCounts() {
        Source one = publish("a", 1, 0, "p");
        Source other = publish("b", 2, 0, "p");
        use("p");
        Claims.publish(registry, "b", other, Claims.revision(2, 1, "p"));
        assertEquals(2, owner("p"));
        assertFalse(one.isHeld(), "shadowed services are released");
        Claims.publish(registry, "b", other, Claims.revision(2, -1, "p"));
        assertEquals(1, owner("p"));
        assertEquals(0, other.gets());
    }

    @Test
    void whoIsShadowedIsNeverInstantiated() {
        Source winner = publish("a", 1, 1, "p");
        Source shadowed = publish("b", 2, 0, "p");
        use("p");
        use("p");
        assertEquals(1, winner.gets());
        registry.remove("b");
        assertEquals(0, shadowed.gets());
        assertEquals(0, winner.ungets());
    }

    @Test
    void aServiceIsFetchedAtItsFirstCall() {
        Source source = publish("a", 1, 0, "p");
        Endpoint endpoint = registry.enter("p");
        assertEquals(0, source.gets());
        assertSame(source, endpoint.service());
        assertSame(source, endpoint.service());
        endpoint.leave();
        use("p");
        assertEquals(1, source.gets());
        assertEquals(0, source.ungets(), "it is kept for the next call");
    }

    @Test
    void whoIsShadowedTakesOverWhenTheWinnerLeaves() {
        Source winner = publish("a", 1, 1, "p");
        Source next = publish("b", 2, 0, "p");
        Endpoint call = registry.enter("p");
        assertSame(winner, call.service());
        registry.remove("a");
        assertEquals(2, owner("p"));
        assertSame(next, use("p"));
        assertSame(winner, call.service(), "a call finishes on the object on which it began");
        assertEquals(0, winner.ungets());
        call.leave();
        assertEquals(1, winner.ungets());
        assertTrue(next.isHeld());
    }

    @Test
    void aServiceMovesInOneStep() {
        Source source = publish("a", 1, 0, "from");
        Endpoint call = registry.enter("from");
        call.service();
        long before = registry.changeCount();
        Claims.publish(registry, "a", source, Claims.revision(1, 0, "to"));
        assertEquals(before + 1, registry.changeCount());
        assertNull(registry.find("from"));
        assertSame(source, use("to"));
        call.leave();
        assertEquals(1, source.gets(), "the same object before and after");
        assertEquals(0, source.ungets());
    }

    @Test
    void aFailureIsListedAndRepairsItself() {
        Source source = new Source();
        assertTrue(registry.publish(registry.touch("a", source), null, Claims.failure(1, "bad//path")));
        assertEquals(List.of("bad//path"), registry.state().failed().stream().map(Failure::path).toList());
        Claims.publish(registry, "a", source, Claims.revision(1, 0, "good"));
        assertEquals(List.of(), registry.state().failed());
        assertSame(source, use("good"));
        assertTrue(registry.publish(registry.touch("a", source), null, Claims.failure(1, "bad")));
        assertNull(registry.find("good"));
        assertFalse(source.isHeld());
        assertEquals(1, registry.state().failed().size());
        registry.remove("a");
        assertEquals(List.of(), registry.state().failed());
    }

    @Test
    void aFailureLetsTheNextTakeOver() {
        publish("a", 1, 1, "p");
        publish("b", 2, 0, "p");
        assertTrue(registry.publish(registry.touch("a", new Source()), null, Claims.failure(1, "p")));
        assertEquals(2, owner("p"));
        assertEquals(List.of(), names(registry.state().shadowed()));
    }

    @Test
    void oneObjectForSeveralPaths() {
        Source source = publish("a", 1, 0, "p", "q/r");
        assertSame(source, use("p"));
        assertSame(source, use("q/r"));
        assertEquals(1, source.gets());
        publish("b", 2, 1, "p");
        assertEquals(2, owner("p"));
        assertEquals(1, owner("q/r"), "one path may be lost and the other kept");
        assertTrue(source.isHeld());
        publish("c", 3, 1, "q/r");
        assertFalse(source.isHeld());
        registry.remove("b");
        assertSame(source, use("p"));
        registry.remove("a");
        assertEquals(2, source.ungets());
        assertFalse(source.isHeld());
    }

    @Test
    void theObjectIsGivenBackOnceAfterTheLastCall() {
        Source source = publish("a", 1, 0, "p");
        Endpoint one = registry.enter("p");
        Endpoint other = registry.enter("p");
        one.service();
        registry.remove("a");
        assertNull(registry.enter("p"));
        one.leave();
        assertEquals(0, source.ungets());
        assertSame(source, other.service());
        other.leave();
        assertEquals(1, source.ungets());
        registry.remove("a");
        assertEquals(1, source.ungets());
    }

    @Test
    void aCallThatHasBegunGetsItsObjectWhileItCanBeHad() {
        Source source = publish("a", 1, 0, "p");
        Endpoint call = registry.enter("p");
        assertEquals(0, source.gets());
        registry.remove("a");
        assertEquals(1, source.gets(), "later the framework would give none");
        assertSame(source, call.service());
        assertEquals(1, source.gets());
        call.leave();
        assertEquals(1, source.ungets());
    }

    @Test
    void whatWasReadBeforeTheLastEventIsNotPublished() {
        Source source = new Source();
        EndpointRegistry.Ticket old = registry.touch("a", source);
        EndpointRegistry.Ticket current = registry.touch("a", source);
        assertFalse(registry.publish(old, Claims.revision(1, 0, "old"), null));
        assertNull(registry.find("old"));
        assertEquals(0, registry.changeCount());
        assertTrue(registry.publish(current, Claims.revision(1, 0, "new"), null));
        assertFalse(registry.publish(old, Claims.revision(1, 0, "old"), null));
        assertNotNull(registry.find("new"));
        assertNull(registry.find("old"));
    }

    @Test
    void whatHasGoneIsNotPublished() {
        EndpointRegistry.Ticket ticket = registry.touch("a", new Source());
        registry.remove("a");
        assertTrue(registry.publish(ticket, Claims.revision(1, 0, "p"), null), "there is nothing to read again");
        assertNull(registry.find("p"));
        assertEquals(List.of(), registry.state().live());
    }

    @Test
    void aServiceMayCeaseToAskForAnything() {
        Source source = publish("a", 1, 0, "p");
        use("p");
        assertTrue(registry.publish(registry.touch("a", source), null, null));
        assertNull(registry.find("p"));
        assertFalse(source.isHeld());
        Claims.publish(registry, "a", source, Claims.revision(1, 0, "q"));
        assertSame(source, use("q"));
    }

    @Test
    void everyChangeIsCountedAndTold() {
        long count = registry.changeCount();
        for (int i = 1; i <= 3; i++) {
            publish("a" + i, i, 0, "p");
            assertEquals(count + i, registry.changeCount());
            assertEquals(i, changes);
            assertEquals(registry.changeCount(), registry.state().changeCount());
        }
        registry.remove("a1");
        assertEquals(count + 4, registry.changeCount());
        assertEquals(4, changes);
        registry.remove("a1");
        assertEquals(4, changes, "nothing has changed");
    }

    /** Foreign code may wait for other threads, which want to know the registry's state. */
    @Test
    void foreignCodeRunsUnderNoLock() {
        EndpointRegistry[] own = new EndpointRegistry[1];
        Runnable askElsewhere =
                () -> CompletableFuture.supplyAsync(() -> own[0].state()).orTimeout(20, TimeUnit.SECONDS).join();
        own[0] = new EndpointRegistry(askElsewhere);
        ServiceHolder.Source source = new ServiceHolder.Source() {
            @Override
            public Object get() {
                askElsewhere.run();
                return this;
            }

            @Override
            public void unget() {
                askElsewhere.run();
            }
        };
        own[0].publish(own[0].touch("a", source), Claims.revision(1, 0, "p"), null);
        Endpoint call = own[0].enter("p");
        own[0].remove("a");
        assertNotNull(call.service());
        call.leave();
        assertEquals(2, own[0].changeCount());
    }

    private Object use(String path) {
        Endpoint endpoint = registry.enter(path);
        try {
            return endpoint.service();
        } finally {
            endpoint.leave();
        }
    }
}
