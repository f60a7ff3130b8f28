package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** The answer to a call whose result is a stage that has not completed. Holds no thread while it waits. */
final class LaterResult implements Watchdog.Watched {

    private final CallSequence sequence;
    private final Call call;
    private final CompletionStage<?> stage;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile Thread listener;
    private volatile OutputBuffer answer;
    private Outcome outcome;
    private int position;

    /** What a stage completed with. */
    record Outcome(Object value, Throwable failure) {
    }

    LaterResult(CallSequence sequence, Call call, CompletionStage<?> stage) {
        this.sequence = sequence;
        this.call = call;
        this.stage = stage;
    }

    /**
     * Listens to the stage.
     *
     * @return what it has completed with already, to be answered by this thread; null if another will complete it
     */
    Outcome listen() {
        listener = Thread.currentThread();
        try {
            stage.whenComplete(this::complete);
        } finally {
            listener = null;
        }
        return outcome;
    }

    /** The deadline holds until the result is written: its getters are the service's. */
    private void complete(Object value, Throwable failure) {
        if (Thread.currentThread() == listener) {
            outcome = new Outcome(value, failure);
            return;
        }
        if (answered.get()) {
            return;
        }
        Call.Answer made = call.answer(value, failure);
        sequence.watchdog().remove(this);
        if (answered.compareAndSet(false, true)) {
            call.count(made.error(), System.nanoTime());
            answer = made.bytes();
            sequence.arrived();
        }
    }

    /** The answer is to be put into the sequence's buffer at a position, and by a deadline. */
    void await(int at) {
        position = at;
        sequence.watchdog().add(this);
        if (answered.get()) {
            sequence.watchdog().remove(this);
        }
    }

    /** The answer is not wanted any more; false if it has arrived. */
    boolean discard() {
        return answered.compareAndSet(false, true);
    }

    @Override
    public long deadline() {
        return call.deadline();
    }

    @Override
    public void onDeadline(long now) {
        // First: if there is no thread to be had, the watchdog tries again at its next look.
        sequence.watchdog().rescuers().execute(this::giveUp);
        sequence.watchdog().remove(this);
    }

    private void giveUp() {
        if (answered.compareAndSet(false, true)) {
            RpcError error = call.overTime();
            call.count(error, System.nanoTime());
            answer = call.errorBuffer(error);
            sequence.arrived();
            cancel();
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
        return call.request();
    }

    int position() {
        return position;
    }

    /** The answer; if there is none yet, that it is over time. */
    OutputBuffer answer() {
        OutputBuffer made = answer;
        return made == null ? call.errorBuffer(call.overTime()) : made;
    }
}
