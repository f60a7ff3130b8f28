package io.github.jsonrpcwhiteboard.internal.openrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonAnyFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonNullFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonValueFormat;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;

/**
 * Types as results are written. A result may be of a subclass, with more members than the declared type has: so objects
 * are open.
 */
final class OutputSchemas extends Schemas {

    OutputSchemas(ObjectMapper mapper, ObjectNode definitions) {
        super(mapper, definitions);
    }

    @Override
    String definitionName(String typeName) {
        return typeName;
    }

    @Override
    ObjectNode described(JavaType type) throws JsonMappingException {
        Visitor visitor = new Visitor();
        mapper.acceptJsonFormatVisitor(type, visitor);
        return visitor.schema();
    }

    /** The names of the members that are written of a bean; none of another type. */
    List<String> members(JavaType type) throws JsonMappingException {
        Visitor visitor = new Visitor();
        mapper.acceptJsonFormatVisitor(type, visitor);
        return visitor.members == null ? List.of()
                : visitor.members.list.stream().map(BeanProperty::getName).toList();
    }

    /** Told by a serializer what it writes. */
    private final class Visitor extends JsonFormatVisitorWrapper.Base {

        private ObjectNode schema;
        private JavaType bean;
        private Members members;

        ObjectNode schema() throws JsonMappingException {
            return members != null ? definition(bean, members::fill) : schema != null ? schema
                    : mapper.createObjectNode();
        }

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            bean = type;
            members = new Members(getProvider());
            return members;
        }

        @Override
        public JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
            schema = type.getContentType() == null ? of("array") : array(type.getContentType());
            return null;
        }

        @Override
        public JsonMapFormatVisitor expectMapFormat(JavaType type) {
            schema = map(type);
            return null;
        }

        @Override
        public JsonStringFormatVisitor expectStringFormat(JavaType type) {
            schema = type.isEnumType() ? enumeration(type) : text(type);
            return new JsonStringFormatVisitor.Base() {

                @Override
                public void format(JsonValueFormat format) {
                    schema.put("title", format.toString()); // a date's pattern need not be that of the format
                }

                @Override
                public void enumTypes(Set<String> texts) {
                    // asked of the constants, which need not be texts
                }
            };
        }

        @Override
        public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
            schema = of("number");
            return null;
        }

        @Override
        public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
            schema = type == null ? of("integer") : integer(type);
            return new JsonIntegerFormatVisitor.Base() {

                @Override
                public void numberType(JsonParser.NumberType numbers) {
                    // told by the type
                }

                @Override
                public void format(JsonValueFormat format) {
                    schema = format == JsonValueFormat.UTC_MILLISEC ? millis() : schema;
                }
            };
        }

        @Override
        public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
            schema = of("boolean");
            return null;
        }

        @Override
        public JsonNullFormatVisitor expectNullFormat(JavaType type) {
            schema = of("null");
            return null;
        }

        @Override
        public JsonAnyFormatVisitor expectAnyFormat(JavaType type) {
            return null;
        }
    }

    /** Told by the serializer of a bean which members it writes. */
    private final class Members extends JsonObjectFormatVisitor.Base {

        private final List<BeanProperty> list = new ArrayList<>();

        Members(SerializerProvider provider) {
            super(provider);
        }

        @Override
        public void property(BeanProperty property) {
            list.add(property);
        }

        @Override
        public void optionalProperty(BeanProperty property) {
            list.add(property);
        }

        void fill(ObjectNode schema) throws JsonMappingException {
            ObjectNode properties = schema.putObject("properties");
            ArrayNode required = schema.putArray("required");
            for (BeanProperty property : list) {
                ObjectNode member = member(property);
                Descriptions.describe(property.getMember(), member);
                properties.set(property.getName(), member);
                if (isAlwaysWritten(property)) {
                    required.add(property.getName());
                }
            }
            if (required.isEmpty()) {
                schema.remove("required");
            }
        }

        /** An annotation of the member can give it a serializer of its own. */
        private ObjectNode member(BeanProperty property) throws JsonMappingException {
            JavaType type = property.getType();
            if (type.isContainerType() || type.isReferenceType() || type.isJavaLangObject()) {
                return schema(type);
            }
            JsonSerializer<Object> serializer = getProvider().findValueSerializer(type, property);
            if (property instanceof BeanPropertyWriter writer && writer.getSerializer() != null) {
                serializer = writer.getSerializer();
            }
            Visitor visitor = new Visitor();
            visitor.setProvider(getProvider());
            serializer.acceptJsonFormatVisitor(visitor, type);
            return type.isPrimitive() ? visitor.schema() : orNull(visitor.schema());
        }

        private boolean isAlwaysWritten(BeanProperty property) {
            JsonInclude.Include include = property.findPropertyInclusion(mapper.getSerializationConfig(),
                    property.getMember().getDeclaringClass()).getValueInclusion();
            return include == JsonInclude.Include.ALWAYS || include == JsonInclude.Include.USE_DEFAULTS;
        }
    }
}
