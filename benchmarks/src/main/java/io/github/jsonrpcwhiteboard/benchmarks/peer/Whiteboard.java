package io.github.jsonrpcwhiteboard.benchmarks.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import io.github.jsonrpcwhiteboard.benchmarks.call.Subject;
import io.github.jsonrpcwhiteboard.benchmarks.service.Wiki;
import io.github.jsonrpcwhiteboard.benchmarks.service.WikiService;
import io.github.jsonrpcwhiteboard.internal.binding.Limits;
import io.github.jsonrpcwhiteboard.internal.binding.Mapping;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTableBuilder;
import io.github.jsonrpcwhiteboard.internal.protocol.AnswerSink;
import io.github.jsonrpcwhiteboard.internal.protocol.Caller;
import io.github.jsonrpcwhiteboard.internal.protocol.Dispatcher;
import io.github.jsonrpcwhiteboard.internal.protocol.MethodCounters;
import io.github.jsonrpcwhiteboard.internal.protocol.RpcTarget;
import io.github.jsonrpcwhiteboard.internal.protocol.Watchdog;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;

/** This project, from where the servlet hands in a body, at the default limits. */
final class Whiteboard implements Peer {

    private static final Limits LIMITS = Settings.of(Map.of(), problem -> {
        throw new IllegalStateException(problem);
    }).limits();

    private final Dispatcher dispatcher = new Dispatcher(LIMITS, new Watchdog(),
            result -> result instanceof CompletionStage<?> stage ? stage : null, false);
    private final RpcTarget target = new Target();
    private final Caller caller = Caller.anonymous("127.0.0.1");

    @Override
    public boolean knows(Subject subject) {
        return true;
    }

    @Override
    public void answer(Subject subject, byte[] body, OutputStream out) {
        AnswerSink sink = (answer, threadIsStuck) -> {
            try {
                out.write(answer.bytes(), 0, answer.size());
                answer.release();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        if (subject == Subject.LIGHT) {
            dispatcher.light(target, caller, subject.method(), body, sink);
        } else {
            dispatcher.heavy(target, caller, body, sink);
        }
    }

    /** An endpoint without framework. */
    private static final class Target implements RpcTarget {

        private final MethodTable methods = new MethodTableBuilder(Mapping.base(), false, Set.of(),
                List.of(CompletionStage.class, Future.class)).build(List.of(Wiki.class));
        private final Wiki service = new WikiService();
        private final MethodCounters counters = new MethodCounters();

        @Override
        public String path() {
            return "wiki";
        }

        @Override
        public MethodTable methods() {
            return methods;
        }

        @Override
        public Object service() {
            return service;
        }

        @Override
        public long timeout() {
            return 0;
        }

        @Override
        public MethodCounters counters(String method) {
            return counters;
        }
    }
}
