package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.jsonrpcwhiteboard.internal.binding.BodyFactory;
import io.github.jsonrpcwhiteboard.internal.binding.Lazy;
import io.github.jsonrpcwhiteboard.internal.binding.Limits;
import io.github.jsonrpcwhiteboard.internal.binding.Mapping;
import io.github.jsonrpcwhiteboard.internal.protocol.Request.Shape;

/**
 * Answers request bodies. An answer is given to a sink exactly once: null if there is nothing to answer, usually before
 * the method returns, later and by another thread if a result comes later or a service does not come back in time.
 * Immutable, safe for use by several threads.
 */
public final class Dispatcher {

    /** Room for an error of our own, with the longest id. */
    private static final int LEAST_ERROR = 16 * 1024;

    private final Limits limits;
    private final Watchdog watchdog;
    private final Function<Object, CompletionStage<?>> stages;
    private final boolean hidesForbidden;
    private final BodyFactory json;
    /** For errors; a start has none. */
    private final Lazy<ObjectMapper> plain;

    /**
     * A dispatcher.
     *
     * @param limits what a request may cost
     * @param watchdog holds the deadlines, not closed by this
     * @param stages turns a result that comes later into a stage, anything else into null
     * @param hidesForbidden whether a method that the caller may not use looks as if it did not exist
     */
    public Dispatcher(Limits limits, Watchdog watchdog, Function<Object, CompletionStage<?>> stages,
            boolean hidesForbidden) {
        this.limits = limits;
        this.watchdog = watchdog;
        this.stages = stages;
        this.hidesForbidden = hidesForbidden;
        this.json = Mapping.factory(limits);
        this.plain = new Lazy<>(() -> new ObjectMapper(json));
    }

    /**
     * Answers a JSON-RPC request or batch, by this thread alone.
     *
     * @param target the endpoint
     * @param caller who calls
     * @param body the body, not changed
     * @param sink gets the answer
     */
    public void heavy(RpcTarget target, Caller caller, byte[] body, AnswerSink sink) {
        heavy(target, caller, body, sink, Lanes.NONE);
    }

    /**
     * Answers a JSON-RPC request or batch.
     *
     * @param target the endpoint
     * @param caller who calls
     * @param body the body, not changed
     * @param sink gets the answer
     * @param lanes threads for the calls of a batch, if the endpoint wants them to run at the same time
     */
    public void heavy(RpcTarget target, Caller caller, byte[] body, AnswerSink sink, Lanes lanes) {
        RequestReader.Requests requests;
        try {
            requests = RequestReader.heavy(json, limits, target.methods(), body);
        } catch (RpcErrorException e) {
            sink.accept(error(e.error()), false);
            return;
        }
        if (requests.list().size() > 1 && target.batchParallel() > 1) {
            new ParallelBatch(this, target, caller, requests.list(), sink, lanes).run();
        } else {
            new CallSequence(this, target, caller, requests, sink).run();
        }
    }

    /**
     * Answers a call of the light protocol.
     *
     * @param target the endpoint
     * @param caller who calls
     * @param method the method's name
     * @param body the arguments, not changed
     * @param sink gets the answer, never null
     */
    public void light(RpcTarget target, Caller caller, String method, byte[] body, AnswerSink sink) {
        Request request;
        try {
            request = RequestReader.light(json, limits, target.methods(), method, body);
        } catch (RpcErrorException e) {
            sink.accept(error(e.error()), false);
            return;
        }
        RequestReader.Requests requests = new RequestReader.Requests(false, List.of(request));
        new CallSequence(this, target, caller, requests, sink).run();
    }

    /**
     * An answer to a request that cannot be read or is not let in.
     *
     * @param error the error
     * @return an error object with the id null
     */
    public OutputBuffer error(RpcError error) {
        return plain(Shape.V2, Id.NULL, error);
    }

    /**
     * The limits.
     *
     * @return not null
     */
    public Limits limits() {
        return limits;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    boolean hidesForbidden() {
        return hidesForbidden;
    }

    CompletionStage<?> stageOf(Object result) {
        return stages.apply(result);
    }

    RpcError responseTooLarge() {
        return RpcError.overLimit("response", limits.response());
    }

    /** An error object; the data that a service chose are written and bounded like its results. */
    OutputBuffer errorBuffer(Request request, RpcError error, RpcTarget target) {
        try {
            return written(request.shape(), request.id(), error, target.methods().mapper());
        } catch (OutputBuffer.FullException e) {
            return plain(request.shape(), request.id(), responseTooLarge());
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            return plain(request.shape(), request.id(), Incidents.unwritable(target, request.method(), e));
        }
    }

    private OutputBuffer plain(Shape shape, Id id, RpcError error) {
        try {
            return written(shape, id, error, plain.get());
        } catch (IOException e) {
            throw new IllegalStateException("an error of our own cannot be written", e);
        }
    }

    private OutputBuffer written(Shape shape, Id id, RpcError error, ObjectMapper mapper) throws IOException {
        OutputBuffer out = new OutputBuffer(Math.max(limits.response(), LEAST_ERROR));
        ReplyWriter.error(out, shape, id, error, mapper);
        return out;
    }
}
