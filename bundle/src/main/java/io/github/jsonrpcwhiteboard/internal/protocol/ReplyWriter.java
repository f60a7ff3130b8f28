package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.jsonrpcwhiteboard.internal.protocol.Request.Shape;

/** The frames around results and errors (JSON-RPC 2.0, section 5, and JSON-RPC 1.0, section 1.2). */
final class ReplyWriter {

    private static final byte[] V2_RESULT = ascii("{\"jsonrpc\":\"2.0\",\"result\":");
    private static final byte[] V2_ERROR = ascii("{\"jsonrpc\":\"2.0\",\"error\":");
    private static final byte[] V1_RESULT = ascii("{\"result\":");
    private static final byte[] V1_NO_ERROR = ascii(",\"error\":null,\"id\":");
    private static final byte[] V1_ERROR = ascii("{\"result\":null,\"error\":");
    private static final byte[] ID = ascii(",\"id\":");

    private ReplyWriter() {
    }

    /** Writes a result into the frame. */
    interface Result {
        void writeTo(OutputBuffer out) throws IOException;
    }

    static void result(OutputBuffer out, Request request, Result result) throws IOException {
        if (request.shape() == Shape.LIGHT) {
            result.writeTo(out);
            return;
        }
        boolean v2 = request.shape() == Shape.V2;
        out.write(v2 ? V2_RESULT : V1_RESULT);
        result.writeTo(out);
        out.write(v2 ? ID : V1_NO_ERROR);
        request.id().writeTo(out);
        out.write('}');
    }

    static void error(OutputStream out, Shape shape, Id id, RpcError error, ObjectMapper mapper) throws IOException {
        out.write(shape == Shape.V1 ? V1_ERROR : V2_ERROR);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", error.code());
        members.put("message", error.message());
        if (error.data() != null) {
            members.put("data", error.data());
        }
        mapper.writeValue(out, members);
        out.write(ID);
        id.writeTo(out);
        out.write('}');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
