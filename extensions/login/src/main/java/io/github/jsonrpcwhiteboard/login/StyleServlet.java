package io.github.jsonrpcwhiteboard.login;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Serves the style sheet. */
final class StyleServlet extends HttpServlet {

    static final String PATH = "/login.css";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream css = StyleServlet.class.getResourceAsStream("login.css")) {
            byte[] bytes = css.readAllBytes();
            response.setContentType("text/css;charset=utf-8");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "max-age=3600");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
