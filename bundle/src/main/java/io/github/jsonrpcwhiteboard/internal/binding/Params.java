package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

/**
 * The arguments as they were sent: a part of the request body that is known to be valid JSON. Or the call that they
 * mean, if that was found out when they were read.
 *
 * @param kind what they are
 * @param body the whole request body, UTF-8
 * @param start where the arguments begin in it
 * @param end behind their last byte
 * @param bound null if they have not been bound yet
 */
public record Params(Kind kind, byte[] body, int start, int end, Bound bound) {

    /** No arguments. */
    public static final Params NONE = new Params(Kind.NONE, null, 0, 0, null);

    /** The two ways to give arguments (JSON-RPC 2.0, section 4.2), and none at all. */
    public enum Kind {
        /** No arguments. */
        NONE,
        /** An array: by position. */
        ARRAY,
        /** An object: by name. */
        OBJECT
    }

    /**
     * Arguments that have not been bound.
     *
     * @param kind what they are
     * @param body the whole request body, UTF-8
     * @param start where the arguments begin in it
     * @param end behind their last byte
     */
    public Params(Kind kind, byte[] body, int start, int end) {
        this(kind, body, start, end, null);
    }

    static Params of(Bound bound) {
        return new Params(Kind.ARRAY, null, 0, 0, bound);
    }

    /** A parser at the first token. */
    JsonParser open(BodyFactory factory) throws IOException {
        JsonParser parser = factory.open(body, start, end);
        parser.nextToken();
        return parser;
    }
}
