package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Collects the answers to one body, of which there should be one. */
final class Answers implements AnswerSink {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LinkedBlockingQueue<Answer> queue = new LinkedBlockingQueue<>();

    /** What was answered; the JSON is missing where nothing was to be answered. */
    record Answer(JsonNode json, boolean threadIsStuck) {

        int errorCode(String path) {
            return json.at(path + "/error/code").intValue();
        }
    }

    @Override
    public void accept(OutputBuffer answer, boolean threadIsStuck) {
        try {
            queue.add(new Answer(answer == null ? MissingNode.getInstance()
                    : JSON.readTree(answer.bytes(), 0, answer.size()), threadIsStuck));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next answer. */
    Answer next() throws InterruptedException {
        Answer answer = queue.poll(20, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("nothing was answered");
        }
        return answer;
    }

    /** Whether there are no more answers. */
    boolean isEmpty() {
        return queue.isEmpty();
    }
}
