package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcwhiteboard.internal.binding.Overloads;

/**
 * The calls of one body, run one after the other by one thread, and their answers in the same order. Whoever has the
 * last answer gives them all to the sink, exactly once: the thread itself, the one that completes a late result, or a
 * rescuer when the thread is stuck in a service.
 */
final class CallSequence {

    private static final String DISCOVER = "rpc.discover";
    private static final int NONE = -1;
    /** Errors up to this size are not worth replacing by the one that says that there was no room. */
    private static final int SMALL = 1024;

    private final Dispatcher dispatcher;
    private final RpcTarget target;
    private final Caller caller;
    private final boolean batch;
    private final AnswerSink sink;
    private final TimeLimit time;
    /** Bytes that results may take. */
    private final int limit;
    /** Written by the running thread; what is before {@link #safe} does not change any more. */
    private final OutputBuffer out;
    /** Answers so far, the late ones included. Written by the running thread. */
    private int answers;

    /** Used by the running thread only, as those that follow: the calls that it makes, null before the first. */
    private ActiveCall active;
    /** Whether the answer has been given while the last call was made. */
    private boolean abandoned;
    /** {@link System#nanoTime()} at which the next call begins: where the one before has ended. */
    private long now;

    /** Written by the running thread; none when it has ended, so that late results do not keep the body. */
    private volatile List<Request> requests;

    /** Written by the running thread before a call is watched: the index of the request, and what is there already. */
    private int current;
    private int safe;
    /** The array that held the answers when {@link #safe} was set; the running thread may need a larger one. */
    private byte[] safeBytes;
    private int safeAnswers;

    /** Guarded by this, like all below. */
    private final List<LaterResult> later = new ArrayList<>();
    private int outstanding;
    private boolean finished;
    private boolean closed;

    CallSequence(Dispatcher dispatcher, RpcTarget target, Caller caller, RequestReader.Requests requests,
            AnswerSink sink) {
        this(dispatcher, target, caller, requests, sink, TimeLimit.begin(target, dispatcher, requests.batch()));
    }

    private CallSequence(Dispatcher dispatcher, RpcTarget target, Caller caller, RequestReader.Requests requests,
            AnswerSink sink, TimeLimit time) {
        this(dispatcher, target, caller, requests, sink, time, time.begun(), dispatcher.limits().response());
    }

    /** Calls that begin now, and share their time, and the room for their results, with others. */
    CallSequence(Dispatcher dispatcher, RpcTarget target, Caller caller, RequestReader.Requests requests,
            AnswerSink sink, TimeLimit time, long now, int limit) {
        this.dispatcher = dispatcher;
        this.target = target;
        this.caller = caller;
        this.batch = requests.batch();
        this.requests = requests.list();
        this.sink = sink;
        this.time = time;
        this.now = now;
        this.limit = limit;
        this.out = new OutputBuffer(limit);
    }

    /** Runs all calls. When this returns, the answer is given, or will be when the last late result arrives. */
    void run() {
        boolean wanted;
        try {
            wanted = answerAll();
        } catch (RuntimeException | Error e) {
            fail(e);
            return;
        }
        if (wanted) {
            finish();
        }
    }

