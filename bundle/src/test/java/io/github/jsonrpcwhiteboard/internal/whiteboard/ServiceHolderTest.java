package io.github.jsonrpcwhiteboard.internal.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.jsonrpcwhiteboard.internal.whiteboard.Claims.Source;

/** The service object: each that is got is given back once, and none while it is in use. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServiceHolderTest {

    private static final int ROUNDS = 1000;
    private static final int USERS = 3;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void anObjectThatWasNeverAskedForIsNotFetched() {
        Source source = new Source();
        ServiceHolder holder = new ServiceHolder(source);
        assertTrue(holder.enter());
        holder.leave();
        holder.retire();
        assertFalse(holder.enter());
        assertEquals(0, source.gets());
        assertEquals(0, source.ungets());
    }

    @Test
    void retiringTwiceGivesBackOnce() {
        Source source = new Source();
        ServiceHolder holder = new ServiceHolder(source);
        holder.enter();
        holder.service();
        holder.leave();
        holder.retire();
        holder.retire();
        assertEquals(1, source.ungets());
    }

    @Test
    void aServiceThatCannotBeHadIsAskedForAgain() {
        Object service = new Object();
        Object[] next = new Object[1];
        ServiceHolder holder = new ServiceHolder(new ServiceHolder.Source() {
            @Override
            public Object get() {
                return next[0];
            }

            @Override
            public void unget() {
                next[0] = "given back";
            }
        });
        holder.enter();
        assertThrows(IllegalStateException.class, holder::service);
        next[0] = service;
        assertSame(service, holder.service());
        holder.leave();
        holder.retire();
        assertEquals("given back", next[0]);
    }

    @Test
    void aSourceThatFailsDoesNotFailTheRetirement() {
        int[] ungets = new int[1];
        ServiceHolder holder = new ServiceHolder(new ServiceHolder.Source() {
            @Override
            public Object get() {
                throw new IllegalStateException("factory");
            }

            @Override
            public void unget() {
                ungets[0]++;
            }
        });
        holder.enter();
        holder.retire();
        assertThrows(IllegalStateException.class, holder::service);
        holder.leave();
        assertEquals(0, ungets[0], "nothing was got");
    }

    /** A call that is about to fetch the object when the service goes: the retirement has fetched it meanwhile. */
    @Test
    void whoIsTooLateToFetchTheObjectGetsTheOneOfTheRetirement() throws Exception {
        CyclicBarrier fetching = new CyclicBarrier(2);
        CyclicBarrier gone = new CyclicBarrier(2);
        Object service = new Object();
        Thread main = Thread.currentThread();
        ServiceHolder holder = new ServiceHolder(new ServiceHolder.Source() {
            @Override
            public Object get() {
                if (Thread.currentThread() == main) {
                    return service;
                }
                await(fetching);
                await(gone);
                return null;
            }

            @Override
            public void unget() {
                // nobody counts here
            }
        });
        holder.enter();
        Future<Object> late = threads.submit(holder::service);
        await(fetching);
        holder.retire();
        await(gone);
        assertSame(service, late.get());
        holder.leave();
    }

    /** The framework gives the object as long as the service is being unregistered, and null afterwards. */
    @Test
    void callsRaceWithAServiceThatGoes() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            AtomicBoolean gone = new AtomicBoolean();
            ServiceHolder holder = new ServiceHolder(new ServiceHolder.Source() {
                @Override
                public Object get() {
                    Thread.yield();
                    return gone.get() ? null : this;
                }

                @Override
                public void unget() {
                    // nobody counts here
                }
            });
            CyclicBarrier start = new CyclicBarrier(USERS + 1);
            List<Future<?>> calls = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                calls.add(threads.submit(() -> {
                    await(start);
                    if (holder.enter()) {
                        assertNotNull(holder.service());
                        holder.leave();
                    }
                }));
            }
            await(start);
            holder.retire();
            gone.set(true);
            for (Future<?> call : calls) {
                call.get();
            }
        }
    }

    /** Two that come first at the same time. */
    @Test
    void allGetTheSameObjectAndTheSurplusIsGivenBack() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        Source source = new Source();
        ServiceHolder holder = new ServiceHolder(new ServiceHolder.Source() {
            @Override
            public Object get() {
                await(both);
                source.get();
                return new Object();
            }

            @Override
            public void unget() {
                source.unget();
            }
        });
        holder.enter();
        Future<Object> other = threads.submit(holder::service);
        assertSame(holder.service(), other.get());
        assertEquals(2, source.gets());
        assertEquals(1, source.ungets());
        holder.leave();
        holder.retire();
        assertEquals(2, source.ungets());
    }

    @Test
    void usersRaceWithTheRetirement() throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        ServiceHolder[] holder = new ServiceHolder[1];
        CyclicBarrier start = new CyclicBarrier(USERS + 1);
        CyclicBarrier end = new CyclicBarrier(USERS + 1);
        List<Future<?>> users = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            users.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    await(start);
                    try {
                        use(holder[0]);
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                    }
                    await(end);
                }
            }));
        }
        for (int round = 0; round < ROUNDS; round++) {
            Source source = new Source();
            holder[0] = new ServiceHolder(source);
            await(start);
            holder[0].retire();
            assertFalse(holder[0].enter());
            await(end);
            assertEquals(source.gets(), source.ungets());
            assertNull(failure.get());
        }
        for (Future<?> user : users) {
            user.get();
        }
    }

    private static void use(ServiceHolder holder) {
        while (holder.enter()) {
            Source object = (Source) holder.service();
            assertTrue(object.isHeld());
            assertSame(object, holder.service());
            assertTrue(object.isHeld(), "nobody gives back what is in use");
            holder.leave();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
