package io.github.jsonrpcwhiteboard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a method, a parameter or a data type is for, in the words of its author: shown to callers in the OpenRPC
 * document. Jackson's {@code @JsonPropertyDescription} and {@code @JsonClassDescription} say the same where they are
 * used already; this one wins.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE, ElementType.FIELD})
public @interface JsonRpcDescription {

    /**
     * The description.
     *
     * @return text, of which the first sentence is shown alone where there is little room
     */
    String value();
}
