package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;

/**
 * The arguments as they were sent: a part of the request body that is known to be valid JSON.
 *
 * @param kind what they are
 * @param body the whole request body, UTF-8
 * @param start where the arguments begin in it
 * @param end behind their last byte
 * @param hugeNumbers whether a number is too large for a floating-point type
 */
public record Params(Kind kind, byte[] body, int start, int end, boolean hugeNumbers) {

    /** No arguments. */
    public static final Params NONE = new Params(Kind.NONE, null, 0, 0, false);

    /** The two ways to give arguments (JSON-RPC 2.0, section 4.2), and none at all. */
    public enum Kind {
        /** No arguments. */
        NONE,
        /** An array: by position. */
        ARRAY,
        /** An object: by name. */
        OBJECT
    }

    /** A parser at the first token. */
    JsonParser open(JsonFactory factory) throws IOException {
        JsonParser parser = factory.createParser(body, start, end - start);
        parser.nextToken();
        return hugeNumbers ? new RangeCheckingParser(parser) : parser;
    }
}
