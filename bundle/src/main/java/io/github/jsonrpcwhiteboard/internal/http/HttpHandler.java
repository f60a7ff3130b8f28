package io.github.jsonrpcwhiteboard.internal.http;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcwhiteboard.internal.protocol.Audit;
import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcError;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Whiteboard;
import io.github.jsonrpcwhiteboard.security.LoginService;

/** The rules of HTTP that hold for calls and pages alike. Safe for use by several threads. */
final class HttpHandler {

    /** Refused requests whose bodies may be waited for at a time. */
    private static final int MAX_WAITING = 16;

    private final Whiteboard whiteboard;
    private final CallHandler calls;
    private final Pages pages;
    private final Semaphore patience = new Semaphore(MAX_WAITING);

    HttpHandler(Whiteboard whiteboard, LoginService logins) {
        Gate gate = new Gate(logins);
        this.whiteboard = whiteboard;
        this.calls = new CallHandler(whiteboard, gate);
        this.pages = new Pages(whiteboard, gate);
    }

    /** Answers a request; the reply may come after this returns. */
    void handle(HttpExchange exchange) throws IOException {
        Whiteboard.InForce inForce = whiteboard.inForce();
        CrossSite crossSite = new CrossSite(inForce.settings().origins());
        boolean isCall = exchange.servletPath().endsWith(CallHandler.SECTION);
        try {
            checkHost(exchange, inForce.settings());
            if ("OPTIONS".equals(exchange.method())) {
                String allowed = isCall ? "POST" : "GET, HEAD";
                HttpReply reply = new HttpReply(204, null).header("Allow", "OPTIONS, " + allowed);
                crossSite.preflight(exchange, reply, allowed);
                crossSite.expose(exchange, reply);
                reply.send(exchange);
            } else if (isCall) {
                calls.call(exchange, inForce, crossSite);
            } else {
                HttpReply reply = pages.get(exchange, inForce.settings(), crossSite);
                crossSite.expose(exchange, reply);
                reply.send(exchange);
            }
        } catch (Refusal e) {
            HttpReply reply = e.addTo(new HttpReply(e.status(), inForce.dispatcher().error(e.error())));
            crossSite.expose(exchange, reply);
            if (!Body.discard(exchange, patience)) {
                reply.header("Connection", "close");
            }
            reply.send(exchange);
        }
    }

    /** A page of another site can give its own name the address of this server; its requests then bear that name. */
    private static void checkHost(HttpExchange exchange, Settings settings) throws Refusal {
        if (settings.hosts().isEmpty()) {
            return;
        }
        String host = exchange.header("Host");
        String name = host == null ? "" : host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        if (!settings.hosts().contains(name)) {
            Audit.refused(Caller.anonymous(exchange.remoteAddress()), exchange.requestUri(), null,
                    "the Host header is not in the configured hosts");
            throw new Refusal(403, RpcError.notPermitted("Host not allowed"));
        }
    }

    /** Waits until no request is in progress; false if that takes too long. */
    boolean drain(long time, TimeUnit unit) throws InterruptedException {
        return calls.drain(time, unit);
    }
}
