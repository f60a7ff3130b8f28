package io.github.jsonrpcwhiteboard.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request as a server would hand it over, and what it gets back. */
final class TestExchange implements HttpExchange {

    String method = "POST";
    String uri = "/rpc/json-rpc/calc";
    String contextPath = "";
    String servletPath = "/rpc/json-rpc";
    InputStream body = new ByteArrayInputStream(new byte[0]);
    /** How often the body was asked for; a client may wait for that before it sends it. */
    int bodyAskedFor;
    long contentLength = -1;
    Principal principal;
    String authType;
    List<String> roles = List.of();
    final Map<String, Object> attributes = new HashMap<>();
    boolean asyncSupported = true;
    boolean clientHasGone;
    int completed;
    final List<HttpReply> replies = new ArrayList<>();
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Adds headers, names and values in turn; null leaves one out. */
    TestExchange with(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                headers.computeIfAbsent(pairs[i], name -> new ArrayList<>()).add(pairs[i + 1]);
            }
        }
        return this;
    }

    /** The login that the container knows. */
    TestExchange loggedIn(String user, String type, String... inRoles) {
        principal = () -> user;
        authType = type;
        roles = List.of(inRoles);
        return this;
    }

    TestExchange body(byte[] bytes, long length) {
        body = new ByteArrayInputStream(bytes);
        contentLength = length;
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String requestUri() {
        return uri;
    }

    @Override
    public String contextPath() {
        return contextPath;
    }

    @Override
    public String servletPath() {
        return servletPath;
    }

    @Override
    public String queryString() {
        return "q=1";
    }

    @Override
    public String requestUrl() {
        return "http://localhost" + uri;
    }

    @Override
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public long contentLength() {
        return contentLength;
    }

    @Override
    public InputStream body() throws IOException {
        bodyAskedFor++;
        return body;
    }

    @Override
    public String remoteAddress() {
        return "192.0.2.1";
    }

    @Override
    public Principal principal() {
        return principal;
    }

    @Override
    public String authType() {
        return authType;
    }

    @Override
    public Object attribute(String name) {
        return attributes.get(name);
    }

    @Override
    public boolean isUserInRole(String role) {
        if (roles == null) {
            throw new IllegalStateException("the request is over");
        }
        return roles.contains(role);
    }

    @Override
    public boolean startAsync() {
        return asyncSupported;
    }

    @Override
    public synchronized void complete() {
        completed++;
    }

    @Override
    public synchronized void write(HttpReply reply) throws IOException {
        replies.add(reply);
        if (clientHasGone) {
            throw new IOException("broken pipe");
        }
    }
}
