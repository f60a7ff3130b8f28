package io.github.jsonrpcwhiteboard.itest.web;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.itest.confluence.Wiki;

/** What the launcher's endpoints say of themselves, held against the official tools of OpenRPC and TypeScript. */
@ExtendWith(Wiki.Shared.class)
class ConformityIT {

    @TempDir
    private Path directory;

    @Test
    void theOfficialToolsAgree(Wiki wiki) throws Exception {
        Node.assumeInstalled();
        Node.test("conformity.test.mjs", wiki, directory, Map.of("NPM_MODULES", Node.assumeModules().toString()));
    }
}
