package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Calls {@code getSpace} in HTTP by hand, for what Java's client does not do. */
final class RawClient implements AutoCloseable {

    private static final int LIMIT_MILLIS = 60_000;

    private final URI server;
    private final String login;
    private final Socket socket;
    private final InputStream in;
    private int length;

    /** A client that logs in, unless the user is null. */
    RawClient(Wiki wiki, String user) throws IOException {
        server = URI.create(wiki.url());
        login = user == null ? "" : "Authorization: " + wiki.user(user).basic() + "\r\n";
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(LIMIT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void sendHead(String version, String headers, int length) throws IOException {
        send("POST " + server.getPath() + WikiClient.PATH + "/getSpace " + version + "\r\nHost: "
                + server.getAuthority() + "\r\n" + login + headers + "Content-Length: " + length + "\r\n\r\n");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The status, also of an answer that is not the last. */
    int readHead() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            }
        }
        return status;
    }

    /** As much as the head has announced. */
    String readBody() throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Waits until the server closes the connection; it must not send anything more. */
    void awaitEnd() throws IOException {
        assertEquals(-1, in.read());
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed after: " + line);
            }
            line.append((char) c);
        }
        return line.toString().trim();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
