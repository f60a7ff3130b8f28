package io.github.jsonrpcwhiteboard.internal.whiteboard;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration, with its defaults. Keys are the method names with dots for underscores. */
@ObjectClassDefinition(id = Configuration.PID, name = "JSON-RPC Whiteboard",
        description = "Where the endpoints live, and what a request may cost")
public @interface Configuration {

    /** The PID. */
    String PID = "io.github.jsonrpcwhiteboard";

    /**
     * The prefix.
     *
     * @return URL path
     */
    @AttributeDefinition(name = "Prefix", description = "URL path under which json-rpc/ and the other resources live")
    String prefix() default "/rpc";

    /**
     * The HTTP whiteboard context.
     *
     * @return LDAP filter
     */
    @AttributeDefinition(name = "Context", required = false, description = "HTTP whiteboard context of the servlets, "
            + "a filter as for osgi.http.whiteboard.context.select; empty: the default context")
    String context_select() default "";

    /**
     * Allowed origins.
     *
     * @return origins
     */
    @AttributeDefinition(name = "Origins", required = false,
            description = "Origins of other sites whose pages may call, as https://app.example.org")
    String[] origins() default {};

    /**
     * Allowed hosts.
     *
     * @return host names
     */
    @AttributeDefinition(name = "Hosts", required = false, description = "Names by which this server may be called, "
            + "without port, against DNS rebinding; empty: any")
    String[] hosts() default {};

    /**
     * Hiding.
     *
     * @return whether to hide
     */
    @AttributeDefinition(name = "Hide forbidden", description = "Whether a method that the caller may not use looks as "
            + "if it did not exist")
    boolean hide_forbidden() default false;

    /**
     * Administrators.
     *
     * @return a role
     */
    @AttributeDefinition(name = "Administrator role", description = "Role of those who may see, in the RPC Browser, "
            + "which services are failed or shadowed")
    String admin_role() default "admin";

    /**
     * JAAS realm.
     *
     * @return name
     */
    @AttributeDefinition(name = "JAAS realm", required = false, description = "JAAS realm that checks passwords, as "
            + "karaf; empty: none")
    String jaas_realm() default "";

    /**
     * Failed logins.
     *
     * @return attempts
     */
    @AttributeDefinition(name = "Login attempts", min = "1", description = "Failed logins from an address, after which "
            + "it must wait, longer each time")
    int login_attempts() default 10;

    /**
     * Limit on the body.
     *
     * @return bytes
     */
    @AttributeDefinition(name = "Body limit", min = "1", max = "1073741824",
            description = "Bytes of a request body after decompression")
    int body_limit() default 10 * 1024 * 1024;

    /**
     * Limit on batches.
     *
     * @return elements
     */
    @AttributeDefinition(name = "Batch limit", min = "1", description = "Elements of a batch")
    int batch_limit() default 1000;

    /**
     * Limit on nesting.
     *
     * @return levels
     */
    @AttributeDefinition(name = "Nesting limit", min = "1", max = "1000",
            description = "Arrays and objects inside each other")
    int nesting_limit() default 100;

    /**
     * Limit on numbers.
     *
     * @return digits
     */
    @AttributeDefinition(name = "Number limit", min = "1", max = "1000", description = "Characters of a number")
    int number_limit() default 400;

    /**
     * Limit on texts.
     *
     * @return characters
     */
    @AttributeDefinition(name = "String limit", min = "1", description = "Characters of a text")
    int string_limit() default 8 * 1024 * 1024;

    /**
     * Limit on names.
     *
     * @return characters
     */
    @AttributeDefinition(name = "Names limit", min = "1",
            description = "Characters of all member names of a body together")
    int names_limit() default 50_000;

    /**
     * Limit on the response.
     *
     * @return bytes
     */
    @AttributeDefinition(name = "Response limit", min = "1", max = "1073741824",
            description = "Bytes of the results in a response body")
    int response_limit() default 64 * 1024 * 1024;

    /**
     * Limit on a call's time.
     *
     * @return milliseconds
     */
    @AttributeDefinition(name = "Time-out", min = "1", description = "Milliseconds after which a call is interrupted, "
            + "unless its service says otherwise with rpc.timeout")
    long timeout() default 60_000;

    /**
     * Limit on a batch's time.
     *
     * @return milliseconds
     */
    @AttributeDefinition(name = "Batch time-out", min = "1", description = "Milliseconds after which no further call "
            + "of a batch is made and those that run are interrupted, unless a single call may take longer")
    long batch_timeout() default 60_000;

    /**
     * Limit on requests in progress.
     *
     * @return requests
     */
    @AttributeDefinition(name = "Calls limit", min = "1", description = "Requests in progress at a time; "
            + "calls of a batch that run at the same time count each")
    int calls_limit() default 256;

    /**
     * Limit on requests that wait.
     *
     * @return requests
     */
    @AttributeDefinition(name = "Waiting limit", min = "1", description = "Requests at a time that wait for a result "
            + "that comes later and have no thread; those beyond count in the calls limits")
    int waiting_limit() default 10_000;

    /**
     * Limit on requests in progress of one service.
     *
     * @return requests
     */
    @AttributeDefinition(name = "Endpoint calls limit", min = "1",
            description = "Requests in progress at a time of one service, unless it says otherwise with "
                    + "rpc.maxConcurrent")
    int endpoint_calls_limit() default 128;

    /**
     * Limit on method names.
     *
     * @return characters
     */
    @AttributeDefinition(name = "Method limit", min = "1", description = "Characters of a method name")
    int method_limit() default 128;

    /**
     * Limit on ids.
     *
     * @return characters
     */
    @AttributeDefinition(name = "Id limit", min = "1", description = "Characters of a request id that is a text")
    int id_limit() default 256;
}
