package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.jsonrpcwhiteboard.internal.protocol.Caller;

/** The list of endpoints for callers. */
final class Index {

    private Index() {
    }

    static byte[] write(Caller caller, List<Endpoint> endpoints, Function<Endpoint, String> url,
            Function<Endpoint, String> document) {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        if (caller.principal() == null) {
            index.putNull("caller");
        } else {
            index.putObject("caller").put("name", caller.principal().getName()).put("scheme", caller.scheme());
        }
        ArrayNode list = index.putArray("endpoints");
        for (Endpoint endpoint : endpoints) {
            Revision revision = endpoint.revision();
            list.addObject()
                    .put("path", endpoint.path())
                    .put("title", revision.title())
                    .put("description", revision.declaration().description())
                    .put("version", revision.version())
                    .put("bundle", revision.bundleName())
                    .put("anonymous", endpoint.isAnonymous())
                    .put("methods", endpoint.methodCount(caller))
                    .put("url", url.apply(endpoint))
                    .put("openrpc", document.apply(endpoint));
        }
        return index.toString().getBytes(StandardCharsets.UTF_8);
    }
}
