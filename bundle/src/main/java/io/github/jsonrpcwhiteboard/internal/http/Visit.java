package io.github.jsonrpcwhiteboard.internal.http;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.jsonrpcwhiteboard.internal.binding.Limits;
import io.github.jsonrpcwhiteboard.internal.protocol.Audit;
import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.Lanes;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcError;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Endpoint;

/**
 * A request at its endpoint, which it has entered, and for a light call the method. Holds a place among the calls in
 * progress while it has a thread, and one more for each lane; without a thread it holds one among those that wait. The
 * endpoint's service is in use until the last of them has gone.
 */
final class Visit implements Lanes, PendingReply.Place {

    private final Endpoint endpoint;
    private final String method;
    private final Limits limits;
    private final InProgress inProgress;
    private final Executor threads;
    /** The lanes beside the request, and -1 after the last of all. */
    private final AtomicInteger others = new AtomicInteger();
    /** Written by the container's thread, like the next; another one frees the visit only after that has left. */
    private boolean begun;
    private boolean waits;

    Visit(Endpoint endpoint, String method, Limits limits, InProgress inProgress, Executor threads) {
        this.endpoint = endpoint;
        this.method = method;
        this.limits = limits;
        this.inProgress = inProgress;
        this.threads = threads;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The method of a light call, null for a heavy one. */
    String method() {
        return method;
    }

    /** A service that does not come back must not take all threads with it, so each has a limit of its own. */
    void begin(Caller caller) throws Refusal {
        if (!inProgress.take(limits.calls())) {
            throw busy("calls", limits.calls(), caller);
        }
        if (!endpoint.begin(limits.endpointCalls())) {
            inProgress.free();
            throw busy("endpoint.calls", endpoint.maxConcurrent(limits.endpointCalls()), caller);
        }
        inProgress.begun();
        begun = true;
    }

    private Refusal busy(String limit, long value, Caller caller) {
        Audit.refused(caller, endpoint.path(), method, "too many requests in progress, " + limit + " is " + value);
        return new Refusal(503, RpcError.overLimit(limit, value)).with("Retry-After", List.of("1"));
    }

    @Override
    public boolean start(Runnable calls, Runnable left) {
        if (!inProgress.take(limits.calls())) {
            return false;
        }
        if (!endpoint.begin(limits.endpointCalls())) {
            inProgress.free();
            return false;
        }
        others.incrementAndGet();
        try {
            threads.execute(() -> run(calls, left));
            return true;
        } catch (RejectedExecutionException e) {
            leave();
            return false;
        }
    }

    private void run(Runnable calls, Runnable left) {
        try {
            calls.run();
        } finally {
            leave();
            left.run();
        }
    }

    private void leave() {
        inProgress.free();
        endpoint.end();
        endUse();
    }

    private void endUse() {
        if (others.getAndDecrement() == 0) {
            endpoint.leave();
        }
    }

    @Override
    public void threadLeaves() {
        if (inProgress.await(limits.waiting())) {
            endpoint.await();
            waits = true;
        }
    }

    @Override
    public void free() {
        if (waits) {
            inProgress.endWaiting();
            endpoint.endWaiting();
        } else if (begun) {
            inProgress.free();
            endpoint.end();
        }
        endUse();
    }

    @Override
    public void answered() {
        inProgress.answered();
    }

    /** Ends before there is anything to answer but the refusal. */
    void refuse() {
        if (begun) {
            answered();
        }
        free();
    }
}
