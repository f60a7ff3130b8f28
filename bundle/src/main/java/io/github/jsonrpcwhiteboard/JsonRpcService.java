package io.github.jsonrpcwhiteboard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Component property type for Declarative Services: sets the {@code rpc.*} service properties of the component and
 * adds the requirement on the whiteboard to the manifest. The properties are described in {@link JsonRpcConstants};
 * an empty text, an empty array and a time-out of 0 mean the default stated there.
 */
@ComponentPropertyType
@RequireJsonRpcWhiteboard
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface JsonRpcService {

    /** Prefix of the property names, as Declarative Services 1.4, section 112.8.2.1, defines it. */
    String PREFIX_ = "rpc.";

    /**
     * Property {@value JsonRpcConstants#PATH}.
     *
     * @return one or more paths below the prefix, without a leading slash
     */
    String[] path();

    /**
     * Property {@value JsonRpcConstants#INTERFACE}.
     *
     * @return the interfaces to publish; empty: every interface of the service
     */
    Class<?>[] interface$() default {};

    /**
     * Property {@value JsonRpcConstants#AUTHENTICATE}.
     *
     * @return whether the first parameter of every method is a token that the caller leaves out
     */
    boolean authenticate() default false;

    /**
     * Property {@value JsonRpcConstants#ANONYMOUS}.
     *
     * @return whether callers need not be logged in
     */
    boolean anonymous() default false;

    /**
     * Property {@value JsonRpcConstants#ROLES}.
     *
     * @return roles of which the caller must have one; empty: none needed
     */
    String[] roles() default {};

    /**
     * Property {@value JsonRpcConstants#METHODS}.
     *
     * @return names of the methods to publish; empty: all
     */
    String[] methods() default {};

    /**
     * Property {@value JsonRpcConstants#TITLE}.
     *
     * @return a title for people; empty: the bundle's name
     */
    String title() default "";

    /**
     * Property {@value JsonRpcConstants#DESCRIPTION}.
     *
     * @return a description for people
     */
    String description() default "";

    /**
     * Property {@value JsonRpcConstants#VERSION}.
     *
     * @return a version for people; empty: the bundle's version
     */
    String version() default "";

    /**
     * Property {@value JsonRpcConstants#MAX_CONCURRENT}.
     *
     * @return requests in progress at a time; 0: as configured
     */
    int maxConcurrent() default 0;

    /**
     * Property {@value JsonRpcConstants#BATCH_PARALLEL}.
     *
     * @return calls of one batch that may run at the same time; 0: one after the other
     */
    int batch_parallel() default 0;

    /**
     * Property {@value JsonRpcConstants#TIMEOUT}.
     *
     * @return milliseconds after which a call is interrupted; 0: as configured
     */
    long timeout() default 0;
}
