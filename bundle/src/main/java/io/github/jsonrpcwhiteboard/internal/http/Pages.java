package io.github.jsonrpcwhiteboard.internal.http;

import java.util.List;
import java.util.Set;

import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Endpoint;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Whiteboard;

/**
 * What can be read with GET: the OpenRPC documents and their index, which show everybody what everybody may use, the
 * RPC Browser and the JavaScript client. Safe for use by several threads.
 */
final class Pages {

    static final String DOCUMENTS = "/openrpc";
    static final String BROWSER = "/browser";
    static final String RUNTIME = "/runtime";
    static final String CLIENT = "/client.js";

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String JSON = "application/json";

    private final Whiteboard whiteboard;
    private final Gate gate;
    private final WebFiles files = new WebFiles();

    Pages(Whiteboard whiteboard, Gate gate) {
        this.whiteboard = whiteboard;
        this.gate = gate;
    }

    /** Where the document of an endpoint is. */
    static String document(HttpExchange exchange, Settings settings, Endpoint endpoint) {
        return exchange.contextPath() + settings.prefix() + DOCUMENTS + "/" + Paths.encode(endpoint.path());
    }

    HttpReply get(HttpExchange exchange, Settings settings, CrossSite crossSite) throws Refusal {
        if (!METHODS.contains(exchange.method())) {
            throw new Refusal(405, "the HTTP method is neither GET nor HEAD").with("Allow", List.of("GET, HEAD"));
        }
        String servlet = exchange.servletPath();
        String section = servlet.substring(servlet.lastIndexOf('/'));
        String path = exchange.requestUri().endsWith(section + "/") ? "" : Paths.below(exchange);
        if (path == null) {
            throw notFound();
        }
        return switch (section) {
            case DOCUMENTS -> documents(exchange, settings, crossSite, path);
            case BROWSER -> browser(exchange, path);
            case RUNTIME -> runtime(exchange, settings);
            default -> file(exchange, section.substring(1));
        };
    }

    private HttpReply documents(HttpExchange exchange, Settings settings, CrossSite crossSite, String path)
            throws Refusal {
        byte[] body = path.isEmpty() ? index(exchange, settings)
                : document(exchange, settings, crossSite, path);
        return Cached.reply(exchange, JSON, body).header("Cache-Control", "private, no-cache")
                .vary("Authorization, Cookie");
    }

    private HttpReply runtime(HttpExchange exchange, Settings settings) throws Refusal {
        gate.enter(exchange, settings.adminRole());
        return new HttpReply(JSON, whiteboard.runtime());
    }

    /** The page is at the path with the slash at its end, to which its files are relative. */
    private HttpReply browser(HttpExchange exchange, String path) throws Refusal {
        if (!path.isEmpty()) {
            return file(exchange, path);
        }
        return exchange.requestUri().endsWith("/") ? file(exchange, "index.html")
                : new HttpReply(308, null).header("Location", exchange.requestUri() + "/");
    }

    private HttpReply file(HttpExchange exchange, String name) throws Refusal {
        HttpReply reply = files.reply(exchange, name);
        if (reply == null) {
            throw notFound();
        }
        return reply;
    }

    private byte[] document(HttpExchange exchange, Settings settings, CrossSite crossSite, String path)
            throws Refusal {
        Endpoint endpoint = whiteboard.registry().find(path);
        if (endpoint == null) {
            throw notFound();
        }
        Caller caller = gate.enter(exchange, endpoint, null, crossSite);
        return endpoint.document(caller, url(exchange, settings, path));
    }

    /** The absolute URL of an endpoint, as far as the server knows it. */
    private static String url(HttpExchange exchange, Settings settings, String path) {
        String whole = exchange.requestUrl();
        String own = whole.substring(0, whole.length() - exchange.requestUri().length());
        return own + exchange.contextPath() + settings.prefix() + CallHandler.SECTION + "/" + Paths.encode(path);
    }

    private byte[] index(HttpExchange exchange, Settings settings) throws Refusal {
        return whiteboard.registry().index(gate.identify(exchange),
                endpoint -> url(exchange, settings, endpoint.path()),
                endpoint -> document(exchange, settings, endpoint));
    }

    private static Refusal notFound() {
        return new Refusal(404, "no such page");
    }
}
