package io.github.jsonrpcwhiteboard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An example of a call, shown to callers in the OpenRPC document. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(JsonRpcExample.List.class)
public @interface JsonRpcExample {

    /**
     * What the example shows.
     *
     * @return a few words
     */
    String name();

    /**
     * The arguments.
     *
     * @return a JSON array, as {@code ["DS", "Home"]}
     */
    String params();

    /**
     * The result.
     *
     * @return JSON
     */
    String result() default "null";

    /** Several examples. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface List {

        /**
         * The examples.
         *
         * @return in the order in which they are shown
         */
        JsonRpcExample[] value();
    }
}
