package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteNodeStatus;
import io.github.jsonrpcwhiteboard.example.confluence.internal.host.Host;
import io.github.jsonrpcwhiteboard.example.confluence.internal.host.ToldActivator;

/** In a framework without anything else. */
@Timeout(60)
class InstallPluginTest {

    private static final String NAME = "told";
    private static final String BROKEN = "The plugin told does not start: ";
    private static final String NO_BUNDLE =
            "The plugin is not an OSGi bundle: it has no manifest with a Bundle-SymbolicName.";

    @TempDir
    private Path cache;
    private Framework framework;
    private BundleContext context;
    private TestSite site;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "", "felix.log.level", "0"));
        framework.start();
        Bundle self = framework.getBundleContext().installBundle("self", new ByteArrayInputStream(
                jar("self", Map.of())));
        self.start();
        context = self.getBundleContext();
        site = TestSite.on(new Host(context, true));
        site.asAdministrator();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        framework.stop();
        framework.waitForStop(0);
    }

    /** A plugin of the version, with a file that tells it as well. */
    private static byte[] plugin(String version, String... more) throws IOException {
        Map<String, String> headers = new Hashtable<>(Map.of(Constants.BUNDLE_VERSION, version,
                Constants.BUNDLE_ACTIVATOR, ToldActivator.class.getName(),
                Constants.IMPORT_PACKAGE, "org.osgi.framework"));
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return jar(NAME + "; singleton:=true", headers);
    }

    private static byte[] jar(String name, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        headers.forEach(attributes::putValue);
        String type = ToldActivator.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream code = ToldActivator.class.getResourceAsStream("ToldActivator.class")) {
            jar.putNextEntry(new ZipEntry(type));
            code.transferTo(jar);
            jar.putNextEntry(new ZipEntry("deep/in/version.txt"));
            jar.write(headers.getOrDefault(Constants.BUNDLE_VERSION, "").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private boolean install(byte[] data) throws RemoteException {
        return site.service.installPlugin(TOKEN, "told.jar", data);
    }

    private String refusal(byte[] data) {
        return assertThrows(RemoteException.class, () -> install(data)).getMessage();
    }

    private List<Bundle> installed() {
        return Arrays.stream(context.getBundles()).filter(bundle -> NAME.equals(bundle.getSymbolicName())).toList();
    }

    private void assertRuns(String version) throws Exception {
        assertTrue(site.service.isPluginInstalled(TOKEN, NAME));
        assertTrue(site.service.isPluginEnabled(TOKEN, NAME));
        assertEquals(1, installed().size());
        Bundle bundle = installed().get(0);
        assertEquals(version + ".0.0", bundle.getVersion().toString());
        assertEquals("confluence:told", bundle.getLocation());
        try (InputStream in = bundle.getEntry("deep/in/version.txt").openStream()) {
            assertEquals(version, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aPluginIsInstalledAndUpdated() throws Exception {
        assertFalse(site.service.isPluginInstalled(TOKEN, NAME));
        assertTrue(install(plugin("1")));
        assertRuns("1");
        assertTrue(install(plugin("2")));
        assertRuns("2");
        assertTrue(install(plugin("1")));
        assertRuns("1");
        installed().get(0).stop();
        assertFalse(site.service.isPluginEnabled(TOKEN, NAME));
        assertTrue(install(plugin("1")));
        assertRuns("1");
    }

    @Test
    void whatIsNoBundleIsRefused() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertEquals(NO_BUNDLE, refusal(new byte[0]));
        assertEquals(NO_BUNDLE, refusal("PK\3\4 and no more".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(NO_BUNDLE, refusal(zip.toByteArray()));
        assertEquals(NO_BUNDLE, refusal(jar(" ", Map.of())));
        assertEquals(NO_BUNDLE, refusal(plugin("1", Constants.BUNDLE_MANIFESTVERSION, "1")));
        assertEquals(NO_BUNDLE, refusal(Arrays.copyOf(plugin("1"), 100)));
        assertEquals("The data of the plugin is missing.", refusal(null));
        assertEquals("The file name of the plugin is missing.", assertThrows(RemoteException.class,
                () -> site.service.installPlugin(TOKEN, null, plugin("1"))).getMessage());
        assertEquals(2, context.getBundles().length);
    }

    @Test
    void aPluginThatDoesNotStartIsNotLeftInstalled() throws Exception {
        assertEquals(BROKEN + "java.lang.UnsupportedOperationException: as told",
                refusal(plugin("1", ToldActivator.FAILS, "start")));
        String unresolved = refusal(plugin("1", Constants.IMPORT_PACKAGE, "no.such.thing"));
        assertTrue(unresolved.startsWith(BROKEN) && unresolved.contains("no.such.thing"), unresolved);
        String fragment = refusal(plugin("1", Constants.FRAGMENT_HOST, "self"));
        assertTrue(fragment.startsWith(BROKEN), fragment);
        String unreadable = refusal(plugin("one"));
        assertTrue(unreadable.startsWith(BROKEN), unreadable);
        assertEquals(List.of(), installed());
    }

    @Test
    void anUpdateThatFailsLeavesTheOldOneRunning() throws Exception {
        install(plugin("1"));
        assertEquals(BROKEN + "java.lang.UnsupportedOperationException: as told",
                refusal(plugin("2", ToldActivator.FAILS, "start")));
        assertRuns("1");
        assertTrue(refusal(plugin("2", Constants.IMPORT_PACKAGE, "no.such.thing")).startsWith(BROKEN));
        assertRuns("1");
        assertTrue(refusal(plugin("two")).startsWith(BROKEN));
        assertRuns("1");
        installed().get(0).stop();
        refusal(plugin("2", ToldActivator.FAILS, "start"));
        assertEquals("1.0.0", installed().get(0).getVersion().toString());
        assertFalse(site.service.isPluginEnabled(TOKEN, NAME));
    }

    @Test
    void aPluginThatDoesNotStopIsReplaced() throws Exception {
        install(plugin("1", ToldActivator.FAILS, "stop"));
        install(plugin("2"));
        assertRuns("2");
    }

    @Test
    void aBundleOfTheServerStaysAsItIs() throws Exception {
        Bundle bundle = framework.getBundleContext().installBundle("elsewhere", new ByteArrayInputStream(plugin("1")));
        String message = "The plugin told belongs to the server: it cannot be replaced.";
        assertEquals(message, refusal(plugin("2")));
        assertEquals("1.0.0", bundle.getVersion().toString());
        assertEquals(List.of(bundle), installed());
    }

    @Test
    void aFragmentIsEnabledWhenItIsResolved() throws Exception {
        Bundle fragment = framework.getBundleContext().installBundle("fragment", new ByteArrayInputStream(
                jar("fragment", Map.of(Constants.FRAGMENT_HOST, NAME))));
        assertTrue(site.service.isPluginInstalled(TOKEN, "fragment"));
        assertFalse(site.service.isPluginEnabled(TOKEN, "fragment"));
        install(plugin("1"));
        assertEquals(Bundle.RESOLVED, fragment.getState());
        assertTrue(site.service.isPluginEnabled(TOKEN, "fragment"));
    }

    /** Else a plugin that itself calls this one while it starts would wait for the new caller to be written. */
    @Test
    void noLockIsHeldWhileAPluginStarts() throws Exception {
        context.registerService(Runnable.class, () -> CompletableFuture.runAsync(() -> {
            try {
                site.service.getSpaces(TOKEN);
            } catch (RemoteException e) {
                throw new CompletionException(e);
            }
        }).join(), null);
        assertTrue(install(plugin("1")));
    }

    @Test
    void aPluginThatDoesNotEndToStartHoldsNobodyUp() throws Exception {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        context.registerService(Runnable.class, () -> {
            starting.countDown();
            awaitLatch(goOn);
        }, null);
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(() -> {
            try {
                return install(plugin("1"));
            } catch (IOException | RemoteException e) {
                throw new CompletionException(e);
            }
        });
        awaitLatch(starting);
        assertEquals("Another plugin is being installed: try again later.", refusal(jar("other", Map.of())));
        goOn.countDown();
        assertTrue(slow.join());
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void administratorsSeeHowTheNodeIsDoing() throws Exception {
        site.service.startActivity(TOKEN, "edit", "admin");
        RemoteNodeStatus[] nodes = site.service.getClusterNodeStatuses(TOKEN);
        assertEquals(1, nodes.length);
        assertEquals(1, nodes[0].getNodeId());
        Map<String, String> jvm = nodes[0].getJvmStats();
        assertEquals(System.getProperty("java.version"), jvm.get("java.version"));
        assertTrue(Long.parseLong(jvm.get("heap.used")) > 0);
        assertTrue(Long.parseLong(jvm.get("heap.max")) > 0);
        assertTrue(Long.parseLong(jvm.get("uptime")) > 0);
        assertTrue(Integer.parseInt(jvm.get("threads")) > 0);
        assertEquals("2", nodes[0].getProps().get("bundles"));
        assertEquals("admin: edit", nodes[0].getProps().get("activities"));
        assertNotNull(nodes[0].getProps().get("os.name"));
        assertNotNull(nodes[0].getProps().get("timezone"));
        assertEquals(Map.of("bundle", "self", "version", "0.0.0", "framework", "org.apache.felix.framework",
                "framework.version", framework.getVersion().toString()), nodes[0].getBuildStats());
    }
}
