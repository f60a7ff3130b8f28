package io.github.jsonrpcwhiteboard.benchmarks.peer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.googlecode.jsonrpc4j.JsonRpcBasicServer;

import io.github.jsonrpcwhiteboard.benchmarks.call.Subject;
import io.github.jsonrpcwhiteboard.benchmarks.service.Wiki;
import io.github.jsonrpcwhiteboard.benchmarks.service.WikiService;

/** jsonrpc4j, as its servlet would be called. */
final class Jsonrpc4j implements Peer {

    private final JsonRpcBasicServer server = new JsonRpcBasicServer(new ObjectMapper(), new WikiService(), Wiki.class);

    @Override
    public void answer(Subject subject, byte[] body, OutputStream out) throws IOException {
        server.handleRequest(new ByteArrayInputStream(body), out);
    }
}
