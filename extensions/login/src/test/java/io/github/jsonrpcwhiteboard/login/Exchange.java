package io.github.jsonrpcwhiteboard.login;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A request and its response, as far as the servlets look at them; what they do not look at throws. */
final class Exchange {

    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> answerHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final HttpServletRequest request = proxy(HttpServletRequest.class, this::ofRequest);
    final HttpServletResponse response = proxy(HttpServletResponse.class, this::ofResponse);
    int status = 200;
    boolean secure;
    String address = "192.0.2.1";
    String from;

    private final String method;
    private final String body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Cookie> cookies = new ArrayList<>();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    private Exchange(String method, String body) {
        this.method = method;
        this.body = body;
        header("Host", "here:8080");
    }

    static Exchange get() {
        return new Exchange("GET", "");
    }

    /** As our form is sent by a browser. */
    static Exchange post(String body) {
        return new Exchange("POST", body).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://here:8080").header("Sec-Fetch-Site", "same-origin");
    }

    /** Null: without. */
    Exchange header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Exchange cookie(String value) {
        cookies.add(new Cookie(SessionCookie.NAME, value));
        return this;
    }

    Exchange run(HttpServlet servlet) throws ServletException, IOException {
        servlet.service(request, response);
        return this;
    }

    String page() {
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** The id in the cookie that was set; null if none was. */
    String sessionId() {
        String cookie = answerHeaders.get("Set-Cookie");
        return cookie == null ? null : cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private Object ofRequest(Call call) {
        return switch (call.name()) {
            case "getMethod" -> method;
            case "getServletPath" -> "/login";
            case "getRequestURL" -> new StringBuffer("http://here:8080/login");
            case "getQueryString" -> "q=1";
            case "getProtocol" -> "HTTP/1.1";
            case "getRemoteAddr" -> address;
            case "isSecure" -> secure;
            case "getParameter" -> "from".equals(call.text()) ? from : null;
            case "getHeader" -> headers.get(call.text());
            case "getHeaders" -> Collections.enumeration(headers.get(call.text()) == null ? List.of()
                    : List.of(headers.get(call.text())));
            case "getContentType" -> headers.get("Content-Type");
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
            case "getInputStream" -> new In(body);
            case "setAttribute" -> attributes.put(call.text(), call.arguments()[1]);
            default -> throw new UnsupportedOperationException(call.name());
        };
    }

    private Object ofResponse(Call call) {
        switch (call.name()) {
            case "setStatus" -> status = (int) call.arguments()[0];
            case "setHeader" -> answerHeaders.put(call.text(), (String) call.arguments()[1]);
            case "setContentType" -> answerHeaders.put("Content-Type", call.text().toLowerCase(Locale.ROOT));
            case "setContentLength" -> answerHeaders.put("Content-Length", call.arguments()[0].toString());
            case "getOutputStream" -> {
                return new Out(answer);
            }
            default -> throw new UnsupportedOperationException(call.name());
        }
        return null;
    }

    private record Call(String name, Object[] arguments) {

        String text() {
            return (String) arguments[0];
        }
    }

    private static <T> T proxy(Class<T> type, Function<Call, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (Object self, Method called, Object[] arguments) -> {
                    Object result = answers.apply(new Call(called.getName(), arguments));
                    return called.getReturnType() == void.class ? null : result;
                }));
    }

    private static final class In extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        In(String text) {
            bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Out extends ServletOutputStream {

        private final ByteArrayOutputStream bytes;

        Out(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int b) {
            bytes.write(b);
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
