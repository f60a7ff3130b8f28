package io.github.jsonrpcwhiteboard.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.security.Principal;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.github.jsonrpcwhiteboard.internal.protocol.NamedPrincipal;

/** The handler as a servlet of the {@code jakarta} API. */
final class JakartaServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient HttpHandler handler;

    JakartaServlet(HttpHandler handler) {
        this.handler = handler;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handler.handle(new Exchange(request, response));
    }

    private static final class Exchange implements HttpExchange {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private AsyncContext async;

        Exchange(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
        }

        @Override
        public String method() {
            return request.getMethod();
        }

        @Override
        public String requestUri() {
            return request.getRequestURI();
        }

        @Override
        public String contextPath() {
            return request.getContextPath();
        }

        @Override
        public String servletPath() {
            return request.getServletPath();
        }

        @Override
        public String queryString() {
            return request.getQueryString();
        }

        @Override
        public String requestUrl() {
            return request.getRequestURL().toString();
        }

        @Override
        public List<String> headers(String name) {
            return request.getHeader(name) == null ? List.of() : Collections.list(request.getHeaders(name));
        }

        @Override
        public String header(String name) {
            return request.getHeader(name);
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public InputStream body() throws IOException {
            return request.getInputStream();
        }

        @Override
        public String remoteAddress() {
            return request.getRemoteAddr();
        }

        @Override
        public Principal principal() {
            String user = request.getRemoteUser();
            Principal principal = request.getUserPrincipal();
            return user == null || principal != null ? principal : new NamedPrincipal(user);
        }

        @Override
        public String authType() {
            return request.getAuthType();
        }

        @Override
        public Object attribute(String name) {
            return request.getAttribute(name);
        }

        @Override
        public boolean isUserInRole(String role) {
            return request.isUserInRole(role);
        }

        @Override
        public boolean startAsync() {
            if (!request.isAsyncSupported()) {
                return false;
            }
            async = request.startAsync();
            async.setTimeout(0);
            return true;
        }

        @Override
        public void complete() {
            async.complete();
        }

        @Override
        public void write(HttpReply reply) throws IOException {
            response.setStatus(reply.status());
            reply.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            if (reply.contentType() != null) {
                response.setContentType(reply.contentType());
            }
            if (reply.status() != HttpServletResponse.SC_NO_CONTENT) {
                response.setContentLength(reply.length());
                OutputStream out = response.getOutputStream();
                out.write(reply.bytes(), 0, reply.length());
                out.flush();
            }
        }
    }
}
