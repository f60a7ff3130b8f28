package io.github.jsonrpcwhiteboard.internal.openrpc;

import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.jsonrpcwhiteboard.internal.binding.TypeNames;

/**
 * JSON Schemas (draft 7) of Java types in one direction: as they are written, or as they are read. What a type looks
 * like is not guessed from its members but asked of the very serializers and deserializers that do the work. Beans are
 * definitions, which others refer to. For one document and one thread.
 */
abstract class Schemas {

    static final String DEFINITIONS = "#/components/schemas/";

    private static final Map<Class<?>, Class<?>> OPTIONAL_CONTENT = Map.of(OptionalInt.class, Integer.class,
            OptionalLong.class, Long.class, OptionalDouble.class, Double.class);
    private static final Map<Class<?>, Integer> BITS = Map.of(byte.class, 8, Byte.class, 8, short.class, 16,
            Short.class, 16, int.class, 32, Integer.class, 32, long.class, 64, Long.class, 64);

    private static final Map<Class<?>, String> FORMATS = Map.of(LocalDate.class, "date", Duration.class, "duration",
            Period.class, "duration", UUID.class, "uuid", URI.class, "uri", URL.class, "uri");
    /** What is no format of JSON Schema tells a person what to write: validators refuse formats they do not know. */
    private static final Map<Class<?>, String> TITLES = Map.of(LocalTime.class, "local time",
            LocalDateTime.class, "local date and time", ZoneId.class, "time zone", ZoneOffset.class, "time zone",
            Locale.class, "language tag", Currency.class, "currency code");
    /** What a point in time can be: as far as JavaScript's dates go. */
    private static final long MAX_MILLIS = 8_640_000_000_000_000L;

    final ObjectMapper mapper;
    private final ObjectNode definitions;
    private final Map<String, String> names = new HashMap<>();

    /** @param definitions gets the definitions, which those of the other direction may share */
    Schemas(ObjectMapper mapper, ObjectNode definitions) {
        this.mapper = mapper;
        this.definitions = definitions;
    }

    /** The schema of a type, which includes null if a value may be. */
    final ObjectNode schema(JavaType type) {
        if (type.hasRawClass(void.class) || type.hasRawClass(Void.class)) {
            return of("null");
        }
        ObjectNode schema = value(type);
        return type.isPrimitive() ? schema : orNull(schema);
    }

    /** The schema of a type whose values are not null. */
    final ObjectNode value(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (OPTIONAL_CONTENT.containsKey(raw)) {
            return value(mapper.constructType(OPTIONAL_CONTENT.get(raw)));
        }
        if (type.isReferenceType()) {
            return value(type.getContentType());
        }
        if (raw == byte[].class) {
            return of("string").put("contentEncoding", "base64");
        }
        if (type.isJavaLangObject() || JsonNode.class.isAssignableFrom(raw)) {
            return mapper.createObjectNode();
        }
        try {
            return described(type);
        } catch (JsonMappingException | RuntimeException e) {
            // a type that can be described by nobody can still be used
            return mapper.createObjectNode();
        }
    }

    /** What the mapper does with values of this type, which is neither a container of one value nor any value. */
    abstract ObjectNode described(JavaType type) throws JsonMappingException;

    /** Tells the definitions of both directions apart where they differ. */
    abstract String definitionName(String typeName);

    final ObjectNode of(String type) {
        return mapper.createObjectNode().put("type", type);
    }

    final ObjectNode array(JavaType content) {
        ObjectNode schema = of("array");
        schema.set("items", schema(content));
        return schema;
    }

    final ObjectNode map(JavaType type) {
        ObjectNode schema = of("object");
        JavaType key = type.getKeyType();
        if (key != null && BITS.containsKey(key.getRawClass())) {
            schema.putObject("propertyNames").put("pattern", "^-?[0-9]+$");
        } else if (key != null && key.isEnumType()) {
            schema.set("propertyNames", enumeration(key));
        }
        schema.set("additionalProperties", schema(type.getContentType()));
        return schema;
    }

    /** A point in time. */
    final ObjectNode millis() {
        return of("integer").put("title", "milliseconds since 1970").put("minimum", -MAX_MILLIS)
                .put("maximum", MAX_MILLIS);
    }

    final ObjectNode integer(JavaType type) {
        ObjectNode schema = of("integer");
        Integer bits = BITS.get(type.getRawClass());
        if (bits != null) {
            BigInteger beyond = BigInteger.ONE.shiftLeft(bits - 1);
            schema.put("minimum", beyond.negate().longValueExact());
            schema.put("maximum", beyond.subtract(BigInteger.ONE).longValueExact());
        }
        return schema;
    }

    /** A text, of a format if the type has one. */
    final ObjectNode text(JavaType type) {
        ObjectNode schema = of("string");
        if (FORMATS.containsKey(type.getRawClass())) {
            schema.put("format", FORMATS.get(type.getRawClass()));
        } else if (TITLES.containsKey(type.getRawClass())) {
            schema.put("title", TITLES.get(type.getRawClass()));
        }
        if (type.hasRawClass(char.class) || type.hasRawClass(Character.class)) {
            schema.put("minLength", 1).put("maxLength", 1);
        }
        return schema;
    }

    /** The texts that stand for the constants of an enum. */
    final ObjectNode enumeration(JavaType type) {
        ObjectNode schema = mapper.createObjectNode();
        ArrayNode values = schema.putArray("enum");
        for (Object constant : type.getRawClass().getEnumConstants()) {
            values.add(mapper.<JsonNode>valueToTree(constant));
        }
        return schema;
    }

    /** A reference to the definition of a bean, which is made when it is referred to for the first time. */
    final ObjectNode definition(JavaType type, Definition definition) throws JsonMappingException {
        String name = names.get(type.toCanonical());
        if (name == null) {
            name = newName(type);
            names.put(type.toCanonical(), name);
            ObjectNode schema = of("object").put("title", TypeNames.simple(type));
            Descriptions.of(type.getRawClass()).ifPresent(text -> schema.put("description", text));
            definitions.set(name, schema);
            definition.fill(schema);
        }
        return mapper.createObjectNode().put("$ref", DEFINITIONS + name);
    }

    /** Adds the members of an object. */
    interface Definition {

        void fill(ObjectNode schema) throws JsonMappingException;
    }

    private String newName(JavaType type) {
        String simple = definitionName(nameOf(TypeNames.simple(type)));
        return definitions.has(simple) ? definitionName(nameOf(TypeNames.full(type))) : simple;
    }

    /** What a key of components may consist of. */
    private static String nameOf(String type) {
        return type.replace("[]", "Array").replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("-$", "");
    }

    /** The same, and null. */
    final ObjectNode orNull(ObjectNode schema) {
        if (schema.isEmpty()) {
            return schema;
        }
        if (schema.path("type").isTextual()) {
            String type = schema.get("type").textValue();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        if (schema.path("enum").isArray()) {
            ((ArrayNode) schema.get("enum")).addNull();
            return schema;
        }
        ObjectNode either = mapper.createObjectNode();
        either.putArray("anyOf").add(schema).add(of("null"));
        return either;
    }
}
