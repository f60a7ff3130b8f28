package io.github.jsonrpcwhiteboard.operations;

import java.io.PrintWriter;
import java.util.Dictionary;
import java.util.Hashtable;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.felix.inventory.Format;
import org.apache.felix.inventory.InventoryPrinter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.RuntimeDTO;

/** The whiteboard in the inventory, as text and as JSON. */
final class Inventory implements InventoryPrinter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonRpcServiceRuntime runtime;

    private Inventory(JsonRpcServiceRuntime runtime) {
        this.runtime = runtime;
    }

    static Runnable register(BundleContext context, JsonRpcServiceRuntime runtime) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(NAME, "jsonrpc");
        properties.put(TITLE, "JSON-RPC");
        properties.put(FORMAT, new String[] {Format.TEXT.toString(), Format.JSON.toString()});
        ServiceRegistration<InventoryPrinter> registration = context.registerService(InventoryPrinter.class,
                new Inventory(runtime), properties);
        return registration::unregister;
    }

    @Override
    public void print(PrintWriter out, Format format, boolean isZip) {
        RuntimeDTO state = runtime.getRuntimeDTO();
        if (Format.JSON.equals(format)) {
            out.print(JSON.valueToTree(state).toString());
            return;
        }
        out.println(Views.list(state));
        for (EndpointDTO endpoint : state.endpoints) {
            out.println(Views.facts(endpoint));
            out.println(Views.methods(endpoint));
        }
        out.println("Failed services");
        out.print(Views.failed(state));
    }
}
