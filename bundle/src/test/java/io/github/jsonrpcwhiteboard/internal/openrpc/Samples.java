package io.github.jsonrpcwhiteboard.internal.openrpc;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes values that a schema admits, knowing nothing but the schema. */
final class Samples {

    private static final int MAX_DEPTH = 4;
    private static final int MAX_ITEMS = 3;

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final JsonNode definitions;
    private final Random random;

    Samples(JsonNode document, Random random) {
        this.definitions = document.at("/components/schemas");
        this.random = random;
    }

    JsonNode of(JsonNode schema) {
        return value(schema, 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().replace("#/components/schemas/", "");
            return value(definitions.required(name), depth);
        }
        if (schema.has("anyOf")) {
            JsonNode options = schema.get("anyOf");
            return value(options.get(depth > MAX_DEPTH ? options.size() - 1 : random.nextInt(options.size())), depth);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            boolean none = depth > MAX_DEPTH || random.nextInt(8) == 0;
            return none ? json.nullNode() : ofType(type.get(0).asText(), schema, depth);
        }
        return type.isTextual() ? ofType(type.asText(), schema, depth) : json.textNode("anything");
    }

    private JsonNode ofType(String type, JsonNode schema, int depth) {
        return switch (type) {
            case "null" -> json.nullNode();
            case "boolean" -> json.booleanNode(random.nextBoolean());
            case "integer" -> integer(schema);
            case "number" -> json.numberNode(random.nextInt(2_000_000) / 64.0 - 10_000);
            case "string" -> json.textNode(text(schema));
            case "array" -> array(schema, depth);
            default -> object(schema, depth);
        };
    }

    private JsonNode integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(Integer.MIN_VALUE);
        long most = schema.path("maximum").asLong(Integer.MAX_VALUE);
        return json.numberNode(switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> 0;
            default -> least + Math.floorMod(random.nextLong(), Math.max(1, most / 2 - least / 2));
        });
    }

    private String text(JsonNode schema) {
        if (schema.has("contentEncoding")) {
            byte[] bytes = new byte[random.nextInt(5)];
            random.nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        }
        return switch (schema.path("format").asText(schema.path("title").asText())) {
            case "date" -> LocalDate.ofEpochDay(random.nextInt(100_000)).toString();
            case "local time" -> LocalTime.ofSecondOfDay(random.nextInt(86_400)).toString();
            case "local date and time" -> LocalDate.ofEpochDay(random.nextInt(100_000))
                    .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400))).toString();
            case "duration" -> Duration.ofSeconds(random.nextInt(1_000_000)).toString();
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "" -> "t\u00e9xt".repeat(2).substring(0, schema.path("maxLength").asInt(random.nextInt(8)));
            default -> throw new AssertionError("no sample of " + schema);
        };
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = json.arrayNode();
        for (int i = depth > MAX_DEPTH ? 0 : random.nextInt(MAX_ITEMS); i > 0; i--) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = json.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (schema.path("required").toString().contains('"' + property.getKey() + '"')
                    || depth < MAX_DEPTH && random.nextInt(4) > 0) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        }
        if (schema.path("additionalProperties").isObject()) {
            for (int i = depth > MAX_DEPTH ? 0 : random.nextInt(MAX_ITEMS); i > 0; i--) {
                String key = schema.has("propertyNames") ? key(schema.get("propertyNames")) : "key" + i;
                object.set(key, value(schema.get("additionalProperties"), depth + 1));
            }
        }
        return object;
    }

    private String key(JsonNode names) {
        return names.has("enum") ? names.get("enum").get(0).asText() : Integer.toString(random.nextInt(100));
    }
}
