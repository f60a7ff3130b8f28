package io.github.jsonrpcwhiteboard.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;

/** A dispatcher without server: text in, text out. */
public final class Local implements AutoCloseable {

    private final Watchdog watchdog = new Watchdog();
    private final Dispatcher dispatcher;
    private final RpcTarget target;
    private final Lanes lanes;

    /** A dispatcher with some limits configured. */
    public Local(RpcTarget target, Map<String, Object> configuration) {
        this(target, configuration, Lanes.NONE);
    }

    /** The same with lanes for parallel batches. */
    Local(RpcTarget target, Map<String, Object> configuration, Lanes lanes) {
        this.target = target;
        this.lanes = lanes;
        this.dispatcher = new Dispatcher(Settings.of(configuration, problem -> {
            throw new IllegalArgumentException(problem);
        }).limits(), watchdog, result -> result instanceof CompletionStage<?> stage ? stage : null, false);
    }

    /** The answer; empty if there is none. */
    public String heavy(String body) {
        return heavy(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer; empty if there is none. */
    public String heavy(byte[] body) {
        return answer(sink -> dispatcher.heavy(target, Caller.anonymous("127.0.0.1"), body, sink, lanes));
    }

    /** The answer. */
    public String light(String method, String body) {
        return light(method, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer. */
    public String light(String method, byte[] body) {
        return answer(sink -> dispatcher.light(target, Caller.anonymous("127.0.0.1"), method, body, sink));
    }

    private interface Call {
        void make(AnswerSink sink);
    }

    private static String answer(Call call) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        AnswerSink sink = (out, stuck) -> {
            String text = out == null ? "" : new String(out.bytes(), 0, out.size(), StandardCharsets.UTF_8);
            if (!answer.complete(text)) {
                throw new IllegalStateException("answered twice");
            }
        };
        call.make(sink);
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
