package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.jsonrpcwhiteboard.internal.binding.RpcMethod;

/** The answer to a call whose result is a stage that has not completed. Holds no thread while it waits. */
final class LaterResult implements Watchdog.Watched {

    private final CallSequence sequence;
    private final Request request;
    private final RpcMethod method;
    private final CompletionStage<?> stage;
    private final int position;
    private final long deadline;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile OutputBuffer answer;

    /** An answer to be put into the sequence's buffer at a position. */
    LaterResult(CallSequence sequence, Request request, RpcMethod method, CompletionStage<?> stage, int position,
            long deadline) {
        this.sequence = sequence;
        this.request = request;
        this.method = method;
        this.stage = stage;
        this.position = position;
        this.deadline = deadline;
    }

    /** Begins to wait; the answer may be there before this returns. */
    void await(Watchdog watchdog) {
        watchdog.add(this);
        stage.whenComplete((result, failure) -> {
            watchdog.remove(this);
            complete(result, failure);
        });
    }

    private void complete(Object result, Throwable failure) {
        if (answered.compareAndSet(false, true)) {
            answer = sequence.answerLater(request, method, result, failure);
            sequence.arrived();
        }
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public void onDeadline(long now) {
        sequence.watchdog().remove(this);
        if (answered.compareAndSet(false, true)) {
            sequence.watchdog().rescuers().execute(() -> {
                answer = sequence.answerOverTime(request);
                sequence.arrived();
                cancel();
            });
        }
    }

    private void cancel() {
        try {
            stage.toCompletableFuture().cancel(true);
        } catch (RuntimeException e) {
            // a stage of the service's own that cannot be cancelled
        }
    }

    Request request() {
        return request;
    }

    int position() {
        return position;
    }

    /** Null while there is none. */
    OutputBuffer answer() {
        return answer;
    }
}
