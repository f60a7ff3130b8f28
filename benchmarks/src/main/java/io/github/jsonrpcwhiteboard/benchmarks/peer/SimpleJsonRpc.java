package io.github.jsonrpcwhiteboard.benchmarks.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import com.github.arteam.simplejsonrpc.server.JsonRpcServer;

import io.github.jsonrpcwhiteboard.benchmarks.call.Subject;
import io.github.jsonrpcwhiteboard.benchmarks.service.WikiService;

/** simple-json-rpc, which works on texts and knows no overloads. */
final class SimpleJsonRpc implements Peer {

    private final JsonRpcServer server = new JsonRpcServer();
    private final WikiService service = new WikiService();

    @Override
    public boolean knows(Subject subject) {
        return subject != Subject.LIGHT && subject != Subject.OVERLOADS;
    }

    @Override
    public void answer(Subject subject, byte[] body, OutputStream out) throws IOException {
        String answer = server.handle(new String(body, StandardCharsets.UTF_8), service);
        out.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
