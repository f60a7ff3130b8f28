package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.jsonrpcwhiteboard.JsonRpcException;
import io.github.jsonrpcwhiteboard.internal.binding.RpcMethod;

/** What a service threw, as the caller sees it, and as the operator sees it in the log. */
final class Incidents {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");

    private static final int MAX_REASON = 200;
    private static final int MAX_FRAMES = 50;

    private Incidents() {
    }

    /**
     * The error for something that was thrown. What the interface does not declare is logged under an id that the
     * caller can quote.
     *
     * @param target the endpoint
     * @param method the method; null if it was not chosen yet
     * @param name the method's name
     * @param thrown what was thrown, by foreign code: nothing of it can be trusted to work
     */
    static RpcError explain(RpcTarget target, RpcMethod method, String name, Throwable thrown) {
        Throwable cause = unwrap(thrown);
        try {
            if (cause instanceof JsonRpcException chosen) {
                return new RpcError(chosen.code(), String.valueOf(chosen.getMessage()), chosen.data());
            }
            if (method != null && method.declares(cause)) {
                return RpcError.declared(cause.getClass().getName(), cause.getMessage());
            }
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            cause = e;
        }
        if (cause instanceof StackOverflowError && cause.getStackTrace().length > MAX_FRAMES) {
            cause.setStackTrace(Arrays.copyOf(cause.getStackTrace(), MAX_FRAMES));
        }
        String errorId = UUID.randomUUID().toString();
        log("Call of " + target.path() + "." + name + " failed, error id " + errorId, cause);
        return RpcError.internal(errorId);
    }

    /** The error for a result that cannot be written. Jackson's own message can be as long as the result is deep. */
    static RpcError unwritable(RpcTarget target, String name, Throwable thrown) {
        String reason = thrown instanceof JsonProcessingException json ? json.getOriginalMessage() : thrown.toString();
        String head = reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + '…';
        Throwable cause = thrown.getCause() instanceof JsonProcessingException ? null : thrown.getCause();
        return explain(target, null, name, new IOException("the result cannot be written: " + head, cause));
    }

    /** The error for a call that is over time. */
    static RpcError overTime(RpcTarget target, String name, long timeout, String whatThen) {
        LOG.log(Level.WARNING, "Call of {0}.{1} was not done after {2} ms, {3}", target.path(), name,
                Long.toString(timeout), whatThen);
        return RpcError.overTime(timeout);
    }

    private static Throwable unwrap(Throwable thrown) {
        boolean wrapped = thrown instanceof CompletionException || thrown instanceof ExecutionException;
        return wrapped && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static void log(String message, Throwable thrown) {
        try {
            LOG.log(Level.ERROR, message, thrown);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, message + ": " + thrown.getClass().getName() + " cannot be printed");
        }
    }
}
