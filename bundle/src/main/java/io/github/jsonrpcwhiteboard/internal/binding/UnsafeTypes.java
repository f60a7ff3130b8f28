package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.Serial;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** Refuses to read classes, which Jackson would load by the name that the sender wrote. */
final class UnsafeTypes extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    UnsafeTypes() {
        super("unsafe types");
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public JsonDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config,
                    BeanDescription description) {
                refuse(type);
                return null;
            }
        });
        context.addKeyDeserializers((type, config, description) -> {
            refuse(type);
            return null;
        });
    }

    private static void refuse(JavaType type) {
        if (type.hasRawClass(Class.class) || type.isTypeOrSubTypeOf(ClassLoader.class)
                || type.isTypeOrSubTypeOf(JavaType.class)) {
            throw new UnsafeTypeException("a parameter holds a " + type.getRawClass().getSimpleName());
        }
    }
}
