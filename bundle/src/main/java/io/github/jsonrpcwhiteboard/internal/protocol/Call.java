package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.internal.binding.ArgumentException;
import io.github.jsonrpcwhiteboard.internal.binding.Bound;
import io.github.jsonrpcwhiteboard.internal.binding.Overloads;
import io.github.jsonrpcwhiteboard.internal.binding.RpcMethod;
import io.github.jsonrpcwhiteboard.internal.context.CurrentCall;

/** One call on its way through binding, service and writing. Made by one thread; another may write a late result. */
final class Call {

    private final Dispatcher dispatcher;
    private final RpcTarget target;
    private Request request;
    private final CallContext info;
    private final long begun;
    private final long deadline;
    private final long timeout;
    private final MethodCounters counters;
    private RpcMethod method;
    private LaterResult later;
    private long ended;

    /** What a late result is answered with: the error if it is one. */
    record Answer(OutputBuffer bytes, RpcError error) {
    }

    /** @param begun {@link System#nanoTime()} at which it begins */
    Call(Dispatcher dispatcher, RpcTarget target, Caller caller, Request request, MethodCounters counters,
            TimeLimit time, long begun) {
        this.dispatcher = dispatcher;
        this.target = target;
        this.request = request;
        this.counters = counters;
        this.begun = begun;
        this.deadline = time.deadline(begun);
        this.timeout = time.millis(begun);
        this.info = new CallInfo(caller, target.path(), request.method(), request.isNotification(), deadline);
    }

    /**
     * Makes the call at an index of a sequence; the error to answer, or null if the answer is written or comes
     * {@link #later}.
     */
    RpcError make(CallSequence sequence, int index, Overloads overloads, OutputBuffer out) {
        counters.begin();
        ActiveCall active = sequence.watch(this, index);
        CallContext outer = CurrentCall.set(info);
        RpcError error;
        boolean overTime;
        try {
            error = attempt(sequence, overloads, out);
        } finally {
            CurrentCall.set(outer);
            overTime = active.leave();
            if (overTime) {
                sequence.back();
            }
        }
        boolean counted = later != null;
        if (overTime) {
            error = active.isAbandoned() ? RpcError.overTime(timeout)
                    : Incidents.overTime(target, request.method(), timeout, "and was interrupted");
            counted = later != null && !sequence.discard(later);
            later = null;
        }
        ended = System.nanoTime();
        if (!counted) {
            count(error, ended);
        }
        return error;
    }

    /** Counts the call, which has its answer: an error, or null. For each call once. */
    void count(RpcError error, long now) {
        if (error != null) {
            counters.error(error.code());
        }
        counters.end(now - begun);
    }

    /** {@link System#nanoTime()} at which its thread was done with it. */
    long ended() {
        return ended;
    }

    /** The result to wait for, null if there is none. */
    LaterResult later() {
        return later;
    }

    Request request() {
        return request;
    }

    long deadline() {
        return deadline;
    }

    /** Milliseconds that end at the deadline. */
    long timeout() {
        return timeout;
    }

    /** Everything that a service can throw ends here, errors of the JVM included: the other endpoints go on. */
    private RpcError attempt(CallSequence sequence, Overloads overloads, OutputBuffer out) {
        try {
            Bound bound = overloads.bind(request.params());
            method = bound.method();
            Object value = method.invoke(target.service(), bound.arguments(), info);
            CompletionStage<?> stage = method.returnsNow() ? null : dispatcher.stageOf(value);
            return stage == null ? write(out, value) : settle(sequence, stage, out);
        } catch (ArgumentException e) {
            return RpcError.invalidParams(e.data());
        } catch (Throwable t) {
            return explain(t);
        }
    }

    private RpcError settle(CallSequence sequence, CompletionStage<?> stage, OutputBuffer out) {
        // What waits is not to keep the whole body.
        request = request.detached();
        if (request.isNotification()) {
            stage.whenComplete((value, thrown) -> {
                if (thrown != null) {
                    counters.error(explain(thrown).code());
                }
            });
            return null;
        }
        LaterResult result = new LaterResult(sequence, this, stage);
        LaterResult.Outcome outcome = result.listen();
        if (outcome == null) {
            later = result;
            return null;
        }
        return outcome.failure() == null ? write(out, outcome.value()) : explain(outcome.failure());
    }

    /** The answer for a stage that has completed; runs on the thread that completed it. */
    Answer answer(Object value, Throwable thrown) {
        OutputBuffer answer = new OutputBuffer(dispatcher.limits().response());
        RpcError error = thrown == null ? write(answer, value) : explain(thrown);
        return new Answer(error == null ? answer : errorBuffer(error), error);
    }

    /** The error for a stage that has not completed in time. */
    RpcError overTime() {
        return Incidents.overTime(target, request.method(), timeout,
                "its result is not awaited any longer");
    }

    OutputBuffer errorBuffer(RpcError error) {
        return dispatcher.errorBuffer(request, error, target);
    }

    /** Writes a result, unless nobody wants it; the error if that is not possible. */
    private RpcError write(OutputBuffer out, Object value) {
        if (request.isNotification()) {
            return null;
        }
        try {
            ReplyWriter.result(out, request, buffer -> method.write(buffer, value));
            return null;
        } catch (OutputBuffer.FullException e) {
            return dispatcher.responseTooLarge();
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            return e.getCause() instanceof OutputBuffer.FullException ? dispatcher.responseTooLarge()
                    : Incidents.unwritable(target, request.method(), e);
        }
    }

    private RpcError explain(Throwable thrown) {
        return Incidents.explain(target, method, request.method(), thrown);
    }
}
