package io.github.jsonrpcwhiteboard.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.jsonrpcwhiteboard.internal.binding.Limits;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.binding.Overloads;
import io.github.jsonrpcwhiteboard.internal.binding.Params;
import io.github.jsonrpcwhiteboard.internal.binding.PlainJson;
import io.github.jsonrpcwhiteboard.internal.binding.SentParams;
import io.github.jsonrpcwhiteboard.internal.protocol.Request.Shape;
import io.github.jsonrpcwhiteboard.internal.protocol.RequestReader.Requests;

/**
 * Reads what nearly all bodies are: good requests of version 2.0 with short arguments that need no mapping, in a third
 * of the time that a parser takes. Says nothing about others; those are for {@link RequestReader}, which would read the
 * plain ones alike. For one use by one thread.
 */
final class PlainReader {

    private static final byte[] JSONRPC = ascii("jsonrpc");
    private static final byte[] METHOD = ascii("method");
    private static final byte[] PARAMS = ascii("params");
    private static final byte[] ID = ascii("id");
    private static final byte[] VERSION = ascii("2.0");
    /** Arrays and objects inside each other: a batch, its request, the arguments. */
    private static final int NESTING = 3;

    private final Limits limits;
    private final MethodTable methods;
    private final byte[] body;
    private final PlainJson in;
    /** The method that was read last, in UTF-8: a batch often calls one again and again, which saves it a tenth. */
    private byte[] known;
    private String method;
    private Overloads overloads;

    /** @param body known to be UTF-8 */
    PlainReader(Limits limits, MethodTable methods, byte[] body) {
        this.limits = limits;
        this.methods = methods;
        this.body = body;
        this.in = new PlainJson(body);
    }

    /** The requests; null if there is anything unusual about them. */
    Requests heavy() {
        if (!isWithinLimits()) {
            return null;
        }
        if (!in.skip('[')) {
            Request request = request();
            return request != null && isAtEnd() ? new Requests(false, List.of(request)) : null;
        }
        List<Request> list = new ArrayList<>();
        do {
            Request request = list.size() == limits.batch() ? null : request();
            if (request == null) {
                return null;
            }
            list.add(request);
        } while (in.skip(','));
        return in.skip(']') && isAtEnd() ? new Requests(true, list) : null;
    }

    /** The call of a method with these arguments; null if there is anything unusual about them. */
    Request light(String name) {
        Overloads named = isWithinLimits() ? methods.find(name) : null;
        Params params = named == null ? null : named.bindEarly(in);
        return params != null && isAtEnd() ? Request.call(Shape.LIGHT, Id.NULL, name, params) : null;
    }

    private boolean isWithinLimits() {
        return body.length <= limits.string() && limits.nesting() >= NESTING && limits.number() >= PlainJson.MAX_NUMBER;
    }

    private boolean isAtEnd() {
        return in.isAtEnd() && in.names() <= limits.names();
    }

    private Request request() {
        if (!in.skip('{')) {
            return null;
        }
        boolean version = false;
        String called = null;
        Params params = null;
        Id id = null;
        do {
            boolean good = false;
            if (!in.name()) {
                return null;
            } else if (in.textIs(JSONRPC)) {
                good = !version && in.text() >= 0 && in.textIs(VERSION);
                version = true;
            } else if (in.textIs(METHOD)) {
                good = called == null && in.text() >= 0;
                called = good ? method() : null;
            } else if (in.textIs(PARAMS)) {
                params = params == null && called != null && overloads != null ? overloads.bindEarly(in) : null;
                good = params != null;
            } else if (in.textIs(ID)) {
                good = id == null;
                id = id();
                good &= id != null;
            }
            if (!good) {
                return null;
            }
        } while (in.skip(','));
        return in.skip('}') && version && called != null
                ? Request.call(Shape.V2, id, called, params == null ? SentParams.NONE : params) : null;
    }

    private String method() {
        if (known == null || !in.textIs(known)) {
            method = in.asString();
            known = method.getBytes(StandardCharsets.UTF_8);
            overloads = methods.find(method);
        }
        return method;
    }

    private Id id() {
        int start = in.next();
        if (start < body.length && body[start] == '"') {
            int length = in.text();
            return length < 0 || length > limits.id() ? null : new Id(body, start, in.position());
        }
        Object value = in.value();
        return value == null ? Id.NULL : value instanceof Long ? new Id(body, start, in.position()) : null;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
