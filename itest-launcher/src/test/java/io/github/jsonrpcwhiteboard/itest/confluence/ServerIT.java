package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class ServerIT {

    private static final String PLUGIN = "io.github.jsonrpcwhiteboard.example.confluence";

    private final String url;
    private final WikiClient admin;
    private final WikiClient ann;
    private final WikiClient bob;

    ServerIT(Wiki wiki) {
        this.url = wiki.url();
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
        this.bob = wiki.user("bob");
    }

    @Test
    void getServerInfoTellsTheVersion() {
        JsonNode info = ann.call("getServerInfo");
        assertEquals(1, info.get("majorVersion").asInt());
        assertEquals(url, info.get("baseUrl").asText() + "/");
    }

    @Test
    void thereIsOneNode() {
        JsonNode cluster = ann.call("getClusterInformation");
        assertFalse(cluster.get("running").asBoolean());
        assertEquals(1, cluster.get("memberCount").asInt());
    }

    @Test
    void getClusterNodeStatusesIsForAdministrators() {
        JsonNode node = admin.call("getClusterNodeStatuses").get(0);
        assertTrue(node.get("jvmStats").get("uptime").asLong() > 0);
        assertTrue(node.get("props").get("bundles").asInt() > 10);
        assertEquals(PLUGIN, node.get("buildStats").get("bundle").asText());
        assertEquals("NotPermittedException: You're not permitted to see how the server is doing.",
                ann.refused("getClusterNodeStatuses"));
    }

    @Test
    void bundlesArePlugins() {
        assertTrue(ann.call("isPluginInstalled", PLUGIN).asBoolean());
        assertTrue(ann.call("isPluginEnabled", PLUGIN).asBoolean());
        assertFalse(ann.call("isPluginInstalled", "no.such.plugin").asBoolean());
        assertFalse(ann.call("isPluginEnabled", "no.such.plugin").asBoolean());
        assertEquals("RemoteException: The key of the plugin is missing.",
                ann.refused("isPluginInstalled", (Object) null));
        assertEquals("RemoteException: The key of the plugin is missing.",
                ann.refused("isPluginEnabled", (Object) null));
    }

    @Test
    void installPluginIsOffUnlessConfigured() {
        assertEquals("NotPermittedException: You're not permitted to install plugins.",
                ann.refused("installPlugin", "plugin.jar", new byte[1]));
        assertEquals("NotPermittedException: Plugins cannot be installed here: the setting installPlugins is off.",
                admin.refused("installPlugin", "plugin.jar", new byte[1]));
    }

    @Test
    void darkFeaturesAreOffUnlessConfigured() {
        assertFalse(ann.call("isDarkFeatureEnabled", "anything").asBoolean());
        assertEquals("RemoteException: The key of the feature is missing.",
                ann.refused("isDarkFeatureEnabled", (Object) null));
    }

    @Test
    void activitiesAreShownToAdministrators() {
        String key = Wiki.unique("activity");
        assertTrue(ann.call("startActivity", key, "ann").asBoolean());
        assertFalse(ann.call("startActivity", key, "ann").asBoolean());
        assertTrue(activities().contains("ann: " + key), activities());
        String message = "NotPermittedException: You're not permitted to say what somebody else does.";
        assertEquals(message, bob.refused("startActivity", key, "ann"));
        assertEquals(message, bob.refused("stopActivity", key, "ann"));
        assertTrue(ann.call("stopActivity", key, "ann").asBoolean());
        assertFalse(admin.call("stopActivity", key, "ann").asBoolean());
        assertFalse(activities().contains(key), activities());
    }

    private String activities() {
        return admin.call("getClusterNodeStatuses").get(0).get("props").get("activities").asText();
    }
}
