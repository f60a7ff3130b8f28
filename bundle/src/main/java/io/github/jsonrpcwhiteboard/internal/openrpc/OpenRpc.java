package io.github.jsonrpcwhiteboard.internal.openrpc;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.jsonrpcwhiteboard.JsonRpcExample;
import io.github.jsonrpcwhiteboard.JsonRpcException;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.binding.RpcMethod;
import io.github.jsonrpcwhiteboard.internal.binding.RpcParameter;

/**
 * Writes the OpenRPC document of an endpoint (OpenRPC 1.3.2). An overloaded method is listed once for each of its
 * signatures, under a name that tells them apart and by which it can be called.
 */
public final class OpenRpc {

    private static final String VERSION = "1.3.2";
    /** The code of exceptions that a method declares. */
    private static final int DECLARED = 500;

    private final ObjectMapper mapper;
    private final MethodTable methods;
    private final ObjectNode definitions;
    private final OutputSchemas output;
    private final InputSchemas input;

    private OpenRpc(MethodTable methods) {
        this.mapper = methods.mapper();
        this.methods = methods;
        this.definitions = mapper.createObjectNode();
        this.output = new OutputSchemas(mapper, definitions);
        this.input = new InputSchemas(mapper, definitions, output);
    }

    /**
     * What a document says of its service as a whole.
     *
     * @param title for people
     * @param description for people, may be empty
     * @param version for people
     * @param url where it is called
     */
    public record Info(String title, String description, String version, String url) {
    }

    /**
     * Writes a document.
     *
     * @param info about the service
     * @param methods its methods
     * @param shown by their names, those that the reader may call
     * @return the document
     */
    public static ObjectNode document(Info info, MethodTable methods, Predicate<String> shown) {
        return new OpenRpc(methods).write(info, shown);
    }

    private ObjectNode write(Info info, Predicate<String> shown) {
        ObjectNode document = mapper.createObjectNode().put("openrpc", VERSION);
        ObjectNode about = document.putObject("info").put("title", info.title());
        putIfAny(about, "description", info.description());
        about.put("version", info.version());
        document.putArray("servers").addObject().put("name", info.title()).put("url", info.url());
        ArrayNode list = document.putArray("methods");
        for (Map.Entry<String, RpcMethod> entry : methods.uniqueNames().entrySet()) {
            if (shown.test(entry.getValue().name())) {
                list.add(method(entry.getKey(), entry.getValue()));
            }
        }
        document.putObject("components").set("schemas", definitions);
        return document;
    }

    private ObjectNode method(String name, RpcMethod method) {
        Method java = method.javaMethod();
        ObjectNode node = mapper.createObjectNode().put("name", name);
        Descriptions.of(java).ifPresent(text -> node.put("summary", Descriptions.summary(text))
                .put("description", text));
        if (java.isAnnotationPresent(Deprecated.class)
                || java.getDeclaringClass().isAnnotationPresent(Deprecated.class)) {
            node.put("deprecated", true);
        }
        node.put("paramStructure", method.hasNames() ? "either" : "by-position");
        ArrayNode params = node.putArray("params");
        for (RpcParameter parameter : method.parameters()) {
            params.add(parameter(java.getParameters()[parameter.slot()], parameter));
        }
        ObjectNode result = node.putObject("result").put("name", method.name() + "Result");
        result.set("schema", output.schema(method.valueType()));
        errors(node, java);
        examples(node, method);
        node.put("x-java-signature", method.signature());
        return node;
    }

    private ObjectNode parameter(Parameter java, RpcParameter parameter) {
        ObjectNode node = mapper.createObjectNode()
                .put("name", parameter.name() == null ? "arg" + parameter.index() : parameter.name());
        Descriptions.of(java).ifPresent(text -> node.put("description", text));
        node.put("required", !parameter.isOptional());
        node.set("schema", input.schema(parameter.type()));
        return node;
    }

    /** All declared exceptions have one code, so there is one error, whose data lists them. */
    private static void errors(ObjectNode node, Method java) {
        List<String> types = Arrays.stream(java.getExceptionTypes())
                .filter(type -> type != Exception.class && type != Throwable.class
                        && !JsonRpcException.class.isAssignableFrom(type))
                .map(Class::getName).toList();
        if (!types.isEmpty()) {
            ArrayNode exceptions = node.putArray("errors").addObject().put("code", DECLARED)
                    .put("message", "An exception that the method declares").putObject("data").putArray("exceptions");
            types.forEach(exceptions::add);
        }
    }

    private void examples(ObjectNode node, RpcMethod method) {
        JsonRpcExample[] given = method.javaMethod().getAnnotationsByType(JsonRpcExample.class);
        if (given.length == 0) {
            return;
        }
        ArrayNode examples = node.putArray("examples");
        for (JsonRpcExample example : given) {
            try {
                ArrayNode arguments = (ArrayNode) mapper.readTree(example.params());
                ObjectNode pairing = mapper.createObjectNode().put("name", example.name());
                ArrayNode params = pairing.putArray("params");
                for (int i = 0; i < arguments.size(); i++) {
                    String name = node.path("params").path(i).path("name").asText("arg" + i);
                    params.addObject().put("name", name).set("value", arguments.get(i));
                }
                pairing.putObject("result").put("name", "result").set("value", mapper.readTree(example.result()));
                examples.add(pairing);
            } catch (JsonProcessingException | ClassCastException e) {
                throw new IllegalArgumentException("an example of " + method.signature() + " is no JSON", e);
            }
        }
    }

    private static void putIfAny(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}
