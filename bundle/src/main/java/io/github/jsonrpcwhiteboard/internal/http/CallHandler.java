package io.github.jsonrpcwhiteboard.internal.http;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

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

    /** An endpoint, and for a light call the method. */
    private record Hit(Endpoint endpoint, String method) {
    }

    /** The endpoint that a call goes to, be it heavy or light; null if there is none. */
    private static Hit hit(String path, Function<String, Endpoint> endpoints) {
        if (path == null) {
            return null;
        }
        Endpoint endpoint = endpoints.apply(path);
        if (endpoint != null) {
            return new Hit(endpoint, null);
        }
        int slash = path.lastIndexOf('/');
        endpoint = slash < 0 ? null : endpoints.apply(path.substring(0, slash));
        return endpoint == null ? null : new Hit(endpoint, path.substring(slash + 1));
    }

    private Visit find(HttpExchange exchange, Whiteboard.InForce inForce) throws Refusal {
        String path = Paths.below(exchange);
        EndpointRegistry registry = whiteboard.registry();
        if (!"POST".equals(exchange.method())) {
            throw notPost(exchange, hit(path, registry::find), inForce.settings());
        }
        Hit hit = hit(path, registry::enter);
        if (hit == null) {
            throw new Refusal(404, "no such endpoint");
        }
        return new Visit(hit.endpoint(), hit.method(), inForce.dispatcher().limits(), inProgress, whiteboard.threads());
    }

    /** Tells who came with a browser where to read on. */
    private static Refusal notPost(HttpExchange exchange, Hit hit, Settings settings) {
        Refusal refusal = new Refusal(405, "the HTTP method is not POST").with("Allow", List.of("POST"));
        if (hit == null) {
            return refusal;
        }
        String document = Pages.document(exchange, settings, hit.endpoint());
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
