package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.basic;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.net.http.HttpResponse;

import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.BundleException;

/** The page that the bundle for operators adds to a Web Console. */
public class WebConsoleIT extends InContainer {

    private static final String PAGE = "system/console/jsonrpc";

    /** The published interface. */
    public interface Echo {

        /**
         * Answers.
         *
         * @param value anything
         * @return the same
         */
        String echo(String value);
    }

    /**
     * The container with a console.
     *
     * @return its options
     */
    @Override
    @Configuration
    public Option[] container() {
        return options(Containers.host(Containers.BOTH), Containers.webConsole(), Containers.whiteboard(),
                Containers.operations());
    }

    private HttpResponse<String> page() {
        return http.send(http.at(PAGE).headers(basic("admin", "admin")));
    }

    /** What works, what does not, and who waits; as text whatever a plugin calls itself. */
    @Test
    public void thePageShowsWhatThereIs() {
        Echo service = value -> value;
        register(Echo.class, service, open("echo", "rpc.title", "<script>alert(1)</script>"));
        register(Echo.class, service, open("echo", "rpc.title", "In the shadow"));
        register(Echo.class, service, open("bad//<path>"));
        http.light("echo/echo", "[\"a\"]");
        http.lightError(-32602, "echo/echo", "[]");
        assertEquals(401, http.send(http.at(PAGE)).statusCode());
        HttpResponse<String> answer = page();
        String page = answer.body();
        assertEquals(page, 200, answer.statusCode());
        assertTrue(page, page.contains("1 endpoints, 1 shadowed, 1 failed services"));
        assertTrue(page, page.contains("<tr><td>echo</td><td>live</td><td>1</td><td>2</td><td>1</td><td>0</td>"));
        assertTrue(page, page.contains("<td>&lt;script&gt;alert(1)&lt;/script&gt;</td></tr>"));
        assertFalse(page, page.contains("<script>alert"));
        assertTrue(page, page.matches("(?s).*<tr><td>echo</td><td>shadowed</td>.*<td>In the shadow</td></tr>.*"));
        assertTrue(page, page.contains("<td>bad//&lt;path&gt;</td><td>BAD_PATH</td>"));
        assertTrue(page, page.contains("<td>-32602: 1</td>"));
        assertTrue("the console's own page is around it", page.contains("system/console/bundles"));
    }

    /**
     * The page goes with its bundle, and comes back with it.
     *
     * @throws BundleException if it cannot be stopped or started
     */
    @Test
    public void thePageGoesAndComes() throws BundleException {
        assertEquals(200, page().statusCode());
        operations().stop();
        assertEquals(404, page().statusCode());
        operations().start();
        assertEquals(200, page().statusCode());
    }
}
