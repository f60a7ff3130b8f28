package io.github.jsonrpcwhiteboard.internal.http;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.Dispatcher;
import io.github.jsonrpcwhiteboard.internal.protocol.OutputBuffer;
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

    private Visit find(HttpExchange exchange, Whiteboard.InForce inForce) throws Refusal {
        List<String> segments = Paths.below(exchange);
        EndpointRegistry registry = whiteboard.registry();
        if (!"POST".equals(exchange.method())) {
            throw notPost(exchange, segments == null ? null : look(segments), inForce.settings());
        }
        if (segments == null || segments.isEmpty()) {
            throw noSuchEndpoint();
        }
        Endpoint endpoint = registry.enter(String.join("/", segments));
        if (endpoint != null) {
            return visit(endpoint, null, inForce);
        }
        int last = segments.size() - 1;
        endpoint = last == 0 ? null : registry.enter(String.join("/", segments.subList(0, last)));
        if (endpoint == null) {
            throw noSuchEndpoint();
        }
        return visit(endpoint, segments.get(last), inForce);
    }

    /** The endpoint that a call would go to, be it heavy or light; null if there is none. */
    private Endpoint look(List<String> segments) {
        EndpointRegistry registry = whiteboard.registry();
        Endpoint endpoint = registry.find(String.join("/", segments));
        int last = segments.size() - 1;
        return endpoint != null || last < 1 ? endpoint : registry.find(String.join("/", segments.subList(0, last)));
    }

    private Visit visit(Endpoint endpoint, String method, Whiteboard.InForce inForce) {
        return new Visit(endpoint, method, inForce.dispatcher().limits(), inProgress, whiteboard.threads());
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
        Visit visit = find(exchange, inForce);
        PendingReply reply = null;
        try {
            Body body = new Body(exchange, dispatcher.limits().body());
            Caller caller = gate.enter(exchange, visit.endpoint(), visit.method(), crossSite);
            visit.begin(caller);
            byte[] bytes = body.read();
            reply = new PendingReply(exchange, answer -> reply(exchange, answer, crossSite), visit);
            if (visit.method() == null) {
                dispatcher.heavy(visit.endpoint(), caller, bytes, reply, visit);
            } else {
                dispatcher.light(visit.endpoint(), caller, visit.method(), bytes, reply);
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
