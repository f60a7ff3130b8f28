package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A request for a URL and its answer, as far as the servlet looks at them; what it does not look at throws. */
final class Visit {

    final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int status;

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final URI url;
    private String method = "GET";
    private String user;
    private Set<String> roles;
    private String authorization;
    private OutputStream out = answer;

    private Visit(URI url) {
        this.url = url;
    }

    static Visit to(String url) {
        return new Visit(URI.create(url));
    }

    Visit by(String httpMethod) {
        method = httpMethod;
        return this;
    }

    /** With a login that the container knows. */
    Visit as(String name, String... itsRoles) {
        user = name;
        roles = Set.of(itsRoles);
        return this;
    }

    Visit basic(String userAndPassword) {
        byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
        return authorization("Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    Visit authorization(String header) {
        authorization = header;
        return this;
    }

    /** Has the answer written there. */
    Visit into(OutputStream stream) {
        out = stream;
        return this;
    }

    Visit run(HttpServlet servlet) throws ServletException, IOException {
        servlet.service(proxy(HttpServletRequest.class, this::ofRequest),
                proxy(HttpServletResponse.class, this::ofResponse));
        return this;
    }

    String text() {
        return answer.toString(StandardCharsets.UTF_8);
    }

    String header(String name) {
        return String.join(" | ", headers.getOrDefault(name, List.of()));
    }

    private Object ofRequest(String called, Object[] arguments) {
        return switch (called) {
            case "getMethod" -> method;
            case "getRequestURI" -> "/context" + url.getRawPath();
            case "getContextPath" -> "/context";
            case "getRequestURL" -> new StringBuffer(url.toString());
            case "getQueryString" -> url.getRawQuery();
            case "getParameter" -> parameter((String) arguments[0]);
            case "getRemoteUser" -> user;
            case "isUserInRole" -> roles.contains(arguments[0]);
            case "getRemoteAddr" -> "192.0.2.1";
            case "getHeader" -> "Authorization".equals(arguments[0]) ? authorization : null;
            case "getHeaders" -> Collections.enumeration(authorization == null ? List.of() : List.of(authorization));
            default -> throw new UnsupportedOperationException(called);
        };
    }

    private String parameter(String name) {
        return url.getRawQuery() == null ? null : Arrays.stream(url.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "=")).findFirst()
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8)).orElse(null);
    }

    private Object ofResponse(String called, Object[] arguments) {
        switch (called) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], List.of((String) arguments[1]));
            case "addHeader" -> headers.computeIfAbsent((String) arguments[0], name -> new ArrayList<>())
                    .add((String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", List.of((String) arguments[0]));
            case "setContentLengthLong" -> headers.put("Content-Length", List.of(arguments[0].toString()));
            case "getOutputStream" -> {
                return new Out(out);
            }
            default -> throw new UnsupportedOperationException(called);
        }
        return null;
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (Object self, Method called, Object[] arguments) -> {
                    Object result = answers.apply(called.getName(), arguments);
                    return called.getReturnType() == void.class ? null : result;
                }));
    }

    private static final class Out extends ServletOutputStream {

        private final OutputStream out;

        Out(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
