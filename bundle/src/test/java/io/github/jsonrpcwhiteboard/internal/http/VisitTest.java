package io.github.jsonrpcwhiteboard.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.jsonrpcwhiteboard.internal.binding.Limits;
import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Claims;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Endpoint;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;

/** What a request takes of the limits, while it has a thread, while it has none, and for its lanes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VisitTest {

    private static final Limits LIMITS = Settings.of(Map.of("calls.limit", 6, "endpoint.calls.limit", 4,
            "waiting.limit", 3), problem -> {
            throw new AssertionError(problem);
        }).limits();

    private final InProgress inProgress = new InProgress();
    private final Endpoint endpoint = endpoint(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private static Endpoint endpoint(int maxConcurrent) {
        return Claims.endpoint(Map.of("rpc.path", "p", "rpc.maxConcurrent", maxConcurrent));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private Visit begin(Endpoint at) throws Refusal {
        Visit visit = new Visit(at, null, LIMITS, inProgress, threads);
        visit.begin(Caller.anonymous(""));
        return visit;
    }

    private List<Visit> begin(int count, Endpoint at) throws Refusal {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visits.add(begin(at));
        }
        return visits;
    }

    private void assertLimit(String limit, int value, Endpoint at) {
        Refusal refusal = assertThrows(Refusal.class, () -> begin(at));
        assertEquals(503, refusal.status());
        assertEquals(Map.of("limit", limit, "value", (long) value), refusal.error().data());
    }

    @Test
    void placesAreLimited() throws Exception {
        List<Visit> visits = begin(4, endpoint);
        assertLimit("endpoint.calls", 4, endpoint);
        Endpoint other = endpoint(0);
        visits.addAll(begin(2, other));
        assertLimit("calls", 6, other);
        visits.forEach(Visit::free);
        begin(4, endpoint).forEach(Visit::free);
    }

    /** Three wait without a place, the fourth keeps its own. */
    @Test
    void whatWaitsHasNoPlaceAsFarAsTheLimitGoes() throws Exception {
        List<Visit> waiting = begin(4, endpoint);
        waiting.forEach(Visit::threadLeaves);
        List<Visit> more = begin(3, endpoint);
        assertLimit("endpoint.calls", 4, endpoint);
        List<Visit> others = begin(2, endpoint(0));
        assertLimit("calls", 6, endpoint(0));
        waiting.forEach(Visit::free);
        begin(1, endpoint).forEach(Visit::free);
        more.forEach(Visit::free);
        others.forEach(Visit::free);
        begin(4, endpoint).forEach(Visit::threadLeaves);
        begin(3, endpoint);
        assertLimit("endpoint.calls", 4, endpoint);
    }

    /** Who declares a limit means what the service has to do, with or without threads. */
    @Test
    void aDeclaredLimitCountsWhatWaits() throws Exception {
        Endpoint narrow = endpoint(2);
        Visit waits = begin(narrow);
        waits.threadLeaves();
        Visit second = begin(narrow);
        assertLimit("endpoint.calls", 2, narrow);
        waits.free();
        begin(narrow).free();
        second.free();
    }

    @Test
    void lanesTakeWhatIsLeftAndGiveItBackBeforeTheyAreLeft() throws Exception {
        List<Visit> others = begin(2, endpoint);
        Visit batch = begin(endpoint);
        AtomicInteger atEnd = new AtomicInteger();
        List<Runnable> tasks = new ArrayList<>();
        Visit withLanes = new Visit(endpoint, null, LIMITS, inProgress, tasks::add);
        assertTrue(withLanes.start(() -> assertLimit("endpoint.calls", 4, endpoint),
                () -> atEnd.set(beginsAndFrees() ? 1 : -1)));
        assertFalse(withLanes.start(() -> {
        }, () -> {
        }), "there are four now");
        tasks.forEach(Runnable::run);
        assertEquals(1, atEnd.get());
        others.forEach(Visit::free);
        batch.free();
    }

    private boolean beginsAndFrees() {
        try {
            begin(endpoint).free();
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    @Test
    void aLaneWithoutThreadTakesNothing() throws Exception {
        Visit batch = new Visit(endpoint, null, LIMITS, inProgress, task -> {
            throw new RejectedExecutionException();
        });
        batch.begin(Caller.anonymous(""));
        for (int i = 0; i < 10; i++) {
            assertFalse(batch.start(() -> {
            }, () -> {
            }));
        }
        begin(3, endpoint).forEach(Visit::free);
        batch.free();
    }

    /** Requests come and go, wait or not, and nothing is counted for ever. */
    @Test
    void theyRace() throws Exception {
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            boolean waits = i % 2 == 0;
            clients.add(threads.submit(() -> {
                for (int round = 0; round < 20_000; round++) {
                    Visit visit = begin(endpoint);
                    if (waits) {
                        visit.threadLeaves();
                    }
                    visit.free();
                    visit.answered();
                }
                return null;
            }));
        }
        for (Future<?> client : clients) {
            client.get();
        }
        assertTrue(inProgress.drain(1, TimeUnit.MILLISECONDS));
        List<Visit> all = begin(4, endpoint);
        assertLimit("endpoint.calls", 4, endpoint);
        all.subList(0, 3).forEach(Visit::threadLeaves);
        begin(3, endpoint);
        assertLimit("endpoint.calls", 4, endpoint);
    }
}
