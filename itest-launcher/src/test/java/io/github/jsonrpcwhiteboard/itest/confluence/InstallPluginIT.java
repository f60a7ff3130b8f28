package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.launcher.PluginJar;

/** Where it is configured that plugins may be installed. */
class InstallPluginIT {

    @TempDir
    private static Path directory;
    private static Wiki wiki;

    @BeforeAll
    static void start() throws IOException {
        Path conf = Wiki.conf(directory.resolve("conf"), "installPlugins = true", "darkFeatures = night, cave");
        wiki = Wiki.start(directory.resolve("data"), null, conf);
    }

    @AfterAll
    static void stop() {
        wiki.close();
    }

    private static String echo(String endpoint) {
        return wiki.nobody().post("rpc/json-rpc/" + endpoint + "/echo", "[\"hello\"]").body();
    }

    @Test
    void theEndpointOfAPluginAnswers() throws IOException {
        byte[] jar = Files.readAllBytes(PluginJar.endpoint(directory.resolve("shop.jar"), "shop", true));
        assertTrue(wiki.admin().call("installPlugin", "shop.jar", jar).asBoolean());
        assertEquals("\"hello\"", echo("shop"));
        assertTrue(wiki.admin().call("isPluginEnabled", "shop").asBoolean());
        assertTrue(wiki.admin().call("installPlugin", "shop.jar", jar).asBoolean(), "again: an update");
        assertEquals("\"hello\"", echo("shop"));
        byte[] broken = Files.readAllBytes(PluginJar.throwing(directory.resolve("broken.jar"), "shop"));
        assertEquals("RemoteException: The plugin shop does not start: java.lang.ArithmeticException: / by zero",
                wiki.admin().refused("installPlugin", "shop.jar", broken));
        assertEquals("\"hello\"", echo("shop"));
    }

    @Test
    void aPluginThatDoesNotStartIsNotLeftThere() throws IOException {
        byte[] jar = Files.readAllBytes(PluginJar.throwing(directory.resolve("bad.jar"), "bad"));
        assertTrue(wiki.admin().refused("installPlugin", "bad.jar", jar).endsWith("/ by zero"));
        assertFalse(wiki.admin().call("isPluginInstalled", "bad").asBoolean());
    }

    @Test
    void thePluginsOfTheServerStay() throws IOException {
        byte[] jar = Files.readAllBytes(PluginJar.endpoint(directory.resolve("whiteboard.jar"),
                "io.github.jsonrpcwhiteboard", true));
        assertEquals("RemoteException: The plugin io.github.jsonrpcwhiteboard belongs to the server: it cannot be"
                + " replaced.", wiki.admin().refused("installPlugin", "whiteboard.jar", jar));
    }

    @Test
    void onlyAdministratorsInstall() {
        assertEquals("NotPermittedException: You're not permitted to install plugins.",
                wiki.user("ann").refused("installPlugin", "shop.jar", new byte[1]));
    }

    @Test
    void darkFeaturesAreThoseConfigured() {
        assertTrue(wiki.admin().call("isDarkFeatureEnabled", "night").asBoolean());
        assertTrue(wiki.admin().call("isDarkFeatureEnabled", "cave").asBoolean());
        assertFalse(wiki.admin().call("isDarkFeatureEnabled", "day").asBoolean());
    }
}
