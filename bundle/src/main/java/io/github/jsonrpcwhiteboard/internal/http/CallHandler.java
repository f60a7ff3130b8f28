package io.github.jsonrpcwhiteboard.internal.http;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcwhiteboard.internal.binding.Limits;
import io.github.jsonrpcwhiteboard.internal.protocol.Audit;
import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.Dispatcher;
import io.github.jsonrpcwhiteboard.internal.protocol.OutputBuffer;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcError;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Endpoint;
import io.github.jsonrpcwhiteboard.internal.whiteboard.EndpointRegistry;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Whiteboard;

/** Requests to endpoints. Safe for use by several threads. */
final class CallHandler {

    static final String SECTION = "/json-rpc";

    private final Whiteboard whiteboard;
    private final Gate gate;
    private final InProgress inProgress = new InProgress();

    CallHandler(Whiteboard whiteboard, Gate gate) {
        this.whiteboard = whiteboard;
        this.gate = gate;
    }

    /** Waits until no request is in progress; false if that takes too long. */
    boolean drain(long time, TimeUnit unit) throws InterruptedException {
        return inProgress.drain(time, unit);
    }

    /** A request at its endpoint, which it has entered, and for a light call the method. */
    private final class Visit {

        private final Endpoint endpoint;
        private final String method;
        private boolean begun;

        Visit(Endpoint endpoint, String method) {
            this.endpoint = endpoint;
            this.method = method;
        }

        /** A service that does not come back must not take all threads with it, so each has a limit of its own. */
        void begin(Limits limits, Caller caller) throws Refusal {
            if (!inProgress.enter(limits.calls())) {
                throw busy("calls", limits.calls(), caller);
            }
            if (!endpoint.begin(limits.endpointCalls())) {
                inProgress.answered();
                inProgress.leave();
                throw busy("endpoint.calls", endpoint.maxConcurrent(limits.endpointCalls()), caller);
            }
            begun = true;
        }

        /** Ends before there is anything to answer but the refusal. */
        void refuse() {
            if (begun) {
                inProgress.answered();
            }
            end();
        }

        void end() {
            if (begun) {
                endpoint.end();
                inProgress.leave();
            }
            endpoint.leave();
        }

        private Refusal busy(String limit, long value, Caller caller) {
            Audit.refused(caller, endpoint.path(), method, "too many requests in progress, " + limit + " is " + value);
            return new Refusal(503, RpcError.overLimit(limit, value)).with("Retry-After", List.of("1"));
        }
    }

    private Visit find(HttpExchange exchange, Settings settings) throws Refusal {
        List<String> segments = Paths.below(exchange);
        EndpointRegistry registry = whiteboard.registry();
        if (!"POST".equals(exchange.method())) {
            throw notPost(exchange, segments == null ? null : registry.find(String.join("/", segments)), settings);
        }
        if (segments == null || segments.isEmpty()) {
            throw noSuchEndpoint();
        }
        Endpoint endpoint = registry.enter(String.join("/", segments));
        if (endpoint != null) {
            return new Visit(endpoint, null);
        }
        int last = segments.size() - 1;
        endpoint = last == 0 ? null : registry.enter(String.join("/", segments.subList(0, last)));
        if (endpoint == null) {
            throw noSuchEndpoint();
        }
        return new Visit(endpoint, segments.get(last));
    }

    private static Refusal noSuchEndpoint() {
        return new Refusal(404, "no such endpoint");
    }

    /** Tells who came with a browser where to read on. */
    private static Refusal notPost(HttpExchange exchange, Endpoint endpoint, Settings settings) {
        Refusal refusal = new Refusal(405, "the HTTP method is not POST").with("Allow", List.of("POST"));
        if (endpoint == null) {
            return refusal;
        }
        String document = Pages.document(exchange, settings, endpoint);
        return refusal.with("Link", List.of("<" + document + ">; rel=\"service-desc\""));
    }

    /** Answers a call; the reply may come after this returns. */
    void call(HttpExchange exchange, Whiteboard.InForce inForce, CrossSite crossSite) throws Refusal {
        Dispatcher dispatcher = inForce.dispatcher();
        Visit visit = find(exchange, inForce.settings());
        PendingReply reply = null;
        try {
            Body body = new Body(exchange, dispatcher.limits().body());
            Caller caller = gate.enter(exchange, visit.endpoint, visit.method, inForce.settings());
            visit.begin(dispatcher.limits(), caller);
            byte[] bytes = body.read();
            reply = new PendingReply(exchange, answer -> reply(exchange, answer, crossSite), inProgress::answered,
                    visit::end);
            if (visit.method == null) {
                dispatcher.heavy(visit.endpoint, caller, bytes, reply);
            } else {
                dispatcher.light(visit.endpoint, caller, visit.method, bytes, reply);
            }
        } finally {
            if (reply == null) {
                visit.refuse();
            } else {
                reply.leave();
            }
        }
    }

    private static HttpReply reply(HttpExchange exchange, OutputBuffer answer, CrossSite crossSite) {
        HttpReply reply = new HttpReply(answer == null ? 204 : 200, answer);
        crossSite.expose(exchange, reply);
        return reply;
    }
}
