package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.github.jsonrpcwhiteboard.benchmarks.call.Subject;
import io.github.jsonrpcwhiteboard.benchmarks.peer.Peer;

/** A peer in a servlet. */
final class PeerServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Peer peer;

    PeerServlet(Peer peer) {
        this.peer = peer;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(512);
        peer.answer(Subject.POSITION, request.getInputStream().readAllBytes(), answer);
        response.setContentType("application/json");
        response.setContentLength(answer.size());
        answer.writeTo(response.getOutputStream());
    }
}
