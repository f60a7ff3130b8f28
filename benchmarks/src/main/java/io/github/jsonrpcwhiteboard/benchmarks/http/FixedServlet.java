package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Reads, and says always the same: what HTTP itself costs. */
final class FixedServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final byte[] ANSWER =
            "{\"jsonrpc\":\"2.0\",\"result\":\"Good day, Ada\",\"id\":7}".getBytes(StandardCharsets.UTF_8);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getInputStream().readAllBytes();
        response.setContentType("application/json");
        response.setContentLength(ANSWER.length);
        response.getOutputStream().write(ANSWER);
    }
}
