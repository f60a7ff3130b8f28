package io.github.jsonrpcwhiteboard.internal.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
    private final Place place;
    /** Guarded by this, like all below. */
    private HttpReply ready;
    private boolean left;
    /** Another thread than the container's writes the reply, and has written it. */
    private boolean taken;
    private boolean written;

    /** What a request holds until it is answered. */
    interface Place {

        /** The thread leaves before the answer is there. */
        void threadLeaves();

        /** The answer is there and the thread has left the service. Before the answer is written. */
        void free();

        /** The answer is written. */
        void answered();
    }

    /**
     * A reply to come.
     *
     * @param replies makes the reply from the answer
     */
    PendingReply(HttpExchange exchange, Function<OutputBuffer, HttpReply> replies, Place place) {
        this.exchange = exchange;
        this.replies = replies;
        this.place = place;
    }

    @Override
    public void accept(OutputBuffer answer, boolean threadIsStuck) {
        HttpReply reply = replies.apply(answer);
        boolean async;
        synchronized (this) {
            if (!left && !threadIsStuck) {
                ready = reply;
                notifyAll();
                return;
            }
            taken = true;
            async = left;
        }
        if (async) {
            place.free();
        } else {
            // The thread holds the connection; without this the client would wait on it for its next reply.
            reply.header("Connection", "close");
        }
        reply.send(exchange);
        if (async) {
            complete();
        }
        synchronized (this) {
            written = true;
            notifyAll();
        }
        place.answered();
    }

    /** The container's thread has come back. */
    void leave() {
        HttpReply reply;
        synchronized (this) {
            if (!taken && ready == null && exchange.startAsync()) {
                place.threadLeaves();
                left = true;
                return;
            }
            awaitReply();
            reply = taken ? null : ready;
        }
        // Before the client knows: it may come back at once, and must find the place free.
        place.free();
        if (reply != null) {
            reply.send(exchange);
            place.answered();
        }
    }

    /**
     * Where the container does not allow a reply to come later, its thread has to wait for it; and for one that another
     * thread writes, since the exchange is the container's again when the thread has left.
     */
    private void awaitReply() {
        boolean interrupted = false;
        while (taken ? !written : ready == null) {
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

    private void complete() {
        try {
            exchange.complete();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The container has ended the exchange by itself", e);
        }
    }
}
