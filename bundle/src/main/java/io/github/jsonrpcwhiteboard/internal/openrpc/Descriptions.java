package io.github.jsonrpcwhiteboard.internal.openrpc;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.jsonrpcwhiteboard.JsonRpcDescription;

/** Descriptions for people, from the annotations that carry them. */
final class Descriptions {

    private Descriptions() {
    }

    static Optional<String> of(AnnotatedElement element) {
        JsonRpcDescription own = element.getAnnotation(JsonRpcDescription.class);
        if (own != null) {
            return Optional.of(own.value());
        }
        JsonPropertyDescription property = element.getAnnotation(JsonPropertyDescription.class);
        if (property != null) {
            return Optional.of(property.value());
        }
        return Optional.ofNullable(element.getAnnotation(JsonClassDescription.class)).map(JsonClassDescription::value);
    }

    /** Adds what the annotations of a member say. Next to a reference they would be ignored. */
    static void describe(AnnotatedMember member, ObjectNode schema) {
        if (member == null || schema.has("$ref")) {
            return;
        }
        String text = member.hasAnnotation(JsonRpcDescription.class)
                ? member.getAnnotation(JsonRpcDescription.class).value()
                : member.hasAnnotation(JsonPropertyDescription.class)
                        ? member.getAnnotation(JsonPropertyDescription.class).value() : null;
        if (text != null) {
            schema.put("description", text);
        }
        if (member.hasAnnotation(Deprecated.class)) {
            schema.put("deprecated", true);
        }
    }

    /** The first sentence. */
    static String summary(String description) {
        int end = description.indexOf(". ");
        return end < 0 ? description : description.substring(0, end + 1);
    }
}
