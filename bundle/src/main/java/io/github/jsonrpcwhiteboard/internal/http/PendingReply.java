package io.github.jsonrpcwhiteboard.internal.http;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.jsonrpcwhiteboard.internal.protocol.AnswerSink;
import io.github.jsonrpcwhiteboard.internal.protocol.OutputBuffer;

/**
 * The reply to a request that is being dispatched. Usually the container's thread writes it when it comes back. If the
 * answer comes later, the exchange goes on without the thread; if the thread is stuck, whoever brings the answer writes
 * it meanwhile.
 */
final class PendingReply implements AnswerSink {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");

    private final HttpExchange exchange;
    private final Function<OutputBuffer, HttpReply> replies;
    private final Runnable answered;
    private final Runnable released;
    /** The container's thread, and the answer. */
    private final AtomicInteger holds = new AtomicInteger(2);
    /** Guarded by this, like all below. */
    private HttpReply ready;
    private boolean left;
    private boolean written;

    /**
     * A reply to come.
     *
     * @param replies makes the reply from the answer
     * @param answered is run once the answer is written
     * @param released is run once the answer is written and the thread has left the service
     */
    PendingReply(HttpExchange exchange, Function<OutputBuffer, HttpReply> replies, Runnable answered,
            Runnable released) {
        this.exchange = exchange;
        this.replies = replies;
        this.answered = answered;
        this.released = released;
    }

    @Override
    public void accept(OutputBuffer answer, boolean threadIsStuck) {
        HttpReply reply = replies.apply(answer);
        synchronized (this) {
            if (!left && !threadIsStuck) {
                ready = reply;
                notifyAll();
                return;
            }
            written = true;
            if (!left) {
                // The thread holds the connection; without this the client would wait on it for its next reply.
                reply.header("Connection", "close");
            }
            write(reply);
            if (left) {
                complete();
            }
            notifyAll();
        }
        answered.run();
        release();
    }

    /** The container's thread has come back. */
    void leave() {
        HttpReply reply;
        synchronized (this) {
            if (!written && ready == null && exchange.startAsync()) {
                left = true;
                release();
                return;
            }
            awaitAnswer();
            reply = written ? null : ready;
            left = true;
            written = true;
        }
        if (reply != null) {
            write(reply);
            answered.run();
            release();
        }
        release();
    }

    /** Where the container does not allow a reply to come later, its thread has to wait. */
    private synchronized void awaitAnswer() {
        boolean interrupted = false;
        while (!written && ready == null) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(HttpReply reply) {
        try {
            exchange.write(reply);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A reply could not be sent, the client has gone", e);
        }
    }

    private void complete() {
        try {
            exchange.complete();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The container has ended the exchange by itself", e);
        }
    }

    private void release() {
        if (holds.decrementAndGet() == 0) {
            released.run();
        }
    }
}
