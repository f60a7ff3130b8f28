package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/,           127.0.0.1, http://127.0.0.1:8080/",
        "http://127.0.0.1:8080,            localhost, http://localhost:8080/",
        "http://[fd00:0:0:2%eth0]:8080/,   0.0.0.0,   http://127.0.0.1:8080/",
        "http://[fd00:0:0:2%eth0]:8080/,   ::,        http://127.0.0.1:8080/",
        "http://::1:8080/,                 ::1,       http://[::1]:8080/",
        "https://192.168.1.2:8443/app/,    0.0.0.0,   https://127.0.0.1:8443/app/"})
    void theUrlIsOneThatCanBeCalled(String fromServer, String host, String expected) {
        assertEquals(expected, Server.reachable(fromServer, host));
    }

    @Test
    void aTakenPortAndAnUnknownHostAreNoticed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Exception e = assertThrows(StartException.class, () -> Server.checkPort("127.0.0.1", port));
            assertTrue(e.getMessage().startsWith("cannot listen on 127.0.0.1 port " + port), e.getMessage());
        }
        assertThrows(StartException.class, () -> Server.checkPort("no.such.host.invalid", 0));
    }
}
