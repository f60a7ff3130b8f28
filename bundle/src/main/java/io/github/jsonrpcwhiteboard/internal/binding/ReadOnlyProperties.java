package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.Serial;
import java.lang.reflect.Modifier;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** What was read can be sent back unchanged: a property that a type only shows is accepted and ignored. */
final class ReadOnlyProperties extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    ReadOnlyProperties() {
        super("read-only properties");
        setDeserializerModifier(new Modification());
    }

    private static final class Modification extends BeanDeserializerModifier {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public BeanDeserializerBuilder updateBuilder(DeserializationConfig config, BeanDescription description,
                BeanDeserializerBuilder builder) {
            AnnotatedClass type = description.getClassInfo();
            AccessorNamingStrategy naming = config.getAccessorNaming().forPOJO(config, type);
            for (AnnotatedMethod method : type.memberMethods()) {
                if (method.getParameterCount() == 0 && Modifier.isPublic(method.getModifiers())) {
                    ignore(builder, name(config, method, property(naming, method)));
                }
            }
            for (AnnotatedField field : type.fields()) {
                if (Modifier.isPublic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())) {
                    ignore(builder, name(config, field, field.getName()));
                }
            }
            return builder;
        }

        private static String property(AccessorNamingStrategy naming, AnnotatedMethod method) {
            String name = naming.findNameForRegularGetter(method, method.getName());
            return name != null ? name : naming.findNameForIsGetter(method, method.getName());
        }

        private static String name(DeserializationConfig config, AnnotatedMember member, String implicit) {
            PropertyName explicit = config.getAnnotationIntrospector().findNameForSerialization(member);
            return explicit != null && explicit.hasSimpleName() ? explicit.getSimpleName() : implicit;
        }

        private static void ignore(BeanDeserializerBuilder builder, String name) {
            if (name != null && !builder.hasProperty(PropertyName.construct(name))) {
                builder.addIgnorable(name);
            }
        }
    }
}
