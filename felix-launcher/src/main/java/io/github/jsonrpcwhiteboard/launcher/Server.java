package io.github.jsonrpcwhiteboard.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The HTTP server and the whiteboard's place in it, as the running services tell them. */
final class Server {

    private static final String HTTP_RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
    private static final String JSON_RPC_RUNTIME = "io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime";
    private static final Pattern URL_PARTS = Pattern.compile("(?<scheme>https?://).*(?<port>:\\d+)(?<path>.*?)/?");
    private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::");
    private static final int PROBE_MILLIS = 2000;

    private final BundleContext context;
    private final String host;
    private final Duration limit;

    Server(BundleContext context, String host, Duration limit) {
        this.context = context;
        this.host = host;
        this.limit = limit;
    }

    /** Jetty would only log that the port is taken, and go on without HTTP. */
    static void checkPort(String host, int port) throws StartException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new StartException("cannot listen on " + host + " port " + port, e);
        }
    }

    /** Waits for HTTP. */
    void awaitStart() throws StartException, InterruptedException {
        if (!ServiceWait.until(context, limit, () -> url() != null && prefix() != null)) {
            String missing = url() == null ? "HTTP" : "the JSON-RPC whiteboard";
            throw new StartException(missing + " did not start in " + limit.toSeconds() + " s");
        }
    }

    /** Waits until the whiteboard answers over HTTP. */
    void awaitAnswer() throws StartException, InterruptedException {
        if (!ServiceWait.until(context, limit, this::answers)) {
            throw new StartException("no answer from " + endpoint(""));
        }
    }

    /** The server, with a slash at the end; null if it does not run. One without TLS if there is one. */
    String url() {
        ServiceReference<?> runtime = context.getServiceReference(HTTP_RUNTIME);
        if (runtime == null || !(runtime.getProperty("osgi.http.endpoint") instanceof String[] urls)) {
            return null;
        }
        return Arrays.stream(urls).min(Comparator.comparing(url -> url.startsWith("https:")))
                .map(url -> reachable(url, host)).orElse(null);
    }

    /** The server lists its network interfaces where it listens on all addresses, and some in no form for a URL. */
    static String reachable(String url, String host) {
        Matcher parts = URL_PARTS.matcher(url);
        if (!parts.matches()) {
            throw new IllegalStateException("not the URL of a server: " + url);
        }
        String name = WILDCARDS.contains(host) ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return parts.group("scheme") + name + parts.group("port") + parts.group("path") + "/";
    }

    /** The URL of an endpoint. */
    String endpoint(String path) {
        return url() + prefix().substring(1) + "/" + path;
    }

    /** The URL of the RPC Browser, which is beside the endpoints. */
    String browser() {
        return URI.create(endpoint("")).resolve("../browser/").toString();
    }

    /** What comes before the paths of endpoints; null if there is no whiteboard. Its types are not visible here. */
    private String prefix() {
        ServiceReference<?> reference = context.getServiceReference(JSON_RPC_RUNTIME);
        if (reference == null) {
            return null;
        }
        try {
            Object state = reference.getBundle().loadClass(JSON_RPC_RUNTIME).getMethod("getRuntimeDTO")
                    .invoke(context.getService(reference));
            return (String) state.getClass().getField("prefix").get(state);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a whiteboard of another version", e);
        } finally {
            context.ungetService(reference);
        }
    }

    /**
     * Asks what may be done there: the server alone would not answer 204. A refusal is JSON. The first call would do,
     * too, but has half the classes of the whiteboard loaded, which can wait.
     */
    private boolean answers() {
        if (url() == null || prefix() == null) {
            return false;
        }
        try {
            URL url = URI.create(endpoint("")).toURL();
            HttpURLConnection http = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            http.setConnectTimeout(PROBE_MILLIS);
            http.setReadTimeout(PROBE_MILLIS);
            http.setRequestMethod("OPTIONS");
            int status = http.getResponseCode();
            String type = http.getContentType();
            return status == HttpURLConnection.HTTP_NO_CONTENT
                    || status < 500 && type != null && type.startsWith("application/json");
        } catch (SSLException e) {
            return true; // a certificate that this JVM does not know is the operator's business; the server is there
        } catch (IOException e) {
            return false;
        }
    }
}
