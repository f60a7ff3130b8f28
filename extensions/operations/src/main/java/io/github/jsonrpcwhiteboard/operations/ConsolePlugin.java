package io.github.jsonrpcwhiteboard.operations;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Dictionary;
import java.util.Hashtable;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.felix.webconsole.servlet.AbstractServlet;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.RuntimeDTO;

/** A page of the Felix Web Console, which puts its own around it and decides who may see it. */
final class ConsolePlugin extends AbstractServlet {

    private static final long serialVersionUID = 1L;

    private static final String TABLE = "nicetable";

    private final transient JsonRpcServiceRuntime runtime;

    private ConsolePlugin(JsonRpcServiceRuntime runtime) {
        this.runtime = runtime;
    }

    static Runnable register(BundleContext context, JsonRpcServiceRuntime runtime) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(ServletConstants.PLUGIN_LABEL, "jsonrpc");
        properties.put(ServletConstants.PLUGIN_TITLE, "JSON-RPC");
        properties.put(ServletConstants.PLUGIN_CATEGORY, "OSGi");
        ServiceRegistration<Servlet> registration = context.registerService(Servlet.class, new ConsolePlugin(runtime),
                properties);
        return registration::unregister;
    }

    @Override
    public void renderContent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RuntimeDTO state = runtime.getRuntimeDTO();
        PrintWriter page = response.getWriter();
        page.printf("<p class=\"statline\">%d endpoints, %d shadowed, %d failed services</p>%n",
                state.endpoints.length, state.shadowed.length, state.failed.length);
        page.print(Views.list(state).html(TABLE));
        if (state.failed.length > 0) {
            page.print("<h2>Failed services</h2>\n");
            page.print(Views.failed(state).html(TABLE));
        }
        page.print("<h2>Endpoints</h2>\n");
        for (EndpointDTO endpoint : state.endpoints) {
            page.printf("<details><summary>%s</summary>%n", Table.escape(endpoint.path));
            page.print(Views.facts(endpoint).html(TABLE));
            page.print(Views.methods(endpoint).html(TABLE));
            page.print("</details>\n");
        }
    }
}
