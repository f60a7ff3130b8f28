package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteClusterInformation;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

class ServerTest {

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String refusal(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    @Test
    void thereIsOneNode() throws Exception {
        RemoteClusterInformation cluster = service.getClusterInformation(TOKEN);
        assertFalse(cluster.isRunning());
        assertEquals(1, cluster.getMemberCount());
        assertEquals("", cluster.getName());
        assertEquals("Not a cluster: one node serves the whole site.", cluster.getDescription());
        assertEquals(null, cluster.getMulticastAddress());
        assertEquals(null, cluster.getMulticastPort());
    }

    @Test
    void theStatusOfTheNodeIsForAdministrators() {
        assertEquals("You're not permitted to see how the server is doing.",
                assertThrows(NotPermittedException.class, () -> service.getClusterNodeStatuses(TOKEN)).getMessage());
    }

    @Test
    void darkFeaturesAreThoseConfigured() throws Exception {
        assertTrue(service.isDarkFeatureEnabled(TOKEN, "dark"));
        assertFalse(service.isDarkFeatureEnabled(TOKEN, "Dark"));
        assertFalse(service.isDarkFeatureEnabled(TOKEN, ""));
        assertEquals("The key of the feature is missing.", refusal(() -> service.isDarkFeatureEnabled(TOKEN, null)));
    }

    @Test
    void pluginsAreInstalledOnlyWhereThatIsConfigured() {
        assertEquals("You're not permitted to install plugins.",
                refusal(() -> service.installPlugin(TOKEN, "a.jar", new byte[0])));
        site.asAdministrator();
        assertEquals("Plugins cannot be installed here: the setting installPlugins is off.",
                assertThrows(NotPermittedException.class, () -> service.installPlugin(TOKEN, null, null))
                        .getMessage());
    }

    @Test
    void aPluginIsAskedForByItsKey() {
        assertEquals("The key of the plugin is missing.", refusal(() -> service.isPluginInstalled(TOKEN, null)));
        assertEquals("The key of the plugin is missing.", refusal(() -> service.isPluginEnabled(TOKEN, null)));
    }

    @Test
    void anActivityIsNotedOnce() throws Exception {
        assertTrue(service.startActivity(TOKEN, "edit", "alice"));
        assertFalse(service.startActivity(TOKEN, "edit", "ALICE"));
        assertTrue(service.startActivity(TOKEN, "EDIT", "alice"));
        assertTrue(service.stopActivity(TOKEN, "edit", "Alice"));
        assertFalse(service.stopActivity(TOKEN, "edit", "alice"));
        assertTrue(service.startActivity(TOKEN, "edit", "alice"));
    }

    @Test
    void whatOthersDoOnlyAdministratorsSay() throws Exception {
        service.startActivity(TOKEN, "edit", "alice");
        site.as("bob");
        String message = "You're not permitted to say what somebody else does.";
        assertEquals(message, refusal(() -> service.startActivity(TOKEN, "edit", "alice")));
        assertEquals(message, refusal(() -> service.stopActivity(TOKEN, "edit", "alice")));
        assertEquals(message, refusal(() -> service.startActivity(TOKEN, "edit", "nobody")));
        site.asAdministrator();
        assertTrue(service.stopActivity(TOKEN, "edit", "alice"));
        assertEquals("There is no user nobody.", refusal(() -> service.startActivity(TOKEN, "edit", "nobody")));
    }

    @Test
    void anActivityHasAKeyAndAUser() {
        assertEquals("The key of the activity is missing.",
                refusal(() -> service.startActivity(TOKEN, null, "alice")));
        assertEquals("The key of the activity is empty.", refusal(() -> service.stopActivity(TOKEN, " ", "alice")));
        assertEquals("The key of the activity is longer than 255 characters.",
                refusal(() -> service.startActivity(TOKEN, "x".repeat(256), "alice")));
        assertEquals("The name of the user is missing.", refusal(() -> service.startActivity(TOKEN, "edit", null)));
        assertEquals("The name of the user is missing.", refusal(() -> service.stopActivity(TOKEN, "edit", null)));
    }
}
