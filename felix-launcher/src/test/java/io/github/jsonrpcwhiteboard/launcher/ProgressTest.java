package io.github.jsonrpcwhiteboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void eachLineReplacesTheOneBefore() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        Progress progress = Progress.on(new PrintStream(terminal));
        progress.step("org.apache.felix.log", 1, 20);
        progress.show("plugins");
        progress.done();
        assertEquals("starting 1/20: org.apache.felix.log\u001b[K\rplugins\u001b[K\r\u001b[K\r", terminal.toString());
    }
}
