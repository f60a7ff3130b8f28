package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file to send.
 *
 * @param name what to save it as
 * @param contentType its media type
 * @param length how many bytes it has
 * @param body writes them, after the transaction in which it was found: a slow reader must not hold a connection
 */
public record Download(String name, String contentType, long length, Body body) {

    /** Writes the bytes of an answer. */
    @FunctionalInterface
    public interface Body {

        void writeTo(OutputStream out) throws IOException;
    }
}
