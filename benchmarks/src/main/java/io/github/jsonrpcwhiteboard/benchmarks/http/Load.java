package io.github.jsonrpcwhiteboard.benchmarks.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.jsonrpcwhiteboard.benchmarks.call.Subject;

/** Connections that are kept alive, each with a small call under way at all times, driven by one thread. */
final class Load implements AutoCloseable {

    private static final int MAX_SAMPLES = 1 << 22;

    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private final long[] nanos = new long[MAX_SAMPLES];
    private int count;

    /**
     * What was seen.
     *
     * @param requests how many were answered
     * @param perSecond how many of them in a second
     * @param p50 microseconds that half of them took at most
     * @param p99 microseconds that all but one of a hundred took at most
     */
    record Seen(int requests, double perSecond, double p50, double p99) {
    }

    /** Opens the connections. */
    Load(int port, String path, int howMany) throws IOException {
        String body = new String(Subject.POSITION.bodies().get(0), StandardCharsets.UTF_8);
        byte[] request = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < howMany; i++) {
            connections.add(new Connection(port, request));
        }
    }

    /** Calls for some time. */
    Seen run(long millis) throws IOException {
        count = 0;
        long begin = System.nanoTime();
        long end = begin + millis * 1_000_000;
        for (Connection connection : connections) {
            connection.send();
        }
        int open = connections.size();
        while (open > 0) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                if (connection.receive()) {
                    if (System.nanoTime() < end) {
                        connection.send();
                    } else {
                        open--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(nanos, 0, count);
        return new Seen(count, count / seconds, nanos[count / 2] / 1e3, nanos[(int) (count * 0.99)] / 1e3);
    }

    /** One connection; the same call has an answer of the same length each time. */
    private final class Connection {

        private final SocketChannel channel;
        private final ByteBuffer request;
        private final ByteBuffer answer = ByteBuffer.allocateDirect(4096);
        private final int length;
        private int received;
        private long sent;

        Connection(int port, byte[] bytes) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.socket().setTcpNoDelay(true);
            request = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
            channel.write(request);
            length = first();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        private int first() throws IOException {
            StringBuilder text = new StringBuilder();
            while (!text.toString().strip().endsWith("}")) {
                answer.clear();
                if (channel.read(answer) < 0) {
                    throw new IOException("closed after " + text);
                }
                text.append(StandardCharsets.UTF_8.decode(answer.flip()));
            }
            if (!text.toString().startsWith("HTTP/1.1 200") || text.indexOf("\"result\":\"Good day, Ada\"") < 0) {
                throw new IOException("not an answer: " + text);
            }
            return text.length();
        }

        void send() {
            try {
                received = 0;
                sent = System.nanoTime();
                channel.write(request.rewind());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** True if the answer is complete. */
        boolean receive() throws IOException {
            answer.clear();
            int read = channel.read(answer);
            if (read < 0) {
                throw new IOException("closed");
            }
            received += read;
            if (received < length) {
                return false;
            }
            if (count < MAX_SAMPLES) {
                nanos[count++] = System.nanoTime() - sent;
            }
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }
}
