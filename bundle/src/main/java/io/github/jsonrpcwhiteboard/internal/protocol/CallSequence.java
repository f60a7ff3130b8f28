package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.internal.binding.ArgumentException;
import io.github.jsonrpcwhiteboard.internal.binding.Bound;
import io.github.jsonrpcwhiteboard.internal.binding.Overloads;
import io.github.jsonrpcwhiteboard.internal.binding.RpcMethod;
import io.github.jsonrpcwhiteboard.internal.context.CurrentCall;

/**
 * The calls of one body, run one after the other by one thread, and their answers in the same order. Whoever has the
 * last answer gives them all to the sink, exactly once: the thread itself, the one that completes a late result, or a
 * rescuer when the thread is stuck in a service.
 */
final class CallSequence {

    private static final int NONE = -1;
    /** Ten years. With more, time itself would overflow. */
    private static final long MAX_TIMEOUT = TimeUnit.DAYS.toMillis(3650);

    private final Dispatcher dispatcher;
    private final RpcTarget target;
    private final Caller caller;
    private final boolean batch;
    private final List<Request> requests;
    private final AnswerSink sink;
    /** Written by the running thread; what is before {@link #safe} does not change any more. */
    private final OutputBuffer out;
    /** Answers so far. Written by the running thread. */
    private int answers;

    /** Guarded by this, like all below: index of the request that runs, {@link #NONE} between two. */
    private int current;
    private int safe;
    /** The array that held the answers when {@link #safe} was set; the running thread may need a larger one. */
    private byte[] safeBytes;
    private int safeAnswers;
    private final List<LaterResult> later = new ArrayList<>();
    private int outstanding;
    private boolean finished;
    private boolean closed;

    CallSequence(Dispatcher dispatcher, RpcTarget target, Caller caller, RequestReader.Requests requests,
            AnswerSink sink) {
        this.dispatcher = dispatcher;
        this.target = target;
        this.caller = caller;
        this.batch = requests.batch();
        this.requests = requests.list();
        this.sink = sink;
        this.out = new OutputBuffer(dispatcher.limits().response());
    }

    /** Runs all calls. When this returns, the answer is given, or will be when the last late result arrives. */
    void run() {
        try {
            if (batch) {
                out.force('[');
            }
            for (int i = 0; i < requests.size(); i++) {
                if (!begin(i)) {
                    return;
                }
                answer(requests.get(i));
            }
        } catch (RuntimeException | Error e) {
            fail(e);
            return;
        }
        finish();
    }

