package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.Dispatcher;
import io.github.jsonrpcwhiteboard.internal.protocol.NamedPrincipal;
import io.github.jsonrpcwhiteboard.internal.protocol.OutputBuffer;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcError;

/** Calls that the host makes itself, without HTTP. Safe for use by several threads. */
final class HostCalls {

    private static final String LOCAL = "local";

    private final Supplier<EndpointRegistry> registry;
    private final Supplier<Whiteboard.InForce> inForce;

    HostCalls(Supplier<EndpointRegistry> registry, Supplier<Whiteboard.InForce> inForce) {
        this.registry = registry;
        this.inForce = inForce;
    }

    /** The answer to a request or a batch, null if there is none. */
    String call(String path, String request) {
        Endpoint endpoint = registry.get().enter(path);
        if (endpoint == null) {
            throw new IllegalArgumentException("there is no endpoint " + path);
        }
        Dispatcher dispatcher = inForce.get().dispatcher();
        int limit = dispatcher.limits().endpointCalls();
        if (!endpoint.begin(limit)) {
            endpoint.leave();
            return text(dispatcher.error(RpcError.overLimit("endpoint.calls", endpoint.maxConcurrent(limit))));
        }
        CompletableFuture<OutputBuffer> answer = new CompletableFuture<>();
        try {
            dispatcher.heavy(endpoint, caller(endpoint), request.getBytes(StandardCharsets.UTF_8),
                    (reply, threadIsStuck) -> answer.complete(reply));
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
        // only now: a stuck call is answered while it still needs the service
        answer.whenComplete((reply, thrown) -> {
            endpoint.end();
            endpoint.leave();
        });
        return await(answer);
    }

    private Caller caller(Endpoint endpoint) {
        String url = inForce.get().settings().prefix() + "/json-rpc/" + endpoint.path();
        return new Caller(new NamedPrincipal(LOCAL), Set.of(), role -> true, LOCAL, "127.0.0.1", () -> url);
    }

    private static String await(CompletableFuture<OutputBuffer> answer) {
        try {
            return text(answer.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the answer", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String text(OutputBuffer answer) {
        return answer == null ? null : new String(answer.bytes(), 0, answer.size(), StandardCharsets.UTF_8);
    }
}
