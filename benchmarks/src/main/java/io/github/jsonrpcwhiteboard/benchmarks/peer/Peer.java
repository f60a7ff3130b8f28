package io.github.jsonrpcwhiteboard.benchmarks.peer;

import java.io.IOException;
import java.io.OutputStream;

import io.github.jsonrpcwhiteboard.benchmarks.call.Subject;

/** Answers bytes with bytes, as a servlet would. */
public interface Peer {

    /** Whether it can do that at all. */
    default boolean knows(Subject subject) {
        return subject != Subject.LIGHT;
    }

    /**
     * Answers.
     *
     * @param subject for peers that are told the method otherwise than in the body
     * @param body the request
     * @param out where the answer goes
     */
    void answer(Subject subject, byte[] body, OutputStream out) throws IOException;
}