    /** For what nobody foresees, as memory running out: the caller gets an answer all the same. */
    private void fail(Throwable thrown) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        sink.accept(dispatcher.error(Incidents.explain(target, null, "*", thrown)), false);
    }

    Watchdog watchdog() {
        return dispatcher.watchdog();
    }

    RpcTarget target() {
        return target;
    }

    private synchronized boolean begin(int index) {
        current = index;
        safe = out.size();
        safeBytes = out.bytes();
        safeAnswers = answers;
        return !closed;
    }

    private synchronized int current() {
        return current;
    }

    /** From here on a rescue of the call that ran comes too late, and must not hit the next one. */
    private synchronized void back() {
        current = NONE;
    }

    private void answer(Request request) {
        RpcError error = request.error();
        if (error == null) {
            Overloads overloads = request.method().length() > dispatcher.limits().methodName() ? null
                    : target.methods().find(request.method());
            error = overloads == null ? RpcError.methodNotFound(request.method())
                    : target.permits(request.method(), caller) ? call(request, overloads) : refuse(request);
        }
        if (error != null && !request.isNotification()) {
            separate();
            byte[] bytes = dispatcher.errorBytes(request, error, target);
            int limit = dispatcher.limits().response();
            force(out, bytes.length <= limit - out.size() ? bytes
                    : dispatcher.errorBytes(request, RpcError.overLimit("response", limit), target));
        }
    }

    private RpcError refuse(Request request) {
        Audit.refused(caller, target.path(), request.method(), "the method needs a role that the caller has not");
        return dispatcher.hidesForbidden() ? RpcError.methodNotFound(request.method())
                : caller.principal() == null ? RpcError.notLoggedIn() : RpcError.notPermitted("Not permitted");
    }

    /** Makes a call; the error to answer, or null if the answer is written or comes later. */
    private RpcError call(Request request, Overloads overloads) {
        long timeout = timeout();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout);
        CallContext info = new CallInfo(caller, target.path(), request.method(), request.isNotification(),
                System.currentTimeMillis() + timeout);
        int mark = out.size();
        int answersBefore = answers;
        Attempt attempt = new Attempt(request, overloads, info, deadline);
        ActiveCall active = new ActiveCall(dispatcher.watchdog(), this, current(), deadline);
        CallContext outer = CurrentCall.set(info);
        RpcError error;
        try {
            error = attempt.run();
        } finally {
            CurrentCall.set(outer);
            if (active.leave()) {
                attempt.expire();
            }
            back();
        }
        if (attempt.expired) {
            error = active.isAbandoned() ? RpcError.overTime(timeout)
                    : Incidents.overTime(target, request.method(), timeout, "and was interrupted");
        }
        if (error != null) {
            out.truncate(mark);
            answers = answersBefore;
        } else if (attempt.result != null) {
            await(attempt.result);
        }
        return error;
    }

    /** One call on its way through binding, service and writing. */
    private final class Attempt {

        private final Request request;
        private final Overloads overloads;
        private final CallContext info;
        private final long deadline;
        private RpcMethod method;
        private LaterResult result;
        private boolean expired;

        Attempt(Request request, Overloads overloads, CallContext info, long deadline) {
            this.request = request;
            this.overloads = overloads;
            this.info = info;
            this.deadline = deadline;
        }

        /** Everything that a service can throw ends here, errors of the JVM included: the other endpoints go on. */
        RpcError run() {
            try {
                Bound bound = overloads.bind(request.params(), info);
                method = bound.method();
                return settle(method.invoke(target.service(), bound.arguments()));
            } catch (ArgumentException e) {
                return RpcError.invalidParams(e.data());
            } catch (Throwable t) {
                return Incidents.explain(target, method, request.method(), t);
            }
        }

        private RpcError settle(Object value) {
            CompletionStage<?> stage = dispatcher.stageOf(value);
            if (stage == null) {
                return request.isNotification() ? null : writeNow(value);
            }
            if (request.isNotification()) {
                stage.whenComplete((v, thrown) -> {
                    if (thrown != null) {
                        Incidents.explain(target, method, request.method(), thrown);
                    }
                });
                return null;
            }
            LaterResult later = new LaterResult(CallSequence.this, request, method, stage, deadline);
            LaterResult.Outcome outcome = later.listen();
            if (outcome == null) {
                result = later;
                return null;
            }
            return outcome.failure() == null ? writeNow(outcome.value())
                    : Incidents.explain(target, method, request.method(), outcome.failure());
        }

        private RpcError writeNow(Object value) {
            separate();
            return write(out, request, method, value);
        }

        void expire() {
            expired = true;
            if (result != null && !result.discard()) {
                expected();
            }
        }
    }

    private void separate() {
        if (answers++ > 0) {
            out.force(',');
        }
    }

    /** Writes a result; the error if that is not possible. */
    private RpcError write(OutputBuffer to, Request request, RpcMethod method, Object value) {
        try {
            ReplyWriter.result(to, request, buffer -> method.write(buffer, value));
            return null;
        } catch (OutputBuffer.FullException e) {
            return RpcError.overLimit("response", dispatcher.limits().response());
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            return e.getCause() instanceof OutputBuffer.FullException
                    ? RpcError.overLimit("response", dispatcher.limits().response())
                    : Incidents.unwritable(target, request.method(), e);
        }
    }

    private void await(LaterResult result) {
        separate();
        synchronized (this) {
            later.add(result);
        }
        expected();
        result.await(out.size());
    }

    /** One more late answer must arrive; it may have been faster. */
    private synchronized void expected() {
        outstanding++;
    }

    /** The answer for a stage that has completed; runs on the thread that completed it. */
    OutputBuffer answerLater(Request request, RpcMethod method, Object value, Throwable thrown) {
        OutputBuffer answer = new OutputBuffer(dispatcher.limits().response());
        RpcError error = thrown == null ? write(answer, request, method, value)
                : Incidents.explain(target, method, request.method(), thrown);
        return error == null ? answer : errorBuffer(request, error);
    }

    OutputBuffer answerOverTime(Request request) {
        return errorBuffer(request,
                Incidents.overTime(target, request.method(), timeout(), "its result is not awaited any longer"));
    }

    private OutputBuffer errorBuffer(Request request, RpcError error) {
        OutputBuffer answer = new OutputBuffer(0);
        force(answer, dispatcher.errorBytes(request, error, target));
        return answer;
    }

    /** A late answer is there. */
    void arrived() {
        synchronized (this) {
            outstanding--;
            if (!finished || outstanding > 0 || closed) {
                return;
            }
            closed = true;
        }
        close(later.isEmpty() ? out : joined(out.bytes(), out.size()), answers, false);
    }

    private void finish() {
        synchronized (this) {
            finished = true;
            if (closed || outstanding > 0) {
                return;
            }
            closed = true;
        }
        close(later.isEmpty() ? out : joined(out.bytes(), out.size()), answers, false);
    }

    /** The thread is stuck in a call: answers without it, the calls that were not begun included. */
    void abandon(int stuck) {
        Incidents.overTime(target, requests.get(stuck).method(), timeout(),
                "ignores its interruption and keeps a thread");
        byte[] written;
        synchronized (this) {
            if (closed || current != stuck) {
                return;
            }
            closed = true;
            written = safeBytes;
        }
        OutputBuffer reply = joined(written, safe);
        int count = safeAnswers;
        for (Request request : requests.subList(stuck, requests.size())) {
            if (!request.isNotification()) {
                if (count++ > 0) {
                    reply.force(',');
                }
                RpcError error = request.error() == null ? RpcError.overTime(timeout()) : request.error();
                force(reply, dispatcher.errorBytes(request, error, target));
            }
        }
        close(reply, count, true);
    }

    private void close(OutputBuffer reply, int count, boolean threadIsStuck) {
        if (batch) {
            reply.force(']');
        }
        sink.accept(count == 0 ? null : reply, threadIsStuck);
    }

    private long timeout() {
        return Math.min(MAX_TIMEOUT, target.timeout() == 0 ? dispatcher.limits().timeout() : target.timeout());
    }

    /** What is written up to a length, with the late answers at their places. */
    private OutputBuffer joined(byte[] written, int length) {
        int limit = dispatcher.limits().response();
        OutputBuffer reply = new OutputBuffer(limit);
        long room = limit - (long) length;
        int from = 0;
        List<LaterResult> results;
        synchronized (this) {
            results = List.copyOf(later);
        }
        for (LaterResult result : results) {
            reply.force(written, from, result.position() - from);
            from = result.position();
            OutputBuffer answer = result.answer() == null ? answerOverTime(result.request()) : result.answer();
            if (answer.size() > room) {
                answer = errorBuffer(result.request(), RpcError.overLimit("response", limit));
            }
            room -= answer.size();
            reply.force(answer.bytes(), 0, answer.size());
        }
        reply.force(written, from, length - from);
        return reply;
    }

    private static void force(OutputBuffer to, byte[] bytes) {
        to.force(bytes, 0, bytes.length);
    }
}
