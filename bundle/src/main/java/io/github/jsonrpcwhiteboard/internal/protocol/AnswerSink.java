package io.github.jsonrpcwhiteboard.internal.protocol;

/** Gets the answer to one body, exactly once. */
@FunctionalInterface
public interface AnswerSink {

    /**
     * Takes the answer.
     *
     * @param answer null if there is nothing to answer
     * @param threadIsStuck whether the thread that handed in the body is still in a service that does not come back
     */
    void accept(OutputBuffer answer, boolean threadIsStuck);
}
