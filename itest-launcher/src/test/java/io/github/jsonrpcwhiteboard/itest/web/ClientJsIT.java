package io.github.jsonrpcwhiteboard.itest.web;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.itest.confluence.Wiki;

/** The JavaScript client as the server hands it out, tested by Node's own test runner. */
@ExtendWith(Wiki.Shared.class)
class ClientJsIT {

    @TempDir
    private Path directory;

    @Test
    void theTestsInJavaScriptPass(Wiki wiki) throws Exception {
        Node.assumeInstalled();
        Node.test("client.test.mjs", wiki, directory, Map.of());
    }
}
