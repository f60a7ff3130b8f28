package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * A batch whose calls run at the same time: the thread that handed it in takes one after the other, and so do the lanes
 * that there is a place for. Each call is a sequence of its own, so that all that holds for a single call holds for it.
 * The answers keep the order of the requests, and are given when all are there and all lanes have left.
 */
final class ParallelBatch {

    private final Dispatcher dispatcher;
    private final RpcTarget target;
    private final Caller caller;
    private final AnswerSink sink;
    private final Lanes lanes;
    private final TimeLimit time;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final List<Element> elements = new ArrayList<>();
    private final Lane own = new Lane();

    /** Guarded by this, like all below: index of the element to take next. */
    private int next;
    /** Elements without an answer. */
    private int open;
    /** Lanes that have not ended, the own one included, and of these the ones that are stuck in a service. */
    private int running = 1;
    private int stuck;
    /** Bytes that answers may still take. Who comes first has them: to wait for an order would mean to keep them. */
    private int room;
    private boolean given;

    /** A thread that takes elements. Guarded by the batch. */
    private static final class Lane {

        private Element current;
        private boolean stuck;
    }

    ParallelBatch(Dispatcher dispatcher, RpcTarget target, Caller caller, List<Request> requests, AnswerSink sink,
            Lanes lanes) {
        this.dispatcher = dispatcher;
        this.target = target;
        this.caller = caller;
        this.sink = sink;
        this.lanes = lanes;
        this.time = TimeLimit.begin(target, dispatcher, true);
        this.room = dispatcher.limits().response() - 1;
        requests.forEach(request -> elements.add(new Element(request)));
        this.open = elements.size();
    }

    /** Runs calls as long as there are any. When this returns, the answer may still be to come. */
    void run() {
        work(own);
        end(own);
    }

    private void work(Lane lane) {
        for (Element element = take(lane); element != null; element = take(lane)) {
            widen();
            element.run();
        }
    }

    /** The next element; a lane that has been given up and has come back is one like the others again. */
    private synchronized Element take(Lane lane) {
        free(lane);
        lane.current = next == elements.size() ? null : elements.get(next++);
        if (lane.current != null) {
            lane.current.lane = lane;
        }
        return lane.current;
    }

    private void free(Lane lane) {
        if (lane.stuck) {
            lane.stuck = false;
            stuck--;
        }
    }

    /** Opens one more lane if it is of use; asked for each element, since a place may have become free. */
    private void widen() {
        synchronized (this) {
            if (next == elements.size() || running >= target.batchParallel()) {
                return;
            }
            running++;
        }
        Lane lane = new Lane();
        if (!lanes.start(() -> inContext(lane), () -> end(lane))) {
            end(lane);
        }
    }

    /** The service is to find the class loader that it would find on the container's thread. */
    private void inContext(Lane lane) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            work(lane);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void end(Lane lane) {
        synchronized (this) {
            free(lane);
            running--;
        }
        giveIfDone();
    }

    /** One request and its answer. */
    private final class Element implements AnswerSink {

        /** Guarded by the batch, like all below. */
        private Request request;
        private Lane lane;
        private OutputBuffer answer;
        private boolean answered;

        Element(Request request) {
            this.request = request;
        }

        void run() {
            RequestReader.Requests single = new RequestReader.Requests(false, List.of(request));
            int limit;
            synchronized (ParallelBatch.this) {
                // The answer may come late, and is not to keep the whole body until then.
                request = request.detached();
                limit = room;
            }
            try {
                new CallSequence(dispatcher, target, caller, single, this, time, System.nanoTime(), limit)
                        .run();
            } catch (RuntimeException | Error e) {
                accept(errorOf(e), false);
            }
        }

        @Override
        public void accept(OutputBuffer bytes, boolean threadIsStuck) {
            synchronized (ParallelBatch.this) {
                set(bytes);
                if (threadIsStuck && lane.current == this) {
                    lane.stuck = true;
                    stuck++;
                    giveUpIfAllAreStuck();
                }
            }
            giveIfDone();
        }

        private void set(OutputBuffer bytes) {
            if (!answered) {
                answered = true;
                open--;
                answer = bytes == null ? null : fitting(bytes);
            }
        }

        /** The answer, or the error that says that there is no room for it, if that is smaller. */
        private OutputBuffer fitting(OutputBuffer bytes) {
            OutputBuffer fitting = bytes;
            if (bytes.size() > room) {
                OutputBuffer tooLarge = dispatcher.errorBuffer(request, dispatcher.responseTooLarge(), target);
                fitting = tooLarge.size() < bytes.size() ? tooLarge : bytes;
            }
            room = Math.max(0, room - fitting.size() - 1);
            return fitting;
        }

        private void giveUp() {
            RpcError error = request.error() == null ? time.notMade(request.method(), true) : request.error();
            set(request.isNotification() ? null : dispatcher.errorBuffer(request, error, target));
        }
    }

    private void giveUpIfAllAreStuck() {
        while (stuck == running && next < elements.size()) {
            elements.get(next++).giveUp();
        }
    }

    /** The places of the lanes are free before the caller knows, who may come back at once. */
    private void giveIfDone() {
        boolean ownIsStuck;
        synchronized (this) {
            if (given || open > 0 || running > stuck) {
                return;
            }
            given = true;
            ownIsStuck = own.stuck;
        }
        OutputBuffer reply;
        try {
            reply = joined();
        } catch (RuntimeException | Error e) {
            reply = errorOf(e);
        }
        sink.accept(reply, ownIsStuck);
    }

    /** The answers; null if there are none. They do not change any more. */
    private OutputBuffer joined() {
        OutputBuffer reply = new OutputBuffer(dispatcher.limits().response());
        for (Element element : elements) {
            if (element.answer != null) {
                reply.force(reply.size() == 0 ? '[' : ',');
                reply.force(element.answer);
                element.answer = null;
            }
        }
        if (reply.size() == 0) {
            return null;
        }
        reply.force(']');
        return reply;
    }

    /** For what nobody foresees, as memory running out: the caller gets an answer all the same. */
    private OutputBuffer errorOf(Throwable thrown) {
        return dispatcher.error(Incidents.explain(target, null, "*", thrown));
    }
}
