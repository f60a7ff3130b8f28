package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;
import java.io.Serial;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.ReferenceTypeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.ReferenceTypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.databind.type.TypeBindings;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.type.TypeModifier;
import com.fasterxml.jackson.databind.util.NameTransformer;

/** {@link Optional} and its primitive kin: the value, or null. */
final class OptionalTypes extends SimpleModule {

    /** What a missing argument of an optional type is. */
    static final Map<Class<?>, Object> EMPTY = Map.of(
            Optional.class, Optional.empty(),
            OptionalInt.class, OptionalInt.empty(),
            OptionalLong.class, OptionalLong.empty(),
            OptionalDouble.class, OptionalDouble.empty());

    @Serial
    private static final long serialVersionUID = 1L;

    OptionalTypes() {
        super("optional");
        primitive(OptionalInt.class, Integer.class, OptionalInt::of, v -> v.isPresent() ? v.getAsInt() : null);
        primitive(OptionalLong.class, Long.class, OptionalLong::of, v -> v.isPresent() ? v.getAsLong() : null);
        primitive(OptionalDouble.class, Double.class, OptionalDouble::of, v -> v.isPresent() ? v.getAsDouble() : null);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addTypeModifier(new TypeModifier() {
            @Override
            public JavaType modifyType(JavaType type, Type jdkType, TypeBindings bindings, TypeFactory factory) {
                return type.hasRawClass(Optional.class) && !type.isReferenceType()
                        ? ReferenceType.upgradeFrom(type, type.containedTypeOrUnknown(0)) : type;
            }
        });
        context.addSerializers(new Serializers.Base() {
            @Override
            public JsonSerializer<?> findReferenceSerializer(SerializationConfig config, ReferenceType type,
                    BeanDescription description, TypeSerializer typeSerializer, JsonSerializer<Object> content) {
                return type.hasRawClass(Optional.class) ? new Writer(type, typeSerializer, content) : null;
            }
        });
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public JsonDeserializer<?> findReferenceDeserializer(ReferenceType type, DeserializationConfig config,
                    BeanDescription description, TypeDeserializer typeDeserializer, JsonDeserializer<?> content) {
                return type.hasRawClass(Optional.class) ? new Reader(type, null, typeDeserializer, content) : null;
            }
        });
    }

    private <O, V> void primitive(Class<O> type, Class<V> value, Function<V, O> of, Function<O, V> get) {
        addSerializer(type, new StdSerializer<O>(type) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(O optional, JsonGenerator out, SerializerProvider provider) throws IOException {
                provider.defaultSerializeValue(get.apply(optional), out);
            }
        });
        addDeserializer(type, new StdDeserializer<O>(type) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public O deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return of.apply(context.readValue(in, value));
            }

            @Override
            public O getNullValue(DeserializationContext context) {
                return type.cast(EMPTY.get(type));
            }
        });
    }

    private static final class Writer extends ReferenceTypeSerializer<Optional<?>> {

        @Serial
        private static final long serialVersionUID = 1L;

        Writer(ReferenceType type, TypeSerializer typeSerializer, JsonSerializer<Object> content) {
            super(type, true, typeSerializer, content);
        }

        private Writer(Writer base, BeanProperty property, TypeSerializer typeSerializer, JsonSerializer<?> content,
                NameTransformer unwrapper, Object suppressable, boolean suppressNulls) {
            super(base, property, typeSerializer, content, unwrapper, suppressable, suppressNulls);
        }

        @Override
        protected ReferenceTypeSerializer<Optional<?>> withResolved(BeanProperty property,
                TypeSerializer typeSerializer, JsonSerializer<?> content, NameTransformer unwrapper) {
            return new Writer(this, property, typeSerializer, content, unwrapper, _suppressableValue, _suppressNulls);
        }

        @Override
        public ReferenceTypeSerializer<Optional<?>> withContentInclusion(Object suppressable, boolean suppressNulls) {
            return new Writer(this, _property, _valueTypeSerializer, _valueSerializer, _unwrapper, suppressable,
                    suppressNulls);
        }

        @Override
        protected boolean _isValuePresent(Optional<?> value) {
            return value.isPresent();
        }

        @Override
        protected Object _getReferenced(Optional<?> value) {
            return value.get();
        }

        @Override
        protected Object _getReferencedIfPresent(Optional<?> value) {
            return value.orElse(null);
        }
    }

    private static final class Reader extends ReferenceTypeDeserializer<Optional<?>> {

        @Serial
        private static final long serialVersionUID = 1L;

        Reader(JavaType type, ValueInstantiator instantiator, TypeDeserializer typeDeserializer,
                JsonDeserializer<?> content) {
            super(type, instantiator, typeDeserializer, content);
        }

        @Override
        protected ReferenceTypeDeserializer<Optional<?>> withResolved(TypeDeserializer typeDeserializer,
                JsonDeserializer<?> content) {
            return new Reader(_fullType, _valueInstantiator, typeDeserializer, content);
        }

        @Override
        public Optional<?> getNullValue(DeserializationContext context) throws JsonMappingException {
            return Optional.ofNullable(_valueDeserializer.getNullValue(context));
        }

        @Override
        public Optional<?> referenceValue(Object contents) {
            return Optional.ofNullable(contents);
        }

        @Override
        public Optional<?> updateReference(Optional<?> reference, Object contents) {
            return Optional.ofNullable(contents);
        }

        @Override
        public Object getReferenced(Optional<?> reference) {
            return reference.orElse(null);
        }
    }
}
