package io.github.jsonrpcwhiteboard.internal.binding;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;

/** How Java and JSON correspond: lenient where callers differ, strict where data would be lost. */
public final class Mapping {

    private Mapping() {
    }

    /**
     * A JSON factory that holds the limits on a document.
     *
     * @param limits the limits
     * @return a factory that does not intern what callers send
     */
    public static BodyFactory factory(Limits limits) {
        return factory(limits.nesting(), limits.number(), limits.string(), limits.names());
    }

    private static BodyFactory factory(int nesting, int number, int string, int names) {
        JsonFactoryBuilder builder = (JsonFactoryBuilder) JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(nesting)
                        .maxNumberLength(number)
                        .maxStringLength(string)
                        .maxNameLength(names)
                        .build())
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET);
        return new BodyFactory(builder);
    }

    /**
     * The mapper of which every table of methods gets its own copy. A body has been checked before its arguments are
     * read, so it has no limits of its own, but for numbers: those in texts are first seen here, and take quadratic
     * time to read.
     *
     * @return the mapper
     */
    public static ObjectMapper base() {
        int none = Integer.MAX_VALUE;
        BodyFactory factory = factory(none, Limits.MAX_NUMBER, none, none);
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .annotationIntrospector(new SafeIntrospector())
                .addModule(new TimeTypes())
                .addModule(new OptionalTypes())
                .addModule(new UnsafeTypes())
                .addModule(new ReadOnlyProperties())
                .addModule(new StrictBytes())
                .addHandler(new EmptyArrays())
                .defaultBase64Variant(Base64Variants.MIME_NO_LINEFEEDS.withPaddingAllowed())
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(MapperFeature.USE_GETTERS_AS_SETTERS)
                .disable(MapperFeature.INFER_PROPERTY_MUTATORS)
                .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .withCoercionConfig(LogicalType.Boolean, c -> c
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
        for (LogicalType scalar : new LogicalType[] {LogicalType.Boolean, LogicalType.Integer, LogicalType.Float,
            LogicalType.Enum, LogicalType.DateTime, LogicalType.OtherScalar}) {
            builder.withCoercionConfig(scalar,
                    c -> c.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
        }
        return builder.build();
    }

    /**
     * A mapper for the types of one plugin. Its type cache is its own, because a shared one would keep the class loader
     * of an uninstalled plugin alive.
     *
     * @param base the mapper to copy
     * @return the plugin's mapper
     */
    static ObjectMapper copy(ObjectMapper base) {
        LookupCache<Object, JavaType> cache = new LRUMap<>(16, 256);
        return base.copy().setTypeFactory(base.getTypeFactory().withCache(cache));
    }
}
