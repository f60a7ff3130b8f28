package io.github.jsonrpcwhiteboard.operations;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;

/**
 * Commands of a Gogo shell, which finds them by their service properties: the public methods, so the class is public
 * too.
 */
public final class Commands {

    private static final String[] FUNCTIONS = {"list", "describe", "call", "failed"};

    private final JsonRpcServiceRuntime runtime;

    private Commands(JsonRpcServiceRuntime runtime) {
        this.runtime = runtime;
    }

    static Runnable register(BundleContext context, JsonRpcServiceRuntime runtime) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.command.scope", "jsonrpc");
        properties.put("osgi.command.function", FUNCTIONS);
        ServiceRegistration<Commands> registration = context.registerService(Commands.class, new Commands(runtime),
                properties);
        return registration::unregister;
    }

    /**
     * Lists the endpoints.
     *
     * @return a table
     */
    public String list() {
        return Views.list(runtime.getRuntimeDTO()).toString();
    }

    /**
     * Tells all of an endpoint.
     *
     * @param path the path of the endpoint
     * @return what it declares, and a table of its methods
     */
    public String describe(String path) {
        return Stream.of(runtime.getRuntimeDTO().endpoints).filter(endpoint -> endpoint.path.equals(path)).findFirst()
                .map(endpoint -> Views.facts(endpoint) + "\n" + Views.methods(endpoint))
                .orElseThrow(() -> new IllegalArgumentException("there is no endpoint " + path));
    }

    /**
     * Calls a method with all rights.
     *
     * @param path the path of the endpoint
     * @param method the method
     * @param arguments JSON; text that is not JSON stands for itself
     * @return the result or the error as JSON
     * @throws JsonProcessingException if the answer is not JSON
     */
    public String call(String path, String method, Object... arguments) throws JsonProcessingException {
        ObjectNode request = Json.MAPPER.createObjectNode().put("jsonrpc", "2.0").put("method", method).put("id", 1);
        ArrayNode params = request.putArray("params");
        for (Object argument : arguments) {
            params.add(json(argument));
        }
        JsonNode answer = Json.MAPPER.readTree(runtime.call(path, request.toString()));
        return (answer.has("error") ? "error " + answer.get("error").toPrettyString()
                : answer.get("result").toPrettyString()) + "\n";
    }

    /** The shell makes lists, maps and numbers of its own of what is not quoted. */
    private static JsonNode json(Object argument) {
        if (!(argument instanceof CharSequence text)) {
            return Json.MAPPER.valueToTree(argument);
        }
        try {
            JsonNode json = Json.MAPPER.readTree(text.toString());
            return json.isMissingNode() ? Json.MAPPER.getNodeFactory().textNode(text.toString()) : json;
        } catch (JsonProcessingException e) {
            return Json.MAPPER.getNodeFactory().textNode(text.toString());
        }
    }

    /**
     * Lists the services that are no endpoints because their declaration cannot be used.
     *
     * @return a table
     */
    public String failed() {
        return Views.failed(runtime.getRuntimeDTO()).toString();
    }

    /** Initialised with the first call: all of Jackson would be a part of each start. */
    private static final class Json {

        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    }
}
