package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;

import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;

import io.github.jsonrpcwhiteboard.itest.plugin.Shop;

/** Nothing keeps the class loader of an uninstalled plugin alive. */
public class RedeployIT extends InContainer {

    private static final int TIMES = 200;
    private static final int KEPT = 20;
    private static final String ORDER = "{\"article\":\"cucumber\",\"colour\":\"GREEN\",\"date\":1700000000000,"
            + "\"size\":{\"width\":0.5,\"height\":2.0},\"more\":[{\"width\":1.0,\"height\":3.0}]}";

    /** Two hundred plugins come, are called in every way, and go; not one class loader stays. */
    @Test
    public void nothingStays() throws BundleException {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            loaders.add(new WeakReference<>(redeploy(i)));
        }
        assertEquals(0, alive(loaders, 0));
    }

    /** The control: what somebody does keep is seen. */
    @Test
    public void whatIsKeptIsSeen() throws BundleException {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        List<ClassLoader> kept = new ArrayList<>();
        for (int i = 0; i < 2 * KEPT; i++) {
            ClassLoader loader = redeploy(i);
            loaders.add(new WeakReference<>(loader));
            if (i % 2 == 0) {
                kept.add(loader);
            }
        }
        assertEquals(KEPT, alive(loaders, KEPT));
        assertEquals(KEPT, alive(loaders, 0, 3));
        Reference.reachabilityFence(kept);
    }

    /**
     * An update brings new classes behind an interface that stays; the old ones go, though the bundle does not.
     *
     * @throws BundleException if it cannot be updated
     */
    @Test
    public void nothingStaysOfWhatWasThereBeforeAnUpdate() throws BundleException {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        Bundle plugin = context.installBundle("memory:shop", jar("1.0.0"));
        try {
            plugin.start();
            for (int i = 1; i <= KEPT; i++) {
                plugin.update(jar("1.0." + i));
                call("1.0." + i);
                loaders.add(new WeakReference<>(plugin.adapt(BundleWiring.class).getClassLoader()));
            }
            assertEquals("the last", 1, alive(loaders, 1));
        } finally {
            plugin.uninstall();
        }
    }

    private ClassLoader redeploy(int i) throws BundleException {
        Bundle plugin = context.installBundle("memory:shop", jar("1.0." + i));
        try {
            plugin.start();
            call("1.0." + i);
            return plugin.adapt(BundleWiring.class).getClassLoader();
        } finally {
            plugin.uninstall();
        }
    }

    private static InputStream jar(String version) {
        return PluginJar.of(Shop.class, Map.of(
                "Bundle-Version", version,
                "Bundle-Activator", Shop.class.getName(),
                "Import-Package", "org.osgi.framework"));
    }

    private void call(String version) {
        assertEquals(version, http.light("shop/version", "").asText());
        assertEquals(Http.json(ORDER), http.light("shop/sell", ORDER));
        assertEquals(Http.json("{\"GREEN\":[" + ORDER + "]}"), http.light("shop/deliver", "[[" + ORDER + "]]"));
        assertEquals(Http.json("{\"width\":2.0,\"height\":4.0}"), http.light("largest/call", ""));
        String type = http.lightError(500, "shop/sell", "[{\"article\":\"tomato\",\"colour\":\"RED\"}]")
                .path("data").path("exception").asText();
        assertEquals(Shop.SoldOut.class.getName(), type);
        http.lightError(-32602, "shop/sell", "[{\"colour\":\"BLUE\"}]");
        http.lightError(-32603, "shop/sell", "[{}]");
        String call = "{\"jsonrpc\":\"2.0\",\"method\":\"sell\",\"params\":[" + ORDER + "]";
        String batch = "[" + call + ",\"id\":1}," + call + "}," + call + ",\"id\":2}]";
        assertEquals(2, http.light("shop", batch).size());
    }

    private static int alive(List<WeakReference<ClassLoader>> loaders, int wanted) {
        return alive(loaders, wanted, Integer.MAX_VALUE);
    }

    /** How many are left, as soon as it is not more than wanted, or the collector has had chances enough. */
    private static int alive(List<WeakReference<ClassLoader>> loaders, int wanted, int rounds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        int alive = loaders.size();
        for (int round = 0; alive > wanted && round < rounds && System.nanoTime() < end; round++) {
            System.gc();
            alive = (int) loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return alive;
    }
}
