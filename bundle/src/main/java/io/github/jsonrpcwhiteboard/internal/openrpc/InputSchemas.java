package io.github.jsonrpcwhiteboard.internal.openrpc;

import java.util.Iterator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;

/**
 * Types as arguments are read. Only the shape that one should send is described, not what is accepted besides, as text
 * for a number.
 */
final class InputSchemas extends Schemas {

    private final OutputSchemas written;

    /** @param written tells what is shown of a type and so may be sent back */
    InputSchemas(ObjectMapper mapper, ObjectNode definitions, OutputSchemas written) {
        super(mapper, definitions);
        this.written = written;
    }

    @Override
    String definitionName(String typeName) {
        return typeName + "Input";
    }

    @Override
    ObjectNode described(JavaType type) throws JsonMappingException {
        return read(type, null);
    }

    private DeserializationContext context() {
        return ((DefaultDeserializationContext) mapper.getDeserializationContext())
                .createDummyInstance(mapper.getDeserializationConfig());
    }

    /** @param given the deserializer of a member that has one of its own, or null */
    private ObjectNode read(JavaType type, JsonDeserializer<?> given) throws JsonMappingException {
        if (type.isMapLikeType()) {
            return map(type);
        }
        if (type.isArrayType() || type.isCollectionLikeType()) {
            return array(type.getContentType());
        }
        JsonDeserializer<?> reader = given == null ? context().findRootValueDeserializer(type) : given;
        if (reader instanceof BeanDeserializerBase bean) {
            return bean(type, bean);
        }
        if (type.hasRawClass(char.class) || type.hasRawClass(Character.class)) {
            return text(type); // Jackson takes it for a number, and a byte for something else
        }
        if (type.hasRawClass(byte.class) || type.hasRawClass(Byte.class)) {
            return integer(type);
        }
        LogicalType kind = reader.logicalType();
        return kind == null ? mapper.createObjectNode() : switch (kind) {
            case Integer -> integer(type);
            case Float -> of("number");
            case Boolean -> of("boolean");
            case Enum -> enumeration(type);
            case DateTime -> millis();
            case Textual, OtherScalar -> text(type);
            case Binary -> of("string").put("contentEncoding", "base64");
            default -> mapper.createObjectNode();
        };
    }

    private ObjectNode bean(JavaType type, BeanDeserializerBase reader) throws JsonMappingException {
        ValueInstantiator creator = reader.getValueInstantiator();
        if (creator.canCreateUsingDelegate()) {
            return value(creator.getDelegateType(mapper.getDeserializationConfig()));
        }
        if (creator.canCreateFromString() && !reader.properties().hasNext()) {
            return of("string");
        }
        return definition(type, schema -> fill(schema, type, reader));
    }

    /** In the order in which the members are written: a reader keeps them in none. */
    private void fill(ObjectNode schema, JavaType type, BeanDeserializerBase reader) throws JsonMappingException {
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = mapper.createArrayNode();
        for (String name : written.members(type)) {
            properties.putObject(name).put("readOnly", true);
        }
        for (Iterator<SettableBeanProperty> all = reader.properties(); all.hasNext();) {
            SettableBeanProperty property = all.next();
            ObjectNode member = member(property);
            Descriptions.describe(property.getMember(), member);
            properties.set(property.getName(), member);
            if (property.isRequired()) {
                required.add(property.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", takesOthers(type));
    }

    private boolean takesOthers(JavaType type) {
        BeanDescription bean = mapper.getDeserializationConfig().introspect(type);
        JsonIgnoreProperties.Value ignored = mapper.getDeserializationConfig()
                .getDefaultPropertyIgnorals(type.getRawClass(), bean.getClassInfo());
        return bean.findAnySetterAccessor() != null || ignored != null && ignored.getIgnoreUnknown();
    }

    private ObjectNode member(SettableBeanProperty property) throws JsonMappingException {
        JavaType type = property.getType();
        if (type.isContainerType() || type.isReferenceType() || type.isJavaLangObject()) {
            return schema(type);
        }
        JsonDeserializer<Object> own = property.getValueDeserializer();
        ObjectNode schema = own == null || own instanceof BeanDeserializerBase ? value(type) : read(type, own);
        return type.isPrimitive() ? schema : orNull(schema);
    }
}
