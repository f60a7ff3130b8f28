package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Function;

import org.osgi.util.promise.Promise;

/** Types of results that come later. OSGi promises are known where their package is. */
final class LaterTypes {

    private final boolean promises = promisesAreThere();

    /** The generic types whose first type argument is the result. */
    List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>(List.of(CompletionStage.class, Future.class));
        if (promises) {
            types.add(Promises.type());
        }
        return types;
    }

    /** Turns a result that comes later into a stage, anything else into null. */
    Function<Object, CompletionStage<?>> stages() {
        return result -> result instanceof CompletionStage<?> stage ? stage : promises ? Promises.stage(result) : null;
    }

    private static boolean promisesAreThere() {
        try {
            return Promises.type() != null;
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    /** In a class of its own, so that the package is only needed where it is there. */
    private static final class Promises {

        static Class<?> type() {
            return Promise.class;
        }

        static CompletionStage<?> stage(Object result) {
            if (!(result instanceof Promise<?> promise)) {
                return null;
            }
            CompletableFuture<Object> stage = new CompletableFuture<>();
            promise.onSuccess(stage::complete).onFailure(stage::completeExceptionally);
            return stage;
        }
    }
}
