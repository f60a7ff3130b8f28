package io.github.jsonrpcwhiteboard.benchmarks.call;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.github.jsonrpcwhiteboard.benchmarks.peer.Peer;
import io.github.jsonrpcwhiteboard.benchmarks.peer.Peers;

/** One peer answers one kind of request. */
@State(Scope.Thread)
@BenchmarkMode({Mode.Throughput, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CallBenchmark {

    /** What is asked. */
    @Param
    public Subject subject;

    /** Who is asked. */
    @Param
    public Peers who;

    private final Response response = new Response();
    private Peer peer;
    private List<byte[]> bodies;
    private int next;

    /** Asks each question once, and looks at the answer. */
    @Setup
    public void setUp() throws IOException {
        peer = who.create();
        bodies = subject.bodies();
        for (byte[] body : bodies) {
            response.size = 0;
            peer.answer(subject, body, response);
            if (response.text().contains("error\":{") || response.size < 5) {
                throw new IllegalStateException("cannot be measured: " + response.text());
            }
        }
    }

    /** One request. */
    @Benchmark
    public int call() throws IOException {
        response.size = 0;
        next = next + 1 == bodies.size() ? 0 : next + 1;
        peer.answer(subject, bodies.get(next), response);
        return response.size;
    }

    /** Takes the bytes like a connection's buffer. */
    private static final class Response extends OutputStream {

        private final byte[] bytes = new byte[2 * 1024 * 1024];
        private int size;

        @Override
        public void write(int b) {
            bytes[size++] = (byte) b;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            System.arraycopy(from, offset, bytes, size, length);
            size += length;
        }

        String text() {
            return new String(bytes, 0, Math.min(size, 200), StandardCharsets.UTF_8);
        }
    }
}
