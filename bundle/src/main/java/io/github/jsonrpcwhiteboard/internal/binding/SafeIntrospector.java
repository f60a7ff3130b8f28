package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.Serial;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Jackson's annotations, but type information in a request is a name from a closed list, never a class name. */
final class SafeIntrospector extends JacksonAnnotationIntrospector {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        JsonTypeInfo.Value info = super.findPolymorphicTypeInfo(config, annotated);
        if (info != null && config instanceof DeserializationConfig && namesClass(info.getIdType())) {
            throw new UnsafeTypeException("@JsonTypeInfo(use = " + info.getIdType() + ") on " + annotated.getName());
        }
        return info;
    }

    private static boolean namesClass(JsonTypeInfo.Id id) {
        return id == JsonTypeInfo.Id.CLASS || id == JsonTypeInfo.Id.MINIMAL_CLASS;
    }
}