    /** False if the answer has been given meanwhile. */
    private boolean answerAll() {
        if (batch) {
            out.force('[');
        }
        List<Request> all = requests;
        try {
            for (int i = 0; i < all.size() && !abandoned; i++) {
                answer(i, all.get(i));
            }
            return !abandoned;
        } finally {
            if (active != null) {
                active.end();
                active = null; // it holds the last call's arguments
            }
        }
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

    /** The deadline of a call is watched from here on. */
    ActiveCall watch(Call call, int index) {
        current = index;
        safe = out.size();
        safeBytes = out.bytes();
        safeAnswers = answers;
        if (active == null) {
            active = new ActiveCall(dispatcher.watchdog(), this, call, index);
        } else {
            active.enter(call, index);
        }
        return active;
    }

    /** From here on a rescue of the call that ran comes too late, and must not hit the next one. */
    synchronized void back() {
        current = NONE;
        abandoned = closed;
    }

    /** Puts the answer behind those that are there: a result, an error, or the place for a late result. */
    private void answer(int index, Request request) {
        if (!request.isNotification() && answers++ > 0) {
            out.force(',');
        }
        int start = out.size();
        RpcError error = request.error() == null ? call(index, request) : request.error();
        if (error != null) {
            out.truncate(start);
            if (!request.isNotification()) {
                OutputBuffer bytes = dispatcher.errorBuffer(request, error, target);
                boolean fits = bytes.size() <= SMALL || bytes.size() <= limit - start;
                out.force(fits ? bytes : dispatcher.errorBuffer(request, dispatcher.responseTooLarge(), target));
            }
        }
    }

    /** Makes a call; the error to answer, or null if the answer is written or comes later. */
    private RpcError call(int index, Request request) {
        if (DISCOVER.equals(request.method())) {
            return discover(request);
        }
        Overloads overloads = request.method().length() > dispatcher.limits().methodName() ? null
                : target.methods().find(request.method());
        if (overloads == null) {
            return RpcError.methodNotFound(request.method());
        }
        if (!target.permits(overloads.name(), caller)) {
            return refuse(request, overloads.name());
        }
        if (time.isOver(now)) {
            return time.notMade(request.method(), false);
        }
        Call call = new Call(dispatcher, target, caller, request, target.counters(overloads.name()), time, now);
        RpcError error = call.make(this, index, overloads, out);
        now = call.ended();
        if (error == null && call.later() != null) {
            await(call.later());
        }
        return error;
    }

    private RpcError discover(Request request) {
        byte[] document = target.discover(caller);
        if (document == null) {
            return RpcError.methodNotFound(request.method());
        }
        try {
            if (!request.isNotification()) {
                ReplyWriter.result(out, request, buffer -> buffer.write(document));
            }
            return null;
        } catch (IOException e) {
            return dispatcher.responseTooLarge();
        }
    }

    private RpcError refuse(Request request, String method) {
        Audit.refused(caller, target.path(), request.method(), "the method needs a role that the caller has not");
        RpcError error = dispatcher.hidesForbidden() ? RpcError.methodNotFound(request.method())
                : caller.principal() == null ? RpcError.notLoggedIn() : RpcError.notPermitted("Not permitted");
        MethodCounters counters = target.counters(method);
        counters.begin();
        counters.error(error.code());
        counters.end(0);
        return error;
    }

    private void await(LaterResult result) {
        synchronized (this) {
            later.add(result);
            outstanding++;
        }
        result.await(out.size());
    }

    /** A late result is not wanted any more; false if it was faster, and its arrival has been counted. */
    boolean discard(LaterResult result) {
        if (result.discard()) {
            return true;
        }
        synchronized (this) {
            outstanding++;
        }
        return false;
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
        give(later.isEmpty() ? out : joined(out.bytes(), out.size()), answers, false);
    }

    private void finish() {
        if (!later.isEmpty()) {
            requests = List.of();
            synchronized (this) {
                finished = true;
                if (closed || outstanding > 0) {
                    return;
                }
                closed = true;
            }
        }
        give(later.isEmpty() ? out : joined(out.bytes(), out.size()), answers, false);
    }

    /** The thread is stuck in a call of so many ms: answers without it, also the calls that were not begun. */
    void abandon(int stuck, long timeout) {
        byte[] written;
        List<Request> rest;
        synchronized (this) {
            if (closed || current != stuck) {
                return;
            }
            closed = true;
            written = safeBytes;
            rest = requests.subList(stuck, requests.size());
        }
        RpcError overTime = Incidents.overTime(target, rest.get(0).method(), timeout,
                "ignores its interruption and keeps a thread");
        OutputBuffer reply = joined(written, safe);
        int count = safeAnswers;
        for (int i = 0; i < rest.size(); i++) {
            Request request = rest.get(i);
            if (!request.isNotification()) {
                // The one that is stuck has been counted already, and has its comma.
                if (i > 0 && count++ > 0) {
                    reply.force(',');
                }
                RpcError error = request.error() == null ? overTime : request.error();
                reply.force(dispatcher.errorBuffer(request, error, target));
            }
        }
        give(reply, count, true);
    }

    private void give(OutputBuffer reply, int count, boolean threadIsStuck) {
        if (batch) {
            reply.force(']');
        }
        sink.accept(count == 0 ? null : reply, threadIsStuck);
    }

    /** What is written up to a length, with the late answers at their places, as far as there is room. */
    private OutputBuffer joined(byte[] written, int length) {
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
            OutputBuffer answer = result.answer();
            if (answer.size() > room) {
                answer = dispatcher.errorBuffer(result.request(), dispatcher.responseTooLarge(), target);
            }
            room -= answer.size();
            reply.force(answer);
        }
        reply.force(written, from, length - from);
        return reply;
    }
}
