package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

import io.github.jsonrpcwhiteboard.internal.binding.BodyFactory;
import io.github.jsonrpcwhiteboard.internal.binding.BodyParser;
import io.github.jsonrpcwhiteboard.internal.binding.Limits;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.binding.SentParams;
import io.github.jsonrpcwhiteboard.internal.protocol.Request.Shape;

/**
 * Reads one body. The whole of it is checked before the first call is made: that it is UTF-8, JSON and within the
 * limits. Arguments are remembered as a part of the body. For one use by one thread.
 */
final class RequestReader implements AutoCloseable {

    private final Limits limits;
    private final byte[] body;
    private final int start;
    private final BodyParser in;
    private final boolean longStrings;

    /** @param body known to be UTF-8 */
    RequestReader(BodyFactory json, Limits limits, byte[] body) {
        this.limits = limits;
        this.body = body;
        this.start = Utf8.byteOrderMark(body);
        this.longStrings = body.length > limits.string();
        this.in = json.open(body, start, body.length);
    }

    /** The requests of a body. */
    static Requests heavy(BodyFactory json, Limits limits, MethodTable methods, byte[] body)
            throws RpcErrorException {
        checkUtf8(body);
        Requests plain = new PlainReader(limits, methods, body).heavy();
        if (plain != null) {
            return plain;
        }
        try (RequestReader reader = new RequestReader(json, limits, body)) {
            return reader.heavy();
        }
    }

    /** A call of the light protocol. */
    static Request light(BodyFactory json, Limits limits, MethodTable methods, String method, byte[] body)
            throws RpcErrorException {
        checkUtf8(body);
        Request plain = new PlainReader(limits, methods, body).light(method);
        if (plain != null) {
            return plain;
        }
        try (RequestReader reader = new RequestReader(json, limits, body)) {
            return reader.light(method);
        }
    }

    private static void checkUtf8(byte[] body) throws RpcErrorException {
        int error = Utf8.firstError(body);
        if (error >= 0) {
            throw new RpcErrorException(RpcError.parseError(
                    Utf8.isControl(body, error) ? "a control character" : "not UTF-8", error));
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The requests of a body. */
    record Requests(boolean batch, List<Request> list) {
    }

    Requests heavy() throws RpcErrorException {
        try {
            JsonToken token = next();
            if (token != JsonToken.START_ARRAY) {
                Request request = request(token);
                end();
                return new Requests(false, List.of(request));
            }
            List<Request> list = new ArrayList<>();
            while (next() != JsonToken.END_ARRAY) {
                if (list.size() == limits.batch()) {
                    throw new RpcErrorException(RpcError.overLimit("batch", limits.batch()));
                }
                list.add(request(in.currentToken()));
            }
            end();
            if (list.isEmpty()) {
                throw new RpcErrorException(RpcError.invalidRequest("the batch is empty"));
            }
            return new Requests(true, list);
        } catch (IOException e) {
            throw parseError(e);
        }
    }

    Request light(String method) throws RpcErrorException {
        try {
            SentParams params = in.nextToken() == null ? SentParams.NONE : params();
            end();
            return params == null
                    ? Request.invalid(Shape.LIGHT, null, "the arguments are neither an array nor an object")
                    : Request.call(Shape.LIGHT, Id.NULL, method, params);
        } catch (IOException e) {
            throw parseError(e);
        }
    }

    private Request request(JsonToken first) throws IOException, RpcErrorException {
        if (first != JsonToken.START_OBJECT) {
            skip();
            return Request.invalid(Shape.V2, null, "a request is an object");
        }
        Envelope envelope = new Envelope();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            next();
            switch (name) {
                case "jsonrpc" -> {
                    envelope.version(in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : "");
                    skip();
                }
                case "method" -> {
                    envelope.method(in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : null);
                    skip();
                }
                case "id" -> {
                    boolean tooLong = in.currentToken() == JsonToken.VALUE_STRING && in.getTextLength() > limits.id();
                    envelope.id(tooLong ? null : id(), tooLong ? limits.id() : -1);
                }
                case "params" -> envelope.params(params());
                default -> skip();
            }
        }
        return envelope.request();
    }

    /** The id at which the parser stands; null if it is of another type than an id can be. */
    private Id id() throws IOException, RpcErrorException {
        switch (in.currentToken()) {
            case VALUE_NULL:
                return Id.NULL;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                in.finishToken();
                return new Id(body, in.tokenStart(), in.position());
            default:
                skip();
                return null;
        }
    }

    /** The arguments at which the parser stands; null if they are neither an array nor an object nor null. */
    private SentParams params() throws IOException, RpcErrorException {
        JsonToken token = in.currentToken();
        int from = in.tokenStart();
        skip();
        if (token != JsonToken.START_ARRAY && token != JsonToken.START_OBJECT) {
            return token == JsonToken.VALUE_NULL ? SentParams.NONE : null;
        }
        SentParams.Kind kind = token == JsonToken.START_ARRAY ? SentParams.Kind.ARRAY : SentParams.Kind.OBJECT;
        return new SentParams(kind, body, from, in.position());
    }

    /** Moves to the last token of the value at whose first token the parser stands, and checks what it passes. */
    private void skip() throws IOException, RpcErrorException {
        if (!longStrings) {
            // Only a body that is longer than the limit can hold a text that is; others need not be decoded here.
            in.skipChildren();
            return;
        }
        int depth = 0;
        for (JsonToken token = in.currentToken();; token = next()) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING && in.getTextLength() > limits.string()) {
                throw new RpcErrorException(RpcError.parseLimit("string", limits.string(), in.position()));
            }
            if (depth == 0) {
                return;
            }
        }
    }

    private JsonToken next() throws IOException, RpcErrorException {
        JsonToken token = in.nextToken();
        if (token == null) {
            throw new RpcErrorException(RpcError.parseError("unexpected end", body.length));
        }
        return token;
    }

    private void end() throws IOException, RpcErrorException {
        if (in.nextToken() != null) {
            throw new RpcErrorException(RpcError.parseError("content after the value", in.tokenStart()));
        }
    }

    /** Our own words, since Jackson's message quotes the text. */
    private RpcErrorException parseError(IOException e) {
        JsonLocation location = e instanceof JsonProcessingException json ? json.getLocation() : null;
        long position = location == null ? in.position() : start + Math.max(0, location.getByteOffset());
        if (e instanceof StreamConstraintsException) {
            return new RpcErrorException(limitError(String.valueOf(e.getMessage()), position));
        }
        return new RpcErrorException(RpcError.parseError("not JSON", position));
    }

    /** Jackson says only in its message which limit it was. */
    private RpcError limitError(String message, long position) {
        if (message.contains("nesting")) {
            return RpcError.parseLimit("nesting", limits.nesting(), position);
        }
        if (message.contains("Number")) {
            return RpcError.parseLimit("number", limits.number(), position);
        }
        return message.contains("Name") ? RpcError.parseLimit("names", limits.names(), position)
                : RpcError.parseLimit("string", limits.string(), position);
    }
}
